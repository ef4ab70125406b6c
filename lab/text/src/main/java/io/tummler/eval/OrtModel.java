package io.tummler.eval;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.Arrays;
import java.util.Map;

/** The full model by onnxruntime, for comparison only. */
final class OrtModel {

    private OrtModel() {
    }

    static float[] embed(OrtEnvironment env, OrtSession s, int[] tokens) throws OrtException {
        long[] ids = Arrays.stream(tokens).asLongStream().toArray();
        long[] mask = new long[ids.length];
        Arrays.fill(mask, 1);
        try (OnnxTensor i = OnnxTensor.createTensor(env, new long[][] {ids});
                OnnxTensor m = OnnxTensor.createTensor(env, new long[][] {mask});
                OnnxTensor t = OnnxTensor.createTensor(env, new long[][] {new long[ids.length]});
                OrtSession.Result r = s.run(Map.of("input_ids", i, "attention_mask", m, "token_type_ids", t))) {
            float[][] hidden = ((float[][][]) r.get(0).getValue())[0];
            float[] out = new float[hidden[0].length];
            for (float[] row : hidden) {
                for (int j = 0; j < out.length; j++) {
                    out[j] += row[j];
                }
            }
            double squares = 0;
            for (float x : out) {
                squares += (double) x * x;
            }
            for (int j = 0; j < out.length; j++) {
                out[j] /= (float) Math.sqrt(squares);
            }
            return out;
        }
    }
}
