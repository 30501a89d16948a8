package io.nurt.exchange.internal.mapping;

/** Take only rows whose value in that column begins so: a log of events may mix several kinds. */
public record PrefixFilter(int column, String prefix) {}
