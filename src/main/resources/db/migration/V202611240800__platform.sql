-- The role the application works as. It owns nothing and cannot step around row-level security.
DO $$
BEGIN
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = 'nurt_app') THEN
        IF NOT (SELECT rolcreaterole OR rolsuper FROM pg_roles WHERE rolname = current_user) THEN
            RAISE EXCEPTION 'The role nurt_app does not exist and the user "%" may not create it', current_user
                USING HINT = format('As an administrator run: CREATE ROLE nurt_app NOLOGIN; GRANT nurt_app TO %I;', current_user);
        END IF;
        CREATE ROLE nurt_app NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS;
    END IF;
    BEGIN
        EXECUTE format('GRANT nurt_app TO %I', current_user);
    EXCEPTION WHEN insufficient_privilege THEN
        IF NOT pg_has_role(current_user, 'nurt_app', 'MEMBER') THEN
            RAISE EXCEPTION 'The user "%" may not act as nurt_app', current_user
                USING HINT = format('As an administrator run: GRANT nurt_app TO %I;', current_user);
        END IF;
    END;
END
$$;

CREATE EXTENSION IF NOT EXISTS pg_trgm SCHEMA public;
CREATE EXTENSION IF NOT EXISTS unaccent SCHEMA public;
CREATE EXTENSION IF NOT EXISTS btree_gin SCHEMA public;

GRANT USAGE ON SCHEMA nurt TO nurt_app;
GRANT USAGE ON SCHEMA public TO nurt_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA nurt GRANT SELECT, INSERT, UPDATE, DELETE ON TABLES TO nurt_app;
ALTER DEFAULT PRIVILEGES IN SCHEMA nurt GRANT USAGE, SELECT ON SEQUENCES TO nurt_app;

-- The workspace of the current transaction; null outside of any.
CREATE FUNCTION nurt.workspace() RETURNS uuid
    LANGUAGE sql STABLE PARALLEL SAFE
    RETURN nullif(current_setting('nurt.workspace', true), '')::uuid;

-- Walls a table in: the application sees the rows of its transaction's workspace. The owner, who migrates and makes backups,
-- sees all; so a SECURITY DEFINER function must name the workspace itself. The subselect makes the setting be read once for a
-- statement instead of once for each row.
CREATE PROCEDURE nurt.wall(walled regclass)
    LANGUAGE plpgsql
AS $$
BEGIN
    EXECUTE format('ALTER TABLE %s ENABLE ROW LEVEL SECURITY', walled);
    EXECUTE format('ALTER TABLE %s FORCE ROW LEVEL SECURITY', walled);
    EXECUTE format(
        'CREATE POLICY workspace_wall ON %s USING (workspace_id = (SELECT nurt.workspace()))'
        ' WITH CHECK (workspace_id = (SELECT nurt.workspace()))',
        walled);
    EXECUTE format('CREATE POLICY owner_sees_all ON %s TO %I USING (true) WITH CHECK (true)', walled, current_user);
END
$$;
REVOKE EXECUTE ON PROCEDURE nurt.wall(regclass) FROM PUBLIC;

-- db-scheduler's table, in its own naming.
CREATE TABLE nurt.scheduled_tasks (
    task_name            text        NOT NULL,
    task_instance        text        NOT NULL,
    task_data            bytea,
    execution_time       timestamptz NOT NULL,
    picked               boolean     NOT NULL,
    picked_by            text,
    last_success         timestamptz,
    last_failure         timestamptz,
    consecutive_failures integer,
    last_heartbeat       timestamptz,
    version              bigint      NOT NULL,
    priority             smallint,
    PRIMARY KEY (task_name, task_instance)
);
CREATE INDEX scheduled_tasks_execution_time ON nurt.scheduled_tasks (execution_time);
CREATE INDEX scheduled_tasks_last_heartbeat ON nurt.scheduled_tasks (last_heartbeat);
