package io.tummler.chat.sandbox;

import com.networknt.schema.Error;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * Where one of several schemas should fit and none did, a validator tells what speaks against each. Nobody wants to read
 * that of a button it is no text: this leaves only the schemas whose {@code type} is the one that was given.
 */
final class Choices {
    /**
     * One of several schemas, for one value.
     *
     * @param choice where the choice stands in the schema, up to {@code /oneOf}
     * @param value where the value stands
     */
    private record Branch(String choice, String number, String value) {
        private boolean isAsked(Error error) {
            return (error.getEvaluationPath() + "/").startsWith(choice + "/" + number + "/") && isOf(error);
        }

        private boolean isOf(Error error) {
            return (error.getInstanceLocation() + "/").startsWith(value + "/");
        }

        private Optional<Branch> beside(Error error) {
            String path = error.getEvaluationPath() + "/";
            if (!path.startsWith(choice + "/") || !isOf(error)) return Optional.empty();
            String rest = path.substring(choice.length() + 1);
            return rest.isEmpty()
                    ? Optional.empty()
                    : Optional.of(new Branch(choice, rest.substring(0, rest.indexOf('/')), value));
        }
    }

    private static final String TYPE = "/type";

    private Choices() {}

    static List<Error> meant(List<Error> errors) {
        Set<Branch> others = errors.stream()
                .map(Choices::ofOtherType)
                .flatMap(Optional::stream)
                .collect(Collectors.toCollection(HashSet::new));
        // Where no schema is of the type that was given, all of them say so.
        others.removeIf(branch ->
                errors.stream().map(branch::beside).flatMap(Optional::stream).allMatch(Set.copyOf(others)::contains));
        return errors.stream()
                .filter(error -> others.stream().noneMatch(it -> it.isAsked(error)))
                .toList();
    }

    /** The branch that an error rules out, because it wants another type. */
    private static Optional<Branch> ofOtherType(Error error) {
        String value = Objects.toString(error.getInstanceLocation());
        String path = Objects.toString(error.getEvaluationPath());
        int type = path.lastIndexOf("/properties/type");
        if (!value.endsWith(TYPE) || type < 0) return Optional.empty();
        String before = path.substring(0, type) + "/";
        int choice = Math.max(before.lastIndexOf("/oneOf/"), before.lastIndexOf("/anyOf/"));
        if (choice < 0) return Optional.empty();
        int number = choice + "/oneOf/".length();
        return Optional.of(new Branch(
                path.substring(0, number - 1),
                before.substring(number, before.indexOf('/', number)),
                value.substring(0, value.length() - TYPE.length())));
    }
}
