package io.tummler.store;

import io.agroal.api.AgroalDataSource;
import io.quarkus.runtime.LaunchMode;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Optional;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.hibernate.SessionFactory;
import org.hibernate.engine.spi.SessionFactoryImplementor;

/** Where the keys come from: {@code tummler.keys} or a file; among invented people there need be none. */
@Singleton
class KeySetting {
    static final String SETTING = "TUMMLER_KEYS";
    private static final String FILE_SETTING = "TUMMLER_KEYS_FILE";
    private static final String NO_KEYS = "There is no key to encrypt with what members write. Make one by:"
            + " openssl rand -base64 32. Then set the environment variable TUMMLER_KEYS to 1:key, or TUMMLER_KEYS_FILE to a"
            + " file that holds 1:key, and keep a copy of it apart from the database (docs/keys.md)";

    /**
     * @param invented whether nobody's words are at stake
     * @throws BadKeys when there are none and have to be some, or they make no sense
     */
    static Keyring read(Optional<String> keys, Optional<Path> file, boolean invented) {
        if (keys.isPresent() && file.isPresent())
            throw new BadKeys("Both %s and %s are set. Unset one of them".formatted(SETTING, FILE_SETTING));
        if (keys.isPresent()) return Keyring.parse(SETTING, keys.get());
        if (file.isPresent()) return read(file.get());
        if (invented) return Keyring.ofInventedPeople();
        throw new BadKeys(NO_KEYS);
    }

    private static Keyring read(Path file) {
        try {
            return Keyring.parse(file.toString(), Files.readString(file));
        } catch (IOException e) {
            throw new BadKeys("%s: the file %s can't be read (%s). Put id:key into it, and let this user read it"
                    .formatted(FILE_SETTING, file, e.getClass().getSimpleName()));
        }
    }

    @Produces
    @Singleton
    Keyring keyring(
            @ConfigProperty(name = "tummler.keys") Optional<String> keys,
            @ConfigProperty(name = "tummler.keys-file") Optional<Path> file,
            @ConfigProperty(name = "tummler.discord.token") Optional<String> token,
            @ConfigProperty(name = "tummler.sandbox.enabled", defaultValue = "false") boolean sandbox) {
        if (ConfigUtils.isProfileActive("replay")) return Keyring.ofInventedPeople();
        // With a token the bot goes to Discord, even where a sandbox is enabled.
        boolean invented = LaunchMode.current() != LaunchMode.NORMAL || sandbox && token.isEmpty();
        return read(keys, file, invented);
    }

    /** Once the settings are known to be good, and before anybody reads. */
    void start(
            @Observes @Priority(2) StartupEvent start,
            Keyring keyring,
            AgroalDataSource source,
            SessionFactory hibernate) {
        try (Connection connection = source.getConnection()) {
            var columns = EncryptedColumn.all(hibernate.unwrap(SessionFactoryImplementor.class));
            new Locksmith(keyring, columns).open(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("Could not see whether the keys are those of the database", e);
        }
    }
}
