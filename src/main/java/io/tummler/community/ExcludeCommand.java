package io.tummler.community;

import io.tummler.api.Button;
import io.tummler.api.ButtonAction;
import io.tummler.api.Call;
import io.tummler.api.Members;
import io.tummler.api.MenuEntry;
import io.tummler.api.Message;
import io.tummler.api.PersonRef;
import io.tummler.api.Role;
import io.tummler.api.Sentence;
import io.tummler.api.SlashCommand;
import io.tummler.api.Wording;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /exclude}: with whom a member does not want to be brought together; without options, who that is so far. */
@Singleton
class ExcludeCommand implements SlashCommand {
    static final int MOST = 50;
    /** Leaves room for the button that leads on. */
    private static final int ON_A_PAGE = Message.BUTTONS_MAX - 1;

    private static final String PERSON = MenuEntry.PERSON;
    private static final String ROLE = "role";
    /** As Discord names the role that is everybody's. */
    private static final String EVERYBODY = "@everyone";

    private final KnownExclusions exclusions;
    private final Members members;

    ExcludeCommand(KnownExclusions exclusions, Members members) {
        this.exclusions = exclusions;
        this.members = members;
    }

    @Override
    public Spec spec() {
        return Spec.of(
                "exclude",
                new Says.ExcludeCommand(),
                new Option.Person(PERSON, new Says.ExcludePerson(), false),
                new Option.RoleOption(ROLE, new Says.ExcludeRole(), false));
    }

    @Override
    public boolean worksWhenOff() {
        return true;
    }

    @Override
    public Message run(Call call) {
        List<Excluded> wanted = new ArrayList<>();
        Optional<PersonRef> person = call.account(PERSON);
        if (person.isPresent() && person.equals(members.person(call.member())))
            return Message.of(new Says.ExcludeSelf());
        person.ifPresent(it -> wanted.add(new Excluded.Person(it.id())));
        Optional<Role> role = call.role(ROLE);
        if (role.filter(it -> it.name().equals(EVERYBODY)).isPresent()) return Message.of(new Says.ExcludeEverybody());
        role.ifPresent(it -> wanted.add(new Excluded.OfRole(it)));
        if (wanted.isEmpty()) return page(exclusions.of(call.member()), 0, ON_A_PAGE);
        wanted.removeIf(it -> exclusions.has(call.member(), it));
        if (exclusions.of(call.member()).size() + wanted.size() > MOST)
            return Message.of(new Says.ExcludedEnough(MOST));
        wanted.forEach(it -> exclusions.add(call.community(), call.member(), it));
        return Message.of(new Says.ExcludedNow(
                person.stream().toList(),
                role.map(ExcludeCommand::name).stream().toList()));
    }

    /** What moderators called it is no more to be trusted than what members write. */
    private static Wording name(Role role) {
        return Wording.parse(role.name()) instanceof Wording.Parsed.Good(Wording good) ? good : new Wording(role.id());
    }

    /** So many from there on, each with the button that takes it back. */
    static Message page(List<ExclusionRow> all, int from, int most) {
        if (all.isEmpty()) return Message.of(new Says.ExcludesNobody());
        List<Says.Apart> lines = new ArrayList<>();
        List<Button> buttons = new ArrayList<>();
        int to = Math.min(all.size(), from + most);
        for (int i = from; i < to; i++) {
            ExclusionRow row = all.get(i);
            lines.add(
                    switch (row.excluded()) {
                        case Excluded.Person(String id) ->
                            new Says.Apart(i + 1, List.of(new PersonRef("", id)), List.of());
                        case Excluded.OfRole(var role) -> new Says.Apart(i + 1, List.of(), List.of(name(role)));
                    });
            buttons.add(
                    new Button(new Says.IncludeAgain(i + 1), Button.Style.SECONDARY, Include.NAME, row.id.toString()));
        }
        int more = all.size() - to;
        if (more > 0) buttons.add(new Button(new Says.MoreExclusions(), Button.Style.PRIMARY, More.NAME, "" + to));
        return new Message(List.<Sentence>of(new Says.ExclusionsHeld(lines, more)), buttons);
    }

    /** {@code community.include:EXCLUSION}: takes it back. */
    @Singleton
    static class Include implements ButtonAction {
        static final String NAME = "community.include";

        private final KnownExclusions exclusions;

        Include(KnownExclusions exclusions) {
            this.exclusions = exclusions;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public boolean worksWhenOff() {
            return true;
        }

        @Override
        public Message press(Call call) {
            boolean removed =
                    call.id().filter(id -> exclusions.remove(call.member(), id)).isPresent();
            return Message.of(removed ? new Says.Included() : new Says.IncludedBefore());
        }
    }

    /** {@code community.exclusions:FROM}: the others. */
    @Singleton
    static class More implements ButtonAction {
        static final String NAME = "community.exclusions";

        private final KnownExclusions exclusions;

        More(KnownExclusions exclusions) {
            this.exclusions = exclusions;
        }

        @Override
        public String name() {
            return NAME;
        }

        @Override
        public boolean worksWhenOff() {
            return true;
        }

        @Override
        public Message press(Call call) {
            List<ExclusionRow> all = exclusions.of(call.member());
            int from = call.argument().matches("[0-9]{1,4}") ? Integer.parseInt(call.argument()) : 0;
            return page(all, from < all.size() ? from : 0, ON_A_PAGE);
        }
    }
}
