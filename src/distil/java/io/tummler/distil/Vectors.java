package io.tummler.distil;

/** Arithmetic of single vectors. */
final class Vectors {
    private Vectors() {}

    /** Brings it to length 1; one of length 0 stays. */
    static void normalise(float[] vector) {
        double squares = 0;
        for (float x : vector) squares += (double) x * x;
        if (squares == 0) return;
        double scale = 1 / Math.sqrt(squares);
        for (int j = 0; j < vector.length; j++) vector[j] = (float) (vector[j] * scale);
    }
}
