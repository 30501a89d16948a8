package io.nurt.forecast.internal.call;

import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Role;
import io.nurt.identity.Team;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Of whom the caller may make the call and set the quota: administrators and managers who see all, of everyone; else those
 * who lead a team, of it, the teams below and their people, but not of themselves. */
final class Leading {
    private final Caller caller;
    private final boolean everyone;
    private final Set<UUID> teams = new HashSet<>();
    private final Set<UUID> people = new HashSet<>();

    Leading(Caller caller, List<Team> all) {
        this.caller = caller;
        boolean writes = caller.may(Permission.WRITE);
        this.everyone = writes
                && (caller.role() == Role.ADMINISTRATOR
                        || caller.role() == Role.MANAGER && caller.visibility().all());
        if (writes && !everyone) {
            all.stream()
                    .filter(team -> caller.userId().equals(team.managerId()))
                    .forEach(team -> add(team, all));
            people.remove(caller.userId());
        }
    }

    private void add(Team team, List<Team> all) {
        if (teams.add(team.id())) {
            people.addAll(team.memberIds());
            if (team.managerId() != null) {
                people.add(team.managerId());
            }
            all.stream().filter(below -> team.id().equals(below.parentId())).forEach(below -> add(below, all));
        }
    }

    boolean leads(Subject subject) {
        return everyone
                || switch (subject.kind()) {
                    case WORKSPACE -> false;
                    case TEAM -> teams.contains(subject.id());
                    case USER -> people.contains(subject.id());
                };
    }

    boolean anyone() {
        return everyone || !teams.isEmpty();
    }

    /** The person themselves, and those who lead them. */
    boolean submitsFor(@Nullable UUID person) {
        return person != null
                && caller.may(Permission.WRITE)
                && (person.equals(caller.userId()) || leads(Subject.user(person)));
    }
}
