package io.tummler;

/**
 * Measures something and says it in figures. {@code IntakeBenchmark} is called {@code intake} on the command line; that is
 * all there is to do to add one.
 */
public interface Benchmark {
    /**
     * @throws Exception when it can't be measured; what was measured before is kept
     */
    void measure(Figures figures) throws Exception;
}
