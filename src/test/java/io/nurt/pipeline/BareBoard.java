package io.nurt.pipeline;

import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.springframework.jdbc.core.namedparam.MapSqlParameterSource;
import org.springframework.jdbc.core.namedparam.NamedParameterUtils;
import org.springframework.jdbc.core.namedparam.ParsedSql;

/** The board's own statement sent through JDBC and nothing else: what the board could cost at best. */
public final class BareBoard implements AutoCloseable {
    private final Connection connection;
    private final PreparedStatement enter;
    private final PreparedStatement board;
    private final UUID workspace;

    /** @param connection of the database's owner; it becomes the application's role */
    public BareBoard(Connection connection, UUID workspace, List<UUID> openStages, String currency)
            throws SQLException {
        this.connection = connection;
        this.workspace = workspace;
        try (var statement = connection.createStatement()) {
            statement.execute("set role nurt_app");
        }
        connection.setAutoCommit(false);
        enter = connection.prepareStatement("select set_config('nurt.workspace', ?, true)");
        String sql = BoardQuery.plain(openStages, 20);
        ParsedSql parsed = NamedParameterUtils.parseSqlStatement(sql);
        var values = new MapSqlParameterSource(Map.of(
                "currency", currency, "currencies", new String[] {currency}, "rates", new BigDecimal[] {BigDecimal.ONE
                }));
        board = connection.prepareStatement(NamedParameterUtils.substituteNamedParameters(parsed, values));
        Object[] parameters = NamedParameterUtils.buildValueArray(parsed, values, null);
        for (int i = 0; i < parameters.length; i++) {
            if (parameters[i] instanceof String[] texts) {
                board.setArray(i + 1, connection.createArrayOf("text", texts));
            } else if (parameters[i] instanceof BigDecimal[] numbers) {
                board.setArray(i + 1, connection.createArrayOf("numeric", numbers));
            } else {
                board.setObject(i + 1, parameters[i]);
            }
        }
    }

    /** Reads the board once. @return how many values it had */
    public int read() throws SQLException {
        enter.setString(1, workspace.toString());
        enter.execute();
        int values = 0;
        try (ResultSet rows = board.executeQuery()) {
            int columns = rows.getMetaData().getColumnCount();
            while (rows.next()) {
                for (int i = 1; i <= columns; i++) {
                    values += rows.getString(i) == null ? 0 : 1;
                }
            }
        }
        connection.commit();
        return values;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
