package io.nurt.pipeline;

import io.nurt.kernel.ProblemType;
import java.util.Locale;

/** Refusals of this module. */
enum PipelineProblem implements ProblemType {
    /** A gate does not let the deal change its stage; {@code requirements} says what is open. */
    MOVE_REFUSED(409),
    /** A deal is being lost without a reason where the workspace asks for one. */
    LOST_REASON_MISSING(422),
    /** The stage is archived or not of a pipeline in use. */
    STAGE_UNUSABLE(422),
    /** Deals stand in the stage; {@code deals} says how many. */
    STAGE_HAS_DEALS(409),
    /** A pipeline needs an open, a won and a lost stage. */
    STAGE_NEEDED(409),
    /** The stages given are not exactly those of the pipeline. */
    STAGES_DIFFER(422),
    /** The pipeline still has open deals; {@code deals} says how many. */
    PIPELINE_HAS_DEALS(409),
    /** It is the only pipeline in use. */
    LAST_PIPELINE(409),
    /** The day of closing lies before the beginning of the deal or in the future. */
    CLOSED_ON_IMPOSSIBLE(422),
    /** The deal is not open. */
    NOT_OPEN(409),
    /** The deal is open already. */
    NOT_CLOSED(409),
    /** The deal is in the trash: restore it first. */
    IN_TRASH(409),
    /** What should be taken back has been changed since. */
    UNDO_OVERTAKEN(409),
    /** A bulk edit may touch so many deals at once. */
    TOO_MANY(422);

    private final int status;

    PipelineProblem(int status) {
        this.status = status;
    }

    @Override
    public String code() {
        return "pipeline." + name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    @Override
    public int status() {
        return status;
    }
}
