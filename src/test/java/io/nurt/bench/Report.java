package io.nurt.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What was wanted and what was measured, as a table for people. */
final class Report {
    private final List<String> rows = new ArrayList<>();

    Report() {
        rows.add("| what | target | measured | measured / target | processor ms each | verdict |");
        rows.add("|---|---:|---:|---:|---:|---|");
    }

    /** At most so much is wanted. */
    void atMost(String what, double target, double measured, String unit, double cpu) {
        row(what, "<= " + number(target) + unit, number(measured) + unit, measured / target, cpu, measured <= target);
    }

    /** At least so much is wanted. */
    void atLeast(String what, double target, double measured, String unit, double cpu) {
        row(what, ">= " + number(target) + unit, number(measured) + unit, measured / target, cpu, measured >= target);
    }

    void told(String what, double measured, String unit) {
        add("| " + what + " | | " + number(measured) + unit + " | | | |");
    }

    private void row(String what, String target, String measured, double ratio, double cpu, boolean met) {
        add("| " + what + " | " + target + " | " + measured + " | " + number(ratio) + " | "
                + (Double.isNaN(cpu) ? "" : number(cpu)) + " | " + (met ? "met" : "**not met**") + " |");
    }

    private void add(String row) {
        rows.add(row);
        System.out.println(row);
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, value >= 100 ? "%,.0f" : value >= 10 ? "%.1f" : "%.2f", value);
    }

    void write(Path file, String head) throws IOException {
        Files.writeString(file, head + "\n\n" + String.join("\n", rows) + "\n");
        System.out.println("\n" + head + "\n\n" + String.join("\n", rows) + "\n\nAlso in " + file);
    }
}
