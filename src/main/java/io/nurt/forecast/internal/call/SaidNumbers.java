package io.nurt.forecast.internal.call;

import io.nurt.forecast.ForecastChanged;
import io.nurt.forecast.internal.ForecastNews;
import io.nurt.identity.Caller;
import io.nurt.identity.Permission;
import io.nurt.identity.Workspaces;
import io.nurt.kernel.CommonProblem;
import io.nurt.kernel.Ids;
import io.nurt.kernel.Problem;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.ObjectMapper;

/** Commitments and calls: saying them and reading what was said. */
@Service
class SaidNumbers {
    private static final int LONGEST_REASON = 2000;

    private final Calls calls;
    private final SubmissionStore store;
    private final Workspaces workspaces;
    private final ObjectMapper json;
    private final ForecastNews news;

    SaidNumbers(Calls calls, SubmissionStore store, Workspaces workspaces, ObjectMapper json, ForecastNews news) {
        this.news = news;
        this.calls = calls;
        this.store = store;
        this.workspaces = workspaces;
        this.json = json;
    }

    /** The figure that a number replaces. */
    record Replaced(Submission.Kind kind, CallRow.CallSaid said) {}

    /**
     * Says a number. It needs a reason where it replaces a different number of somebody else, or the sum of other people's.
     *
     * @throws Problem when the caller may not say it, or it lacks a reason
     */
    @Transactional
    public Submission submit(
            Period period, Subject subject, Submission.Kind kind, BigDecimal amount, @Nullable String reason) {
        Caller caller = Caller.require(Permission.WRITE);
        Amount.check("amount", amount);
        if (period.over(calls.today())) {
            throw new Problem(CallProblem.PERIOD_OVER, period.toString());
        }
        CallRow row = row(caller, period, subject);
        if (kind != Submission.Kind.CALL && !row.person()) {
            throw new Problem(CallProblem.COMMIT_OF_TEAM);
        }
        if (kind == Submission.Kind.CALL ? !row.mayLead() : !row.maySubmit()) {
            throw new Problem(
                    kind == Submission.Kind.CALL ? CallProblem.NOT_YOURS_TO_LEAD : CallProblem.NOT_YOURS_TO_SAY);
        }
        String why = reason == null || reason.isBlank() ? null : reason.strip();
        if (why != null && why.length() > LONGEST_REASON) {
            throw new Problem(CommonProblem.INVALID).field("reason", "common.too-long", LONGEST_REASON);
        }
        Replaced replaced = replaced(row, kind);
        if (why == null
                && replaced != null
                && !caller.userId().equals(replaced.said().authorId())
                && new BigDecimal(replaced.said().amount()).compareTo(amount) != 0) {
            throw new Problem(CallProblem.REASON_MISSING).with("replaces", replaced);
        }
        Submission said = new Submission(
                Ids.next(),
                subject,
                period,
                kind,
                amount,
                workspaces.current().currency().getCurrencyCode(),
                why,
                base(row, replaced),
                caller.userId(),
                caller.name(),
                Instant.now());
        store.add(said);
        news.changed(ForecastChanged.Part.SAID);
        return store.history(period, subject).stream()
                .filter(one -> one.id().equals(said.id()))
                .findFirst()
                .orElse(said);
    }

    private CallRow row(Caller caller, Period period, Subject subject) {
        return Seen.rows(calls.table(period, caller.visibility()).rows(), caller.visibility(), calls.leading(caller))
                .stream()
                .filter(row ->
                        row.kind().equals(subject.kind().code()) && subject.id().equals(row.id()))
                .findFirst()
                .orElseThrow(() -> new Problem(CallProblem.SUBJECT_UNKNOWN));
    }

    private static @Nullable Replaced replaced(CallRow row, Submission.Kind kind) {
        return switch (kind) {
            case COMMIT -> row.commit() == null ? null : new Replaced(kind, row.commit());
            case BEST_CASE -> row.bestCase() == null ? null : new Replaced(kind, row.bestCase());
            case CALL ->
                row.call() != null
                        ? new Replaced(kind, row.call())
                        : row.commit() == null ? null : new Replaced(Submission.Kind.COMMIT, row.commit());
        };
    }

    private String base(CallRow row, @Nullable Replaced replaced) {
        Map<String, @Nullable Object> base = new LinkedHashMap<>();
        if (replaced != null) {
            base.put("kind", replaced.kind().code());
            base.put("amount", replaced.said().amount());
            base.put("summed", !replaced.said().own());
            base.put("author", replaced.said().author());
            base.put("authorId", replaced.said().authorId());
        }
        base.put("won", row.won());
        base.put("stageWeighted", row.stageWeighted());
        if (row.model() != null) {
            base.put("modelP10", row.model().p10());
            base.put("modelP50", row.model().p50());
            base.put("modelP90", row.model().p90());
        }
        return json.writeValueAsString(base);
    }

    /** Everything that was said of one row, newest first. */
    @Transactional(readOnly = true)
    public List<Submission> history(Period period, String kind, UUID id) {
        Caller caller = Caller.require(Permission.READ);
        Subject subject = Subjects.of(kind, id);
        row(caller, period, subject);
        return store.history(period, subject);
    }
}
