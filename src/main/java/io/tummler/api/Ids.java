package io.tummler.api;

import java.util.UUID;

/** Where new ids come from: time-ordered in the product, counted in a test. */
public interface Ids {
    UUID next();
}
