package io.nurt.exchange.internal.running;

import java.util.Arrays;

/** For each key its first line and how often it was seen; by hashes, so that millions of keys take tens of megabytes. */
final class SeenKeys {
    private long[] hashes = new long[1024];
    private int[] lines = new int[1024];
    private int[] counts = new int[1024];
    private int size;

    /** @return the slot of the key, which is counted once more */
    int see(String key, long line) {
        if (size * 3L > hashes.length * 2L) {
            grow();
        }
        int slot = slot(hashes, hash(key));
        if (counts[slot] == 0) {
            hashes[slot] = hash(key);
            lines[slot] = (int) line;
            size++;
        }
        counts[slot]++;
        return slot;
    }

    long firstLine(int slot) {
        return lines[slot];
    }

    int count(int slot) {
        return counts[slot];
    }

    private int slot(long[] table, long hash) {
        int mask = table.length - 1;
        int slot = (int) (hash ^ (hash >>> 32)) & mask;
        while (table[slot] != 0 && table[slot] != hash) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        long[] oldHashes = hashes;
        int[] oldLines = lines;
        int[] oldCounts = counts;
        hashes = new long[oldHashes.length * 2];
        lines = new int[oldHashes.length * 2];
        counts = new int[oldHashes.length * 2];
        Arrays.fill(hashes, 0);
        for (int i = 0; i < oldHashes.length; i++) {
            if (oldHashes[i] != 0) {
                int slot = slot(hashes, oldHashes[i]);
                hashes[slot] = oldHashes[i];
                lines[slot] = oldLines[i];
                counts[slot] = oldCounts[i];
            }
        }
    }

    /** 64 bits, well mixed, never 0. */
    static long hash(String text) {
        long hash = 0xcbf29ce484222325L;
        for (int i = 0; i < text.length(); i++) {
            hash ^= text.charAt(i);
            hash *= 0x100000001b3L;
        }
        hash ^= hash >>> 33;
        hash *= 0xff51afd7ed558ccdL;
        hash ^= hash >>> 33;
        return hash == 0 ? 1 : hash;
    }
}
