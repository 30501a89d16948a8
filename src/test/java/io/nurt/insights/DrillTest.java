package io.nurt.insights;

import static org.assertj.core.api.Assertions.assertThat;

import io.nurt.pipeline.DealFilter;
import io.nurt.pipeline.DealQuery;
import io.nurt.testing.NurtTest;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.PlatformTransactionManager;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/** The way from a figure leads to exactly the deals it was computed from, read by the deals list itself. */
@NurtTest
class DrillTest {
    @Autowired
    InsightsService insights;

    @Autowired
    DealQuery list;

    @Autowired
    ObjectMapper json;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    PlatformTransactionManager transactions;

    private Deals deals;
    private UUID anna;
    private UUID central;
    private UUID north;
    private UUID basic;
    private int checked;

    /** Deals of every kind: owners in nested teams, in none; products one, two, none; sources with a comma. */
    @BeforeEach
    void write() {
        deals = new Deals(jdbc, transactions);
        anna = deals.user("Anna");
        UUID piotr = deals.user("Piotr");
        UUID zofia = deals.user("Zofia");
        central = deals.team("Central", null, anna);
        north = deals.team("North", central, piotr);
        basic = deals.product("Basic");
        UUID pro = deals.product("Pro");
        UUID[] owners = {anna, piotr, zofia};
        String[] sources = {"Fair, Hanover", "Web"};
        for (int i = 0; i < 60; i++) {
            LocalDate opened = LocalDate.of(2026, 1, 1).plusDays(i);
            String closed = opened.plusDays(i % 45).toString();
            Deals.Deal deal = switch (i % 5) {
                case 0, 1 -> deals.won(opened.toString(), closed, i % 7 == 0 ? null : "100");
                case 2, 3 -> deals.lost(opened.toString(), closed);
                default -> deals.open(i % 2 == 0 ? deals.talks : deals.offer, opened.toString(), "50");
            };
            if (i % 4 != 3) {
                deal.owner(owners[i % 4]);
            }
            if (i % 3 != 2) {
                deal.source(sources[i % 3]);
            }
            if (i % 9 == 0) {
                deal.archived();
            }
            if (i % 11 == 0) {
                deal.trashed();
            }
            if (i % 13 == 4) {
                deal.currency("USD");
            }
            if (i % 10 == 4) {
                deal.resumeOn(LocalDate.now().plusDays(10));
            }
            UUID id = deal.write();
            if (i % 4 != 0) {
                deals.sold(id, basic);
            }
            if (i % 4 == 1) {
                deals.sold(id, pro);
            }
        }
        // The last moment of a day in Warsaw, and the first of the next.
        deals.won("2026-01-01", "2026-03-31", "1")
                .closed(Instant.parse("2026-03-31T21:59:59.999Z"))
                .write();
        deals.won("2026-01-01", "2026-03-31", "1")
                .closed(Instant.parse("2026-03-31T22:00:00Z").truncatedTo(ChronoUnit.MILLIS))
                .write();
    }

    private List<Question> questions() {
        return List.of(
                Asking.all(),
                Asking.period("2026-01-15", "2026-03-31"),
                Asking.with(Map.of("from", "2026-02-01", "team", central.toString())),
                Asking.with(Map.of("team", north + ";none", "to", "2026-02-20")),
                Asking.with(Map.of("owner", anna + ";none")),
                Asking.with(Map.of("product", basic.toString(), "pipeline", deals.pipeline.toString())),
                Asking.with(Map.of("product", basic + ";none", "source", "Fair, Hanover;none")),
                Asking.with(Map.of("team", "none", "source", "Web")));
    }

    @Test
    void everyFigureLeadsToItsDeals() {
        for (Question question : questions()) {
            List<Object> answers = new ArrayList<>();
            deals.asked(() -> answers.add(insights.summary(question)));
            deals.asked(() -> answers.add(insights.wonByMonth(question)));
            deals.asked(() -> answers.add(insights.openByStage(question)));
            deals.asked(() -> answers.add(insights.stageAgeing(question)));
            for (By by : By.values()) {
                deals.asked(() -> answers.add(insights.breakdown(question, by)));
            }
            answers.forEach(answer -> check(question, json.valueToTree(answer)));
        }
        assertThat(checked).isGreaterThan(500);
    }

    private void check(Question question, JsonNode node) {
        if (node.has("drill")) {
            lead(question, node.get("drill"), population(node), node);
        }
        if (node.has("drills")) {
            for (String status : List.of("won", "lost", "open")) {
                lead(question, node.get("drills").get(status), node.get(status).asLong(), node);
            }
        }
        node.forEach(child -> {
            if (child.isContainer()) {
                check(question, child);
            }
        });
    }

    private static long population(JsonNode node) {
        if (node.has("won")) {
            JsonNode won = node.get("won");
            return won.isNumber()
                    ? won.asLong() + node.get("lost").asLong()
                    : won.get("count").asLong() + node.get("lost").get("count").asLong();
        }
        if (node.has("count")) {
            return node.get("count").asLong();
        }
        long left = 0;
        if (node.hasNonNull("left")) {
            for (JsonNode part : node.get("left")) {
                left += part.asLong();
            }
        }
        return node.get("n").asLong() + left;
    }

    private void lead(Question question, JsonNode drill, long wanted, JsonNode figure) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        drill.propertyStream().forEach(entry -> {
            List<String> values = new ArrayList<>();
            entry.getValue().forEach(value -> values.add(value.asString()));
            parameters.put(entry.getKey(), values);
        });
        long found =
                deals.asked(() -> list.sum(DealFilter.of(parameters), null)).count();
        assertThat(found)
                .as("%s leads from %s, asked %s", drill, figure, question)
                .isEqualTo(wanted);
        checked++;
    }
}
