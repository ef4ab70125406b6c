package io.tummler.distil;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Reads the weights out of an ONNX file: the named initialisers of the graph and, for each matrix product, which
 * initialiser it multiplies by. Only the protobuf fields that this needs are looked at; nothing is executed.
 */
final class OnnxWeights {

    private static final int FLOAT = 1;
    private static final int UINT8 = 2;
    private static final int INT8 = 3;

    private record Tensor(int type, int[] dims, ByteBuffer raw, float[] floats, int[] ints) {
    }

    private final Map<String, Tensor> tensors = new HashMap<>();
    private final Map<String, String> matrixOf = new HashMap<>();

    OnnxWeights(byte[] file) {
        ByteBuffer model = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        while (model.hasRemaining()) {
            int key = (int) varint(model);
            if (key >>> 3 == 7) {
                graph(bytes(model));
            } else {
                skip(model, key & 7);
            }
        }
    }

    /** The vector or the flattened matrix of that name, dequantised if the file holds it as 8 bit integers. */
    float[] values(String name) {
        Tensor t = tensors.get(name);
        if (t != null) {
            return floats(t);
        }
        Tensor q = need(name + "_quantized");
        float[] scale = floats(need(name + "_scale"));
        int[] zero = integers(need(name + "_zero_point"));
        int[] v = integers(q);
        float[] out = new float[v.length];
        for (int i = 0; i < v.length; i++) {
            int c = scale.length == 1 ? 0 : i % scale.length;
            out[i] = (v[i] - zero[c]) * scale[c];
        }
        return out;
    }

    /** The matrix of the given width that the graph's product with that output name multiplies by, row by row. */
    float[][] matrix(String product, int width) {
        String name = matrixOf.get(product);
        if (name == null) {
            throw new IllegalArgumentException("no matrix product " + product);
        }
        return rows(values(name), width);
    }

    static float[][] rows(float[] flat, int width) {
        float[][] rows = new float[flat.length / width][width];
        for (int r = 0; r < rows.length; r++) {
            System.arraycopy(flat, r * width, rows[r], 0, width);
        }
        return rows;
    }

    private Tensor need(String name) {
        Tensor t = tensors.get(name);
        if (t == null) {
            throw new IllegalArgumentException("no tensor " + name);
        }
        return t;
    }

    private static float[] floats(Tensor t) {
        if (t.type != FLOAT) {
            throw new IllegalArgumentException("not a float tensor");
        }
        if (t.raw == null) {
            return t.floats;
        }
        float[] out = new float[t.raw.remaining() / 4];
        t.raw.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(out);
        return out;
    }

    private static int[] integers(Tensor t) {
        if (t.raw == null) {
            return t.ints;
        }
        int[] out = new int[t.raw.remaining()];
        for (int i = 0; i < out.length; i++) {
            byte b = t.raw.get(t.raw.position() + i);
            out[i] = switch (t.type) {
                case UINT8 -> b & 0xff;
                case INT8 -> b;
                default -> throw new IllegalArgumentException("not an 8 bit tensor");
            };
        }
        return out;
    }

    private void graph(ByteBuffer in) {
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key >>> 3) {
                case 1 -> node(bytes(in));
                case 5 -> tensor(bytes(in));
                default -> skip(in, key & 7);
            }
        }
    }

    private void node(ByteBuffer in) {
        List<String> inputs = new ArrayList<>();
        String output = "";
        String op = "";
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key >>> 3) {
                case 1 -> inputs.add(text(bytes(in)));
                case 2 -> output = text(bytes(in));
                case 4 -> op = text(bytes(in));
                default -> skip(in, key & 7);
            }
        }
        if (op.equals("MatMul") || op.equals("MatMulInteger")) {
            matrixOf.put(output.replace("_output_quantized", ""), inputs.get(1).replace("_quantized", ""));
        }
    }

    private void tensor(ByteBuffer in) {
        List<Integer> dims = new ArrayList<>();
        List<Float> floats = new ArrayList<>();
        List<Integer> ints = new ArrayList<>();
        String name = "";
        int type = 0;
        ByteBuffer raw = null;
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            boolean packed = (key & 7) == 2;
            switch (key >>> 3) {
                case 1 -> numbers(in, packed, dims);
                case 2 -> type = (int) varint(in);
                case 4 -> {
                    ByteBuffer b = packed ? bytes(in) : in;
                    do {
                        floats.add(b.getFloat());
                    } while (packed && b.hasRemaining());
                }
                case 5 -> numbers(in, packed, ints);
                case 8 -> name = text(bytes(in));
                case 9 -> raw = bytes(in);
                default -> skip(in, key & 7);
            }
        }
        float[] f = new float[floats.size()];
        for (int i = 0; i < f.length; i++) {
            f[i] = floats.get(i);
        }
        tensors.put(name, new Tensor(type, dims.stream().mapToInt(Integer::intValue).toArray(), raw, f,
                ints.stream().mapToInt(Integer::intValue).toArray()));
    }

    private static void numbers(ByteBuffer in, boolean packed, List<Integer> to) {
        ByteBuffer b = packed ? bytes(in) : in;
        if (packed) {
            while (b.hasRemaining()) {
                to.add((int) varint(b));
            }
        } else {
            to.add((int) varint(b));
        }
    }

    private static String text(ByteBuffer b) {
        return StandardCharsets.UTF_8.decode(b).toString();
    }

    private static ByteBuffer bytes(ByteBuffer in) {
        int n = (int) varint(in);
        ByteBuffer out = in.slice(in.position(), n).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + n);
        return out;
    }

    private static long varint(ByteBuffer in) {
        long out = 0;
        for (int shift = 0;; shift += 7) {
            byte b = in.get();
            out |= (long) (b & 0x7f) << shift;
            if (b >= 0) {
                return out;
            }
        }
    }

    private static void skip(ByteBuffer in, int wire) {
        switch (wire) {
            case 0 -> varint(in);
            case 1 -> in.position(in.position() + 8);
            case 2 -> bytes(in);
            case 5 -> in.position(in.position() + 4);
            default -> throw new IllegalArgumentException("wire type " + wire);
        }
    }
}
