package io.nurt.exchange.internal.running;

import io.nurt.exchange.internal.mapping.InterpretedRow;
import io.nurt.exchange.internal.mapping.TargetField;
import io.nurt.exchange.internal.reading.RefusalReason;
import io.nurt.identity.Teams;
import io.nurt.kernel.Language;
import io.nurt.platform.Texts;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * People and their teams. Known ones stay as they are; others become placeholders who own records and can be invited. People
 * under one manager form a team where the file names none; an office is the team above its teams.
 */
final class PersonPlanner implements Planner {
    /** People may name others of the same file as their manager; there are never many. */
    private static final int PORTION = 20_000;

    private static final int LONGEST = 200;

    /** Any of them makes a name. */
    private static final TargetField[] NAMES = {
        TargetField.PERSON_NAME, TargetField.PERSON_LAST_NAME, TargetField.PERSON_FIRST_NAME
    };

    private final RunContext context;
    private final PeopleBook people;
    private final Teams teams;
    private final Texts texts;
    private final Language language;

    PersonPlanner(RunContext context, PeopleBook people, Teams teams, Texts texts, Language language) {
        this.context = context;
        this.people = people;
        this.teams = teams;
        this.texts = texts;
        this.language = language;
    }

    @Override
    public int portion() {
        return PORTION;
    }

    @Override
    public @Nullable RowKey key(InterpretedRow row) {
        String id = row.text(TargetField.PERSON_ID);
        if (id != null) {
            return RowKey.id(id);
        }
        List<String> emails = Cells.all(row, TargetField.PERSON_EMAIL);
        if (!emails.isEmpty()) {
            return RowKey.email(emails.get(0));
        }
        String name = name(row);
        return name.isEmpty() ? null : RowKey.name(name, name.toLowerCase(java.util.Locale.ROOT));
    }

    private static String name(InterpretedRow row) {
        String whole = row.text(TargetField.PERSON_NAME);
        if (whole != null) {
            return whole;
        }
        String first = row.text(TargetField.PERSON_FIRST_NAME);
        String last = row.text(TargetField.PERSON_LAST_NAME);
        String joined = ((first == null ? "" : first) + " " + (last == null ? "" : last)).strip();
        List<String> emails = Cells.all(row, TargetField.PERSON_EMAIL);
        return joined.isEmpty() && !emails.isEmpty() ? emails.get(0) : joined;
    }

    /** A team to be, with whom it leads to. */
    private record Group(
            String name, @Nullable String office, @Nullable String manager) {}

    @Override
    public List<Effect> take(List<SourceRow> rows) {
        List<Effect> effects = new ArrayList<>(rows.size());
        Map<Group, Set<UUID>> groups = new LinkedHashMap<>();
        for (SourceRow source : rows) {
            InterpretedRow row = source.read();
            String name = name(row);
            if (name.isEmpty()) {
                effects.add(Effect.refused(RefusalReason.REQUIRED_MISSING.with(row.header(NAMES))));
                continue;
            }
            if (name.length() > LONGEST) {
                effects.add(
                        Effect.refused(RefusalReason.TEXT_TOO_LONG.with(row.header(NAMES), name.length(), LONGEST)));
                continue;
            }
            effects.add(person(row, name, groups));
        }
        groups.forEach(this::join);
        return effects;
    }

    private Effect person(InterpretedRow row, String name, Map<Group, Set<UUID>> groups) {
        String externalId = row.text(TargetField.PERSON_ID);
        List<String> emails = Cells.all(row, TargetField.PERSON_EMAIL);
        String email = emails.isEmpty() ? null : emails.get(0);
        UUID known = externalId == null ? null : people.find(externalId);
        if (known == null && email != null) {
            known = people.byEmail(email);
        }
        if (known == null) {
            known = people.find(name);
        }
        if (known != null) {
            if (externalId != null) {
                people.called(externalId, known);
            }
            return Effect.unchanged(name);
        }
        UUID id = people.add(name, email, externalId);
        Group group = group(row);
        if (group != null) {
            groups.computeIfAbsent(group, any -> new LinkedHashSet<>()).add(id);
        }
        return Effect.created(name);
    }

    private @Nullable Group group(InterpretedRow row) {
        String team = row.text(TargetField.PERSON_TEAM);
        String office = row.text(TargetField.PERSON_OFFICE);
        List<String> managers = Cells.all(row, TargetField.PERSON_MANAGER);
        String manager = managers.isEmpty() ? null : managers.get(0);
        if (team == null && manager != null) {
            team = texts.get(language, "exchange.team", manager);
        }
        if (team == null) {
            return office == null ? null : new Group(shortened(office), null, null);
        }
        return new Group(shortened(team), office == null ? null : shortened(office), manager);
    }

    private static String shortened(String name) {
        return name.length() > LONGEST ? name.substring(0, LONGEST) : name;
    }

    private void join(Group group, Set<UUID> members) {
        UUID manager = group.manager() == null ? null : people.owner(List.of(group.manager()));
        if (context.pretend()) {
            return;
        }
        UUID office = group.office() == null || group.office().equalsIgnoreCase(group.name())
                ? null
                : teams.join(context.importId(), group.office(), null, null, List.of());
        teams.join(context.importId(), group.name(), office, manager, members);
    }

    @Override
    public void committed() {
        people.committed();
    }

    @Override
    public void rolledBack() {
        people.rolledBack();
    }
}
