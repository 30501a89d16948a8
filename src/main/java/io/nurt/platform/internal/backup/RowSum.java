package io.nurt.platform.internal.backup;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;

/**
 * Number and checksum of a table's rows as COPY writes them. The checksum is the sum of the rows' own, so it does not depend on
 * their order, which differs between databases.
 */
final class RowSum {
    private final MessageDigest digest;
    private long rows;
    private long high;
    private long low;

    RowSum() {
        try {
            digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    void add(byte[] row) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(row));
        rows++;
        high += hash.getLong();
        low += hash.getLong();
    }

    long rows() {
        return rows;
    }

    String checksum() {
        return String.format("%016x%016x", high, low);
    }
}
