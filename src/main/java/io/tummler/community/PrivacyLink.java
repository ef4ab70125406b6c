package io.tummler.community;

import io.tummler.api.Sentence;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Where members read what is kept about them and why, if the operator lets the page be seen from outside. */
@Singleton
class PrivacyLink {
    private final Optional<Sentence> sentence;

    PrivacyLink(@ConfigProperty(name = "tummler.public-url") Optional<String> url) {
        sentence = url.map(it -> new Says.PrivacyPage((it.endsWith("/") ? it : it + "/") + "privacy"));
    }

    Optional<Sentence> sentence() {
        return sentence;
    }
}
