package io.tummler.store;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;

/**
 * Encrypts text at rest by AES-256-GCM: under the first of its keys, and decrypts under any. A sealed text is the id of its
 * key, a colon, and in base64 a random nonce of 96 bits, the ciphertext and the tag of 128 bits. It opens only in the place
 * that it was sealed for. Where there are no words there is nothing to seal: the empty text stays as it is.
 *
 * <p>Safe for use by several threads. Random nonces are good for 2^32 texts under one key.
 */
public final class Keyring {
    /** What a text bears that the migration V9 found in plain words, before {@link Locksmith} seals it. */
    static final String PLAIN = "plain";

    /** The key of the sandbox, of development and of tests, which everybody knows: "Invented people have no secrets." */
    static final String INVENTED = "sandbox";

    private static final byte[] INVENTED_KEY = "Invented people have no secrets.".getBytes(StandardCharsets.US_ASCII);

    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,19}");
    private static final int KEY_BYTES = 32;
    private static final int NONCE_BYTES = 12;
    private static final int TAG_BITS = 128;
    private static final String MAKE_ONE = "Make one by: openssl rand -base64 32";

    private final Map<String, SecretKeySpec> keys;
    private final String first;
    private final SecureRandom random = new SecureRandom();

    private Keyring(Map<String, SecretKeySpec> keys) {
        this.keys = keys;
        this.first = keys.keySet().iterator().next();
    }

    /** For whoever is not real. */
    public static Keyring ofInventedPeople() {
        return new Keyring(Map.of(INVENTED, new SecretKeySpec(INVENTED_KEY, "AES")));
    }

    /**
     * @param where they were written, for complaints
     * @param written {@code id:base64-of-32-bytes}, several with commas or white space between; the first is used to write
     * @throws BadKeys when there is none, or one that is none
     */
    public static Keyring parse(String where, String written) {
        Map<String, SecretKeySpec> keys = new LinkedHashMap<>();
        int number = 0;
        for (String each : written.split("[,\\s]+")) {
            if (each.isEmpty()) continue;
            number++;
            // What stands before a colon is no secret; the rest is never repeated.
            int colon = each.indexOf(':');
            String id = colon < 0 ? "" : each.substring(0, colon);
            if (!ID.matcher(id).matches() || id.equals(PLAIN) || id.equals(INVENTED))
                throw new BadKeys(
                        "%s: key %d has no id. Write id:key, where the id is yours to choose, of up to 20 of a-z, 0-9 and -, but not %s or %s"
                                .formatted(where, number, PLAIN, INVENTED));
            if (keys.put(id, key(where, id, each.substring(colon + 1))) != null)
                throw new BadKeys(
                        "%s: there are two keys with the id %s. Give the newer one another id".formatted(where, id));
        }
        if (keys.isEmpty()) throw new BadKeys("%s: there is no key in it. %s".formatted(where, MAKE_ONE));
        return new Keyring(keys);
    }

    private static SecretKeySpec key(String where, String id, String base64) {
        byte[] key;
        try {
            key = Base64.getDecoder().decode(base64);
        } catch (IllegalArgumentException e) {
            throw new BadKeys("%s: the key %s is not base64. %s".formatted(where, id, MAKE_ONE));
        }
        if (key.length != KEY_BYTES)
            throw new BadKeys("%s: the key %s has %d bytes, and must have %d. %s"
                    .formatted(where, id, key.length, KEY_BYTES, MAKE_ONE));
        if (Arrays.equals(key, INVENTED_KEY))
            throw new BadKeys(
                    "%s: the key %s is the sandbox's, which everybody knows. %s".formatted(where, id, MAKE_ONE));
        return new SecretKeySpec(key, "AES");
    }

    /** The id of the key that texts are sealed with. */
    String first() {
        return first;
    }

    Set<String> ids() {
        return keys.keySet();
    }

    /**
     * @param place where it will stand: table and column
     */
    public String seal(String place, String text) {
        if (text.isEmpty()) return text;
        byte[] nonce = new byte[NONCE_BYTES];
        random.nextBytes(nonce);
        byte[] words = text.getBytes(StandardCharsets.UTF_8);
        try {
            Cipher cipher = cipher(Cipher.ENCRYPT_MODE, keys.get(first), nonce, place);
            byte[] all = Arrays.copyOf(nonce, NONCE_BYTES + cipher.getOutputSize(words.length));
            cipher.doFinal(words, 0, words.length, all, NONCE_BYTES);
            return first + ":" + Base64.getEncoder().withoutPadding().encodeToString(all);
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    /**
     * @param place where it stands
     * @throws Unreadable when it was not sealed for this place by one of these keys, or was changed since
     */
    public String open(String place, String sealed) {
        if (sealed.isEmpty()) return sealed;
        int colon = sealed.indexOf(':');
        SecretKeySpec key = colon < 0 ? null : keys.get(sealed.substring(0, colon));
        if (key == null) throw new Unreadable(place, unknown(colon < 0 ? "" : sealed.substring(0, colon)));
        try {
            byte[] all = Base64.getDecoder().decode(sealed.substring(colon + 1));
            byte[] nonce = Arrays.copyOf(all, NONCE_BYTES);
            ByteBuffer words = ByteBuffer.allocate(all.length);
            cipher(Cipher.DECRYPT_MODE, key, nonce, place)
                    .doFinal(ByteBuffer.wrap(all, NONCE_BYTES, all.length - NONCE_BYTES), words);
            return StandardCharsets.UTF_8.decode(words.flip()).toString();
        } catch (AEADBadTagException | IndexOutOfBoundsException | IllegalArgumentException notSealedHere) {
            throw new Unreadable(place, "it was changed, or sealed by another key or for another place");
        } catch (GeneralSecurityException everyJdkHasIt) {
            throw new IllegalStateException(everyJdkHasIt);
        }
    }

    private static String unknown(String id) {
        return ID.matcher(id).matches() ? "TUMMLER_KEYS has no key " + id : "it bears no key's id";
    }

    private static Cipher cipher(int mode, @Nullable SecretKeySpec key, byte[] nonce, String place)
            throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key, new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(place.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
