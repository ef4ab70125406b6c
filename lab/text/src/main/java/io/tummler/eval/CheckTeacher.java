package io.tummler.eval;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtSession;
import io.tummler.distil.Teacher;
import java.util.List;
import java.util.Map;

/** Holds the plain Java encoder against onnxruntime on the same sequences. */
public final class CheckTeacher {

    public static void main(String[] args) throws Exception {
        for (String name : args) {
            Teacher t = new Teacher(name);
            List<String> texts = List.of("Looking for somebody who sharpens kitchen knives.", "my sourdough never rises",
                    "Ich möchte Gitarre lernen", "tax", "Is there anyone who could fix the chain of my bike, please?");
            long a = System.nanoTime();
            float[][] own = t.embed(texts);
            long b = System.nanoTime();
            byte[] model;
            try (var in = Teacher.class.getResourceAsStream("/" + name + ".onnx")) {
                model = in.readAllBytes();
            }
            OrtEnvironment env = OrtEnvironment.getEnvironment();
            OrtSession.SessionOptions o = new OrtSession.SessionOptions();
            o.setIntraOpNumThreads(1);
            try (OrtSession s = env.createSession(model, o)) {
                for (int i = 0; i < texts.size(); i++) {
                    float[] v = OrtModel.embed(env, s, t.tokens(texts.get(i)));
                    double dot = 0;
                    double max = 0;
                    for (int j = 0; j < v.length; j++) {
                        dot += v[j] * own[i][j];
                        max = Math.max(max, Math.abs(v[j] - own[i][j]));
                    }
                    System.out.printf("%s cos %.9f max diff %.2e  (%s)%n", name, dot, max, texts.get(i));
                }
            }
            System.out.printf("own: %.1f ms%n", (b - a) / 1e6);
        }
    }
}
