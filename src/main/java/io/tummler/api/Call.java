package io.tummler.api;

import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A command or a press on its way to the engine that answers it.
 *
 * @param cause the key of the interaction: the same interaction has the same, whatever happens
 * @param member who called; a member from now on, without any consent yet unless given before
 * @param argument of a press, the button's argument
 * @param quoted of a press, the text above the button
 * @param texts of a command, its text options by name
 * @param people of a command, its person options by name; empty for somebody who is no member
 * @param accounts of a command, the same as the platform knows them
 * @param roles of a command, its role options by name
 */
public record Call(
        String cause,
        CommunityId community,
        MemberId member,
        Instant at,
        Locale locale,
        String argument,
        String quoted,
        Map<String, String> texts,
        Map<String, Optional<MemberId>> people,
        Map<String, PersonRef> accounts,
        Map<String, Role> roles) {
    public Optional<String> text(String option) {
        return Optional.ofNullable(texts.get(option));
    }

    /**
     * The id that the argument is, or ends with after a dot; empty when there is none, as in a button that an older
     * version left behind.
     */
    public Optional<UUID> id() {
        try {
            return Optional.of(UUID.fromString(argument.substring(argument.lastIndexOf('.') + 1)));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    public Optional<MemberId> person(String option) {
        return people.getOrDefault(option, Optional.empty());
    }

    public Optional<PersonRef> account(String option) {
        return Optional.ofNullable(accounts.get(option));
    }

    public Optional<Role> role(String option) {
        return Optional.ofNullable(roles.get(option));
    }
}
