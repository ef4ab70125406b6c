package io.tummler.distil;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The weights in an ONNX file: the named initialisers of the graph and, for each matrix product, which of them it
 * multiplies by. Only the fields of its protobuf messages that this takes are looked at (onnx.proto3: ModelProto,
 * GraphProto, NodeProto, TensorProto); nothing is executed.
 */
final class OnnxWeights {
    private static final int MODEL_GRAPH = 7;
    private static final int GRAPH_NODE = 1;
    private static final int GRAPH_INITIALIZER = 5;
    private static final int NODE_INPUT = 1;
    private static final int NODE_OUTPUT = 2;
    private static final int NODE_OP_TYPE = 4;
    private static final int TENSOR_DATA_TYPE = 2;
    private static final int TENSOR_NAME = 8;
    private static final int TENSOR_RAW_DATA = 9;
    private static final int FLOAT = 1;

    private final Map<String, ByteBuffer> tensors = new HashMap<>();
    private final Map<String, String> matrixOf = new HashMap<>();

    OnnxWeights(byte[] file) {
        ByteBuffer model = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
        while (model.hasRemaining()) {
            int key = (int) varint(model);
            if (key >>> 3 == MODEL_GRAPH) graph(bytes(model));
            else skip(model, key);
        }
    }

    /**
     * The vector of that name, or the matrix row by row.
     *
     * @throws IllegalArgumentException where there is none of 32 bit floats
     */
    float[] values(String name) {
        ByteBuffer raw = tensors.get(name);
        if (raw == null) throw new IllegalArgumentException("no floats " + name);
        var values = new float[raw.remaining() / Float.BYTES];
        raw.duplicate().order(ByteOrder.LITTLE_ENDIAN).asFloatBuffer().get(values);
        return values;
    }

    /**
     * The matrix of that many columns that a product multiplies by.
     *
     * @param product what the product's result is called
     * @throws IllegalArgumentException where there is none
     */
    float[][] matrix(String product, int columns) {
        String name = matrixOf.get(product);
        if (name == null) throw new IllegalArgumentException("no matrix product " + product);
        float[] values = values(name);
        var rows = new float[values.length / columns][columns];
        for (int r = 0; r < rows.length; r++) System.arraycopy(values, r * columns, rows[r], 0, columns);
        return rows;
    }

    private void graph(ByteBuffer in) {
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key >>> 3) {
                case GRAPH_NODE -> node(bytes(in));
                case GRAPH_INITIALIZER -> tensor(bytes(in));
                default -> skip(in, key);
            }
        }
    }

    private void node(ByteBuffer in) {
        List<String> inputs = new ArrayList<>();
        String output = "";
        String operation = "";
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key >>> 3) {
                case NODE_INPUT -> inputs.add(text(bytes(in)));
                case NODE_OUTPUT -> output = text(bytes(in));
                case NODE_OP_TYPE -> operation = text(bytes(in));
                default -> skip(in, key);
            }
        }
        if (operation.equals("MatMul")) matrixOf.put(output, inputs.get(1));
    }

    private void tensor(ByteBuffer in) {
        String name = "";
        int type = 0;
        ByteBuffer raw = ByteBuffer.allocate(0);
        while (in.hasRemaining()) {
            int key = (int) varint(in);
            switch (key >>> 3) {
                case TENSOR_DATA_TYPE -> type = (int) varint(in);
                case TENSOR_NAME -> name = text(bytes(in));
                case TENSOR_RAW_DATA -> raw = bytes(in);
                default -> skip(in, key);
            }
        }
        if (type == FLOAT) tensors.put(name, raw);
    }

    private static String text(ByteBuffer bytes) {
        return StandardCharsets.UTF_8.decode(bytes).toString();
    }

    private static ByteBuffer bytes(ByteBuffer in) {
        int length = (int) varint(in);
        ByteBuffer bytes = in.slice(in.position(), length).order(ByteOrder.LITTLE_ENDIAN);
        in.position(in.position() + length);
        return bytes;
    }

    private static long varint(ByteBuffer in) {
        long value = 0;
        int shift = 0;
        byte next;
        do {
            next = in.get();
            value |= (long) (next & 0x7f) << shift;
            shift += 7;
        } while (next < 0);
        return value;
    }

    private static void skip(ByteBuffer in, int key) {
        switch (key & 7) {
            case 0 -> varint(in);
            case 1 -> in.position(in.position() + Long.BYTES);
            case 2 -> bytes(in);
            case 5 -> in.position(in.position() + Integer.BYTES);
            default -> throw new IllegalArgumentException("wire type " + (key & 7));
        }
    }
}
