package io.nurt.bench;

import io.nurt.pipeline.BareBoard;
import io.nurt.testing.Http;
import io.nurt.testing.ProductServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/** Boards, moves, lists and searches of a filled server. */
final class Measures {
    private static final int SECONDS = 6;
    private final ProductServer server;
    private final Http http;
    private final Report report;
    private final double slower;
    private final String cookie;

    /** @param slower how many times the targets' time may be taken: twice at a million deals */
    Measures(ProductServer server, Http http, Report report, double slower) {
        this.server = server;
        this.http = http;
        this.report = report;
        this.slower = slower;
        this.cookie =
                http.get("/me").raw().request().headers().firstValue("Cookie").orElseThrow();
    }

    void all() throws Exception {
        JsonNode pipeline = StreamSupport.stream(http.get("/pipelines").json().spliterator(), false)
                .max(java.util.Comparator.comparingLong(
                        one -> board(one.path("id").asString()).findValues("count").stream()
                                .mapToLong(JsonNode::asLong)
                                .sum()))
                .orElseThrow();
        String id = pipeline.path("id").asString();
        List<UUID> open = StreamSupport.stream(pipeline.path("stages").spliterator(), false)
                .filter(stage -> stage.path("kind").asString().equals("open"))
                .map(stage -> UUID.fromString(stage.path("id").asString()))
                .toList();
        String owner = board(id).at("/stages/0/cards/0/owner/id").asString();
        boards(id, open, owner);
        moves(id, open);
        lists(id, open, owner);
        searches();
        figures(id);
        manyAtOnce(open);
    }

    /** Work that grows faster than what is asked for shows in that one of many takes longer than one of few. */
    private void manyAtOnce(List<UUID> open) {
        List<String> ids = new ArrayList<>();
        for (UUID stage : open) {
            http.get("/deals?limit=200&status=open&stage=" + stage)
                    .json()
                    .path("items")
                    .forEach(one -> ids.add(one.path("id").asString()));
        }
        List<String> few = ids.subList(0, ids.size() / 8);
        double[] each = new double[2];
        for (int turn = 0; turn < 2 * open.size(); turn++) {
            List<String> some = turn % 2 == 0 ? few : ids;
            long begun = System.nanoTime();
            Http.Answer answer =
                    http.post("/deals/bulk", Map.of("ids", some, "change", Map.of("stageId", open.get(turn / 2))));
            each[turn % 2] += (System.nanoTime() - begun) / 1e6 / some.size() / open.size();
            if (answer.status() != 200) {
                throw new IllegalStateException(answer.raw().body());
            }
        }
        report.told("a deal moved together with %d others".formatted(ids.size() - 1), each[1], " ms");
        report.atMost(
                "the same / one moved with %d others".formatted(few.size() - 1),
                1.5,
                each[1] / each[0],
                " times",
                Double.NaN);
    }

    private JsonNode board(String pipeline) {
        return http.get("/pipelines/" + pipeline + "/board").json();
    }

    private void boards(String pipeline, List<UUID> open, String owner) throws Exception {
        String path = "/pipelines/" + pipeline + "/board";
        JsonNode me = http.get("/me").json().path("workspace");
        try (Wire wire = new Wire(server.port(), cookie, false);
                BareBoard bare = new BareBoard(
                        server.database(),
                        UUID.fromString(me.path("id").asString()),
                        open,
                        me.path("currency").asString())) {
            Times.of(1000, 1, 2 * SECONDS, n -> {
                bare.read();
                wire.send("GET", path, "");
            });
            // In turns, so that whatever else the machine does meets both alike.
            long[] web = new long[400];
            long[] sql = new long[400];
            Duration before = server.cpu();
            Times both = Times.of(0, 400, 2 * SECONDS, n -> {
                long begun = System.nanoTime();
                wire.send("GET", path, "");
                long between = System.nanoTime();
                bare.read();
                sql[n] = System.nanoTime() - between;
                web[n] = between - begun;
            });
            double cpuOfBoth = each(before, both.count());
            double p50 = median(sql, both.count());
            double ratio = median(web, both.count()) / p50;
            Times board = time("board of %d stages, 20 cards each, p50".formatted(open.size()), 15, wire, "GET", path);
            report.told("the same, p95", board.p95(), " ms");
            report.told("its bare SQL through JDBC, p50, in turns with the board", p50, " ms");
            report.told("board and bare SQL together, processor time of server and database", cpuOfBoth, " ms");
            report.atMost("board / its bare SQL, p50", 2.0, ratio, "", Double.NaN);
        }
        try (Wire wire = new Wire(server.port(), cookie, true)) {
            time("board, compressed", 15, wire, "GET", path);
        }
        String source = http.get("/deals?status=open&limit=1").text("/items/0/source");
        if (http.get(path + "?source=" + url(source)).json().findValues("cards").stream()
                .allMatch(JsonNode::isEmpty)) {
            throw new IllegalStateException("An empty board is no measure: " + source);
        }
        try (Wire wire = new Wire(server.port(), cookie, false)) {
            time("board of one owner", 15, wire, "GET", path + "?owner=" + owner);
            time("board of one source", 15, wire, "GET", path + "?source=" + url(source));
        }
        Duration before = server.cpu();
        int[] done = new int[8];
        long end = System.nanoTime() + SECONDS * 1_000_000_000L;
        CompletableFuture.allOf(java.util.stream.IntStream.range(0, 8)
                        .mapToObj(client -> CompletableFuture.runAsync(
                                () -> {
                                    try (Wire wire = new Wire(server.port(), cookie, false)) {
                                        while (System.nanoTime() < end) {
                                            wire.send("GET", path, "");
                                            done[client]++;
                                        }
                                    } catch (IOException failed) {
                                        throw new UncheckedIOException(failed);
                                    }
                                },
                                task -> new Thread(task).start()))
                        .toArray(CompletableFuture[]::new))
                .get();
        int all = java.util.Arrays.stream(done).sum();
        report.atLeast("boards per second, 8 clients", 150 / slower, (double) all / SECONDS, "/s", each(before, all));
    }

    private void moves(String pipeline, List<UUID> open) throws Exception {
        List<String> cards = new ArrayList<>();
        for (JsonNode stage : board(pipeline).path("stages")) {
            stage.path("cards").forEach(card -> cards.add(card.path("id").asString()));
        }
        int turns = 3 * cards.size();
        try (Wire wire = new Wire(server.port(), cookie, false)) {
            Duration before = server.cpu();
            Times moved = Times.of(cards.size(), turns, 2 * SECONDS, n -> {
                // Each time into the next stage, so that it always moves.
                UUID to = open.get((n / cards.size() + n) % open.size());
                wire.send("POST", "/deals/" + cards.get(n % cards.size()) + "/move", "{\"stageId\":\"" + to + "\"}");
            });
            report.atMost(
                    "move of a deal, durable, p50",
                    8 * slower,
                    moved.p50(),
                    " ms",
                    each(before, moved.count() + cards.size()));
            report.told("the same, p95", moved.p95(), " ms");
        }
    }

    private void lists(String pipeline, List<UUID> open, String owner) throws Exception {
        String closed = "&closedFrom=" + java.time.LocalDate.now().minusDays(90);
        try (Wire wire = new Wire(server.port(), cookie, false)) {
            for (String[] list : new String[][] {
                {"latest", ""},
                {"open, by amount", "&status=open&sort=-amount"},
                {"of one stage, by expected close", "&stage=" + open.get(1) + "&sort=expectedClose"},
                {"of one owner, open, by expected close", "&status=open&owner=" + owner + "&sort=expectedClose"},
                {"of one owner, by title", "&owner=" + owner + "&sort=title"},
                {"lost, of a source, by closing", "&status=lost&source=" + url("Trade fair") + "&sort=-closedAt"},
                {"won in 90 days, by amount", "&status=won&sort=-amount" + closed},
                {"amount from to, latest", "&amountFrom=20000&amountTo=21000"},
                {"with a tag nobody has", "&tag=nobody"},
                {"with a rare word", "&q=" + url("Kowalski")},
                {"with a word of every deal", "&q=" + url("sp")},
                {"with two words, by amount", "&sort=-amount&q=" + url("sp z o")},
                {"as of 90 days ago", "&asOf=" + java.time.LocalDate.now().minusDays(90)},
                {
                    "as of 90 days ago, open, by amount",
                    "&status=open&sort=-amount&asOf="
                            + java.time.LocalDate.now().minusDays(90)
                },
            }) {
                time("list " + list[0], 15, wire, "GET", "/deals?limit=50" + list[1]);
            }
            Times count =
                    Times.of(5, 100, SECONDS, n -> wire.send("GET", "/deals?limit=50&count=true&status=open", ""));
            report.told("list with count and total, p50", count.p50(), " ms");
        }
    }

    private void searches() throws Exception {
        try (Wire wire = new Wire(server.port(), cookie, false)) {
            for (String text :
                    List.of("kowal", "Nowak", "sp", "z o.o.", "spolka", "anna kow", "wdro", "a", "qqqxyz", "500")) {
                time("search \"" + text + "\"", 25, wire, "GET", "/search?q=" + url(text));
            }
        }
    }

    private void figures(String pipeline) throws Exception {
        try (Wire wire = new Wire(server.port(), cookie, false)) {
            String path = "/insights/summary?pipeline=" + pipeline;
            wire.send("GET", path, "");
            Duration before = server.cpu();
            Times summary = Times.of(0, 50, SECONDS, n -> wire.send("GET", path, ""));
            report.told("dashboard's summary, p50", summary.p50(), " ms");
            report.told("the same, processor time", each(before, summary.count()), " ms");
        }
    }

    private Times time(String what, double target, Wire wire, String method, String path) throws Exception {
        for (int i = 0; i < 12; i++) {
            wire.send(method, path, ""); // the server's statements are prepared after some uses
        }
        Duration before = server.cpu();
        Times times = Times.of(0, 200, SECONDS / 2, n -> wire.send(method, path, ""));
        report.atMost(what, target * slower, times.p50(), " ms", each(before, times.count()));
        return times;
    }

    private static double median(long[] nanos, int count) {
        long[] sorted = java.util.Arrays.copyOf(nanos, count);
        java.util.Arrays.sort(sorted);
        return sorted[count / 2] / 1e6;
    }

    private double each(Duration before, int times) throws IOException {
        return server.cpu().minus(before).toMillis() / (double) times;
    }

    private static String url(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
