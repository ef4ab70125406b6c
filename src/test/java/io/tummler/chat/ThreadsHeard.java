package io.tummler.chat;

import io.tummler.api.Stirred;
import io.tummler.api.Utterance;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** Keeps what engines are told of what people write. */
@Singleton
class ThreadsHeard {
    final List<Stirred> stirred = new CopyOnWriteArrayList<>();
    final List<String> said = new CopyOnWriteArrayList<>();

    void hear(@Observes Stirred event) {
        stirred.add(event);
    }

    void hear(@Observes Utterance event) {
        said.add(event.text());
    }
}
