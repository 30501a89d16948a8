package io.nurt.platform.internal.backup;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.sql.Connection;
import java.sql.SQLException;
import org.postgresql.PGConnection;
import org.postgresql.copy.CopyIn;
import org.postgresql.copy.CopyOut;

/** Copies a table's rows out and in. */
final class Tables {
    private static final int BUFFER = 1 << 16;

    private Tables() {}

    static RowSum read(Connection connection, TableShape table, OutputStream out) throws SQLException, IOException {
        var sum = new RowSum();
        CopyOut copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                // As a query, because COPY of a table leaves out what other kinds of tables inherit
                .copyOut("COPY (SELECT " + inner(table) + " FROM " + table.qualified() + ") TO STDOUT");
        for (byte[] row = copy.readFromCopy(); row != null; row = copy.readFromCopy()) {
            sum.add(row);
            out.write(row);
        }
        return sum;
    }

    static void write(Connection connection, TableShape table, InputStream in) throws SQLException, IOException {
        CopyIn copy = connection
                .unwrap(PGConnection.class)
                .getCopyAPI()
                .copyIn("COPY " + table.qualified() + " " + table.columnList() + " FROM STDIN");
        try {
            byte[] buffer = new byte[BUFFER];
            for (int length = in.read(buffer); length >= 0; length = in.read(buffer)) {
                copy.writeToCopy(buffer, 0, length);
            }
            copy.endCopy();
        } finally {
            if (copy.isActive()) {
                copy.cancelCopy();
            }
        }
    }

    private static String inner(TableShape table) {
        String list = table.columnList();
        return list.substring(1, list.length() - 1);
    }
}
