package io.nurt.forecast.internal.history;

import java.util.List;
import java.util.UUID;

/**
 * All that was ever recorded of one deal, in the order of recording.
 *
 * @param number tells the deal from others within one reading
 */
public record Trail(int number, UUID dealId, List<Known> known) {

    /** Index of what was known at a moment; -1 before the first recording. */
    int at(long moment) {
        int low = 0;
        int high = known.size();
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (known.get(middle).recorded() <= moment) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        return low - 1;
    }

    /** When the deal, as known with an event, had come to where it stands. */
    long since(int index) {
        return known.get(entered(index)).effective();
    }

    /** Index of the event with which it had come there. */
    int entered(int index) {
        int i = index;
        while (i > 0 && !known.get(i).transition()) {
            i--;
        }
        return i;
    }
}
