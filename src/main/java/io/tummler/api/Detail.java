package io.tummler.api;

/** More than {@code /me} shows at once: {@code /me what:<name>}. Of what a {@link Holding} has, never of anything else. */
public interface Detail {
    /** Its choice in {@code /me}; unique among these and the names of holdings. */
    String name();

    Message show(CommunityId community, MemberId member);
}
