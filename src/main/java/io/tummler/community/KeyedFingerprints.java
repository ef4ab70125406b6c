package io.tummler.community;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.tummler.api.Fingerprints;
import jakarta.inject.Singleton;
import jakarta.persistence.PersistenceException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/** HMAC-SHA256 under a random key that is made once and never leaves the database. */
@Singleton
class KeyedFingerprints implements Fingerprints {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private volatile @Nullable SecretKeySpec key;

    @Override
    public String of(String id) {
        try {
            Mac mac = Mac.getInstance(ALGORITHM);
            mac.init(key());
            return HexFormat.of().formatHex(mac.doFinal(id.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private SecretKeySpec key() {
        SecretKeySpec known = key;
        if (known != null) return known;
        var found = new SecretKeySpec(HexFormat.of().parseHex(stored()), ALGORITHM);
        key = found;
        return found;
    }

    /** In a transaction of its own: what is fingerprinted under a key stands only if the key does. */
    private static String stored() {
        try {
            return QuarkusTransaction.requiringNew().call(KeyedFingerprints::findOrMake);
        } catch (PersistenceException madeByAnotherMeanwhile) {
            return QuarkusTransaction.requiringNew().call(KeyedFingerprints::findOrMake);
        }
    }

    private static String findOrMake() {
        List<FingerprintKeyRow> rows = FingerprintKeyRow.listAll();
        if (!rows.isEmpty()) return rows.getFirst().secret;
        byte[] secret = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(secret);
        var row = new FingerprintKeyRow(HexFormat.of().formatHex(secret));
        row.persistAndFlush();
        return row.secret;
    }
}
