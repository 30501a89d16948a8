package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.identity.Visibility;
import io.nurt.identity.VisibilityLevel;
import io.nurt.kernel.Ids;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class TeamTreeTest {
    private final UUID head = Ids.next();
    private final UUID northManager = Ids.next();
    private final UUID inNorth = Ids.next();
    private final UUID inCity = Ids.next();
    private final UUID southManager = Ids.next();
    private final UUID inSouth = Ids.next();
    private final UUID outsider = Ids.next();

    private final TeamRow sales = team(null, head);
    private final TeamRow north = team(sales.id(), northManager, inNorth);
    private final TeamRow city = team(north.id(), null, inCity);
    private final TeamRow south = team(sales.id(), southManager, inSouth);
    private final TeamTree tree = new TeamTree(List.of(sales, north, city, south));

    @Test
    void whoeverManagesATeamSeesItAndEverythingBelow() {
        assertThat(seen(head)).containsExactlyInAnyOrder(head, northManager, inNorth, inCity, southManager, inSouth);
        assertThat(seen(northManager)).containsExactlyInAnyOrder(northManager, inNorth, inCity);
    }

    @Test
    void aMemberSeesTheTeamWithItsManagerAndWhatIsBelowButNotBesideOrAbove() {
        assertThat(seen(inNorth)).containsExactlyInAnyOrder(inNorth, northManager, inCity);
        assertThat(seen(inCity)).containsExactly(inCity);
    }

    @Test
    void someoneWithoutATeamSeesOnlyTheirOwn() {
        assertThat(seen(outsider)).containsExactly(outsider);
    }

    @Test
    void theOtherLevelsDoNotAskForTeams() {
        assertThat(tree.of(head, VisibilityLevel.OWN).owners()).containsExactly(head);
        assertThat(tree.of(outsider, VisibilityLevel.ALL)).isEqualTo(Visibility.ALL);
    }

    @Test
    void aRecordWithoutAnOwnerIsSeenByEveryone() {
        Visibility visibility = tree.of(inCity, VisibilityLevel.TEAM);
        assertThat(visibility.sees(null)).isTrue();
        assertThat(visibility.sees(inSouth)).isFalse();
    }

    @Test
    void aTeamCannotBePutBelowItself() {
        assertThat(tree.wouldLoop(sales.id(), city.id())).isTrue();
        assertThat(tree.wouldLoop(north.id(), north.id())).isTrue();
        assertThat(tree.wouldLoop(city.id(), south.id())).isFalse();
        assertThat(tree.wouldLoop(north.id(), null)).isFalse();
    }

    @Test
    void aCircleThatIsThereAllTheSameDoesNotHangTheServer() {
        TeamRow one = team(null, null, inNorth);
        TeamRow other = new TeamRow(Ids.next(), "other", one.id(), null, Set.of(inSouth), 1);
        TeamRow closed = new TeamRow(one.id(), "one", other.id(), null, one.members(), 1);
        assertThat(new TeamTree(List.of(closed, other))
                        .of(inNorth, VisibilityLevel.TEAM)
                        .owners())
                .containsExactlyInAnyOrder(inNorth, inSouth);
    }

    private Set<UUID> seen(UUID user) {
        return java.util.Objects.requireNonNull(
                tree.of(user, VisibilityLevel.TEAM).owners());
    }

    private static TeamRow team(@Nullable UUID parent, @Nullable UUID manager, UUID... members) {
        return new TeamRow(Ids.next(), "team", parent, manager, Set.of(members), 1);
    }
}
