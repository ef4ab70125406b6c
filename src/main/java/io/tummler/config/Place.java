package io.tummler.config;

/**
 * Where something stands.
 *
 * @param file the file as its readers find it
 * @param line from 1
 * @param column from 1, in code points
 */
record Place(String file, int line, int column) {
    /** The beginning of a file. */
    static Place of(String file) {
        return new Place(file, 1, 1);
    }

    @Override
    public String toString() {
        return file + ':' + line + ':' + column;
    }
}
