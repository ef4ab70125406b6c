package io.tummler.chat.sandbox;

import java.util.List;
import java.util.ServiceLoader;

/** Sees what a bot asks of the REST API and what it is answered, to judge either; found by {@link ServiceLoader}. */
interface Witness {
    /**
     * @param path below {@code /api/v10}
     * @param query as it came, without the question mark, empty for none
     * @param contentType of the request, empty for none
     * @param body of the request, the {@code payload_json} of one in several parts, empty for none
     * @param status 0 if the answer was lost on purpose
     * @param answer as JSON, empty for none
     */
    record Exchange(
            String method, String path, String query, String contentType, String body, int status, String answer) {}

    /** Called inside the world's lock, so it must not wait. */
    void saw(Exchange exchange);

    static List<Witness> all() {
        return ServiceLoader.load(Witness.class, Witness.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .toList();
    }
}
