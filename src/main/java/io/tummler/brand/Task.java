package io.tummler.brand;

/**
 * A task of a brand.
 *
 * @param brand the brand's file name without its ending
 */
record Task(String brand, BrandSettings of, TaskSettings settings) {
    /** What a button about it carries, and what {@link Board#look} finds it by. */
    String key() {
        return brand + "/" + settings.key();
    }
}
