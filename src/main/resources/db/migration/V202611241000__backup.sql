-- When and whereto backups were made, for the screens that show the last one. Belongs to the installation, not to a workspace.
CREATE TABLE nurt.backup_taken (
    taken_at  timestamptz NOT NULL PRIMARY KEY,
    file      text        NOT NULL,
    row_count bigint      NOT NULL
);
