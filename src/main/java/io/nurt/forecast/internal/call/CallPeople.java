package io.nurt.forecast.internal.call;

import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** Who may stand in the table. */
@Component
class CallPeople {
    private final JdbcClient jdbc;

    CallPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    List<CallPerson> all() {
        return jdbc.sql("""
                        select id, name, status = 'active' and role in ('representative', 'manager') as sells
                        from nurt.app_user order by lower(name), id
                        """).query(CallPerson.class).list();
    }
}
