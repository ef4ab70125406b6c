package io.tummler.api;

import java.util.List;
import java.util.Map;

/**
 * What an engine holds about a member: shown by {@code /me}, given by {@code /me export}, removed by {@code /me forget}.
 * Every engine that keeps anything about members has one.
 */
public interface Holding {
    /** Its key in the export. */
    String name();

    /** Where it stands in {@code /me}; smaller is further up. */
    int rank();

    /** What a member sees of it. */
    Message show(CommunityId community, MemberId member);

    /** All of it, as JSON values. */
    List<Map<String, Object>> export(MemberId member);

    /** Removes it; what others rightly keep (a transfer) stays under the member's id, which leads to nobody any more. */
    void forget(MemberId member);
}
