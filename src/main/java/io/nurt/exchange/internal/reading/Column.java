package io.nurt.exchange.internal.reading;

/**
 * A column of a file.
 *
 * @param index from 0
 * @param name unique within the file; made up for a blank header, numbered for a repeated one
 * @param header as written
 */
public record Column(int index, String name, String header) {}
