package io.tummler.api;

import java.util.Set;

/** A door for what brands do for introductions: a bean for each kind of it. */
public interface Sponsor {
    /** The brands, by file name without its ending, that sponsor an introduction of these two. */
    Set<String> of(CommunityId community, MemberId asker, MemberId helper);
}
