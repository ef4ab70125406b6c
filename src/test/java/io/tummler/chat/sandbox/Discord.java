package io.tummler.chat.sandbox;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Where Discord itself is otherwise than its description says, each with an example that the description refuses, so that
 * an entry that is no longer needed is noticed.
 *
 * @param operation the method and path, as the description has them
 * @param part whose complaint it is, as {@link OpenApi.Complaint#part}
 * @param pointer a regular expression for all of the pointer
 * @param why what Discord does, and who relies on it
 * @param example an exchange of which the description complains so
 */
record Discord(Pattern operation, String part, Pattern pointer, String why, Witness.Exchange example) {
    private static final String REQUEST = "request body";
    private static final Set<String> CHOICE = Set.of("oneOf", "anyOf", "type");

    static final List<Discord> IS_OTHERWISE = List.of(
            new Discord(
                    "(PUT|POST) /applications/.*/commands",
                    REQUEST,
                    "(/\\d+)?/(contexts|integration_types)/\\d+",
                    "numbers may come as text; JDA sends them so",
                    asks(
                            "PUT",
                            "/applications/1/commands",
                            "[{\"name\":\"a\",\"description\":\"b\",\"contexts\":[\"0\"]}]")),
            new Discord(
                    "(PUT|POST) /applications/.*/commands",
                    REQUEST,
                    "(/\\d+)?/default_member_permissions",
                    "permissions are text everywhere, here too; JDA and discord.js send them so",
                    asks(
                            "PUT",
                            "/applications/1/commands",
                            "[{\"name\":\"a\",\"description\":\"b\",\"default_member_permissions\":\"32\"}]")),
            new Discord(
                    "POST /users/@me/channels",
                    REQUEST,
                    "/recipient_id",
                    "an id may come as a number; JDA sends it so",
                    asks("POST", "/users/@me/channels", "{\"recipient_id\":1}")),
            new Discord(
                    "(POST|PATCH) /guilds/.*/roles.*",
                    REQUEST,
                    "/permissions",
                    "permissions are text everywhere, here too; JDA and discord.js send them so",
                    asks("POST", "/guilds/1/roles", "{\"permissions\":\"1024\"}")),
            new Discord(
                    "PUT /channels/.*/permissions/.*",
                    REQUEST,
                    "/(allow|deny)",
                    "permissions are text everywhere, here too; JDA and discord.js send them so",
                    asks("PUT", "/channels/1/permissions/2", "{\"type\":0,\"allow\":\"1024\"}")),
            new Discord(
                    "(POST|PATCH) /(guilds|channels)/.*",
                    REQUEST,
                    "/permission_overwrites/\\d+/(allow|deny|id)",
                    "permissions are text, and an id may come as a number; JDA sends them so",
                    asks("POST", "/guilds/1/channels", "{\"name\":\"a\",\"permission_overwrites\":[{\"id\":1}]}")),
            new Discord(
                    "DELETE /guilds/.*/bans/.*",
                    REQUEST,
                    "",
                    "nothing need be said to lift a ban; JDA and discord.js say nothing",
                    new Witness.Exchange("DELETE", "/guilds/1/bans/2", "", "", "", 0, "")),
            new Discord(
                    "(POST|PATCH) .*",
                    REQUEST,
                    "(/data)?/attachments/\\d+/id",
                    "the id of a new file is its number among the files; JDA and discord.js send it so",
                    asks("POST", "/channels/1/messages", "{\"attachments\":[{\"id\":0,\"filename\":\"a\"}]}")),
            new Discord(
                    "PATCH /webhooks/.*",
                    "query parameter wait",
                    "",
                    "ignored where it means nothing; JDA sends it with every request to a webhook",
                    new Witness.Exchange(
                            "PATCH", "/webhooks/1/t/messages/@original", "wait=true", "application/json", "{}", 0, "")),
            new Discord(
                    ".*",
                    "answer 400",
                    "/errors(/.*)?",
                    "what is wrong with a field has a word for its code, as the documentation's own examples have",
                    new Witness.Exchange(
                            "GET",
                            "/gateway",
                            "",
                            "",
                            "",
                            400,
                            "{\"code\":50035,\"message\":\"m\","
                                    + "\"errors\":{\"a\":{\"_errors\":[{\"code\":\"WORD\",\"message\":\"m\"}]}}}")),
            new Discord(
                    ".*",
                    "answer 429",
                    "",
                    "the code is left out of most answers to too many requests",
                    new Witness.Exchange(
                            "GET",
                            "/gateway",
                            "",
                            "",
                            "",
                            429,
                            "{\"message\":\"m\",\"retry_after\":1.0,\"global\":false}")));

    private Discord(String operation, String part, String pointer, String why, Witness.Exchange example) {
        this(Pattern.compile(operation), part, Pattern.compile(pointer), why, example);
    }

    private static Witness.Exchange asks(String method, String path, String body) {
        return new Witness.Exchange(method, path, "", "application/json", body, 0, "");
    }

    boolean explains(OpenApi.Complaint complaint) {
        String asked =
                complaint.operation().method() + " " + complaint.operation().path();
        return operation.matcher(asked).matches()
                && part.equals(complaint.part())
                && pointer.matcher(complaint.pointer()).matches();
    }

    /** What remains of complaints when those are left out that Discord itself gives cause for. */
    static List<OpenApi.Complaint> unexplained(List<OpenApi.Complaint> complaints) {
        Map<Boolean, List<OpenApi.Complaint>> all = complaints.stream()
                .collect(Collectors.partitioningBy(it -> IS_OTHERWISE.stream().anyMatch(known -> known.explains(it))));
        List<OpenApi.Complaint> left = all.get(false);
        // That no schema fits follows from what is wrong inside, which may be all explained.
        return left.stream()
                .filter(it -> !CHOICE.contains(it.keyword())
                        || all.get(true).stream().noneMatch(it::isAround)
                        || left.stream().anyMatch(it::isAround))
                .toList();
    }
}
