package io.tummler.api;

import java.util.List;
import java.util.Locale;

/** The languages in which there are words for everything, in the order of their codes. */
public interface Languages {
    List<Locale> spoken();
}
