-- What an import needs to be run by one process at a time, resumed, explained and taken back.

alter table nurt.import
    add column setup        jsonb not null default '{}', -- pipeline, stages and custom fields as they were made for it
    add column undo         jsonb,                       -- what taking it back has done so far, and what it left
    add column lease        uuid,                        -- who is running it
    add column leased_until timestamptz;
create index import_created on nurt.import (workspace_id, created_at desc, id desc);
create index import_file_import on nurt.import_file (workspace_id, import_id, position);

-- What the file said of a record when it was brought in last: a row that says the same again changes nothing.
alter table nurt.external_ref add column row_hash text;
