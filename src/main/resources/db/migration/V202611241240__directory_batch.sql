-- Why: many companies or contacts changed in one act are taken back as one.
alter table nurt.directory_event add column batch_id uuid;
create index directory_event_batch on nurt.directory_event (workspace_id, batch_id) where batch_id is not null;
