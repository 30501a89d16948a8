package io.nurt.forecast.internal.history;

import java.time.LocalDate;

/**
 * One deal as known at one moment: what features look at. Everything in it was recorded by that moment.
 *
 * @param index of the last event known
 * @param age whole periods since the stage was entered
 */
public record View(Trail trail, int index, long moment, LocalDate day, int age, Surroundings around) {
    public Known now() {
        return trail.known().get(index);
    }

    public Known first() {
        return trail.known().get(0);
    }
}
