package io.nurt.identity.internal;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.testing.Http;
import io.nurt.testing.NurtTest;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

@NurtTest
class TeamAdminTest {
    @Autowired
    Setup setup;

    @LocalServerPort
    int port;

    Company company;
    Http admin;

    @BeforeEach
    void aCompany() {
        company = new Company(setup, port);
        admin = company.administrator();
    }

    private String team(Map<String, ?> request) {
        Http.Answer answer = admin.post("/teams", request);
        assertThat(answer.status()).as(answer.raw().body()).isEqualTo(201);
        return answer.text("/id");
    }

    @Test
    void aTeamHasAManagerMembersAndATeamAbove() {
        String jan = Company.id(company.join(admin, "representative"));
        String sales = team(Map.of("name", "Sales", "managerId", Company.id(admin)));
        Http.Answer north = admin.post("/teams", Map.of("name", "North", "parentId", sales, "memberIds", List.of(jan)));

        assertThat(north.text("/parent/name")).isEqualTo("Sales");
        assertThat(north.text("/members/0/name")).isEqualTo("Jan representative");
        assertThat(admin.get("/teams").json().size()).isEqualTo(2);
        assertThat(admin.get("/me").text("/user/teams/0/name")).isEqualTo("Sales");
    }

    @Test
    void aTeamIsChangedFieldByFieldAndNullClears() {
        String above = team(Map.of("name", "Above"));
        String id = team(Map.of("name", "North", "managerId", Company.id(admin), "parentId", above));
        Map<String, Object> patch = new HashMap<>();
        patch.put("managerId", null);
        patch.put("name", "Far North");

        Http.Answer answer = admin.patch("/teams/" + id, patch);
        assertThat(answer.text("/name")).isEqualTo("Far North");
        assertThat(answer.json().path("manager").isNull()).isTrue();
        assertThat(answer.text("/parent/id")).isEqualTo(above);
        assertThat(answer.header("ETag")).isEqualTo("\"v2\"");
        assertThat(admin.with("If-Match", "\"v1\"")
                        .patch("/teams/" + id, Map.of("name", "X"))
                        .status())
                .isEqualTo(412);
    }

    @Test
    void circlesDoublesAndUnknownPeopleAreRefused() {
        String above = team(Map.of("name", "Above"));
        String below = team(Map.of("name", "Below", "parentId", above));

        assertThat(admin.patch("/teams/" + above, Map.of("parentId", below)).code())
                .isEqualTo("identity.team-loop");
        assertThat(admin.delete("/teams/" + above).code()).isEqualTo("identity.team-has-teams");
        assertThat(admin.post("/teams", Map.of("name", "above")).text("/errors/0/code"))
                .isEqualTo("identity.team-name-taken");
        String stranger = company.workspace().toString();
        assertThat(admin.post("/teams", Map.of("name", "X", "managerId", stranger, "memberIds", List.of(stranger)))
                        .json()
                        .path("errors")
                        .findValuesAsString("field"))
                .containsExactlyInAnyOrder("managerId", "memberIds");
        assertThat(admin.delete("/teams/" + below).status()).isEqualTo(204);
        assertThat(admin.delete("/teams/" + above).status()).isEqualTo(204);
    }

    @Test
    void aUserIsPutIntoTeamsFromTheirOwnSideToo() {
        String north = team(Map.of("name", "North"));
        String id = Company.id(company.join(admin, "manager"));

        assertThat(admin.patch("/users/" + id, Map.of("teamIds", List.of(north)))
                        .text("/teams/0/name"))
                .isEqualTo("North");
        assertThat(admin.patch("/users/" + id, Map.of("teamIds", List.of()))
                        .json()
                        .path("teams")
                        .size())
                .isZero();
    }

    @Test
    void whoMayNotManageUsersReadsTeamsOnly() {
        Http jan = company.join(admin, "manager");
        String id = team(Map.of("name", "North"));
        assertThat(jan.get("/teams").json().size()).isEqualTo(1);
        assertThat(jan.post("/teams", Map.of("name", "Mine")).status()).isEqualTo(403);
        assertThat(jan.patch("/teams/" + id, Map.of("name", "Mine")).status()).isEqualTo(403);
        assertThat(jan.delete("/teams/" + id).status()).isEqualTo(403);
    }
}
