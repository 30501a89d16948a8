-- Why: two records that are one are merged. The one that goes stays readable, so that old links lead to the one that stays and
-- the merge can be taken back.
alter table nurt.company add column merged_into uuid;
alter table nurt.company add foreign key (workspace_id, merged_into) references nurt.company (workspace_id, id);
create index company_merged on nurt.company (workspace_id, merged_into) where merged_into is not null;
alter table nurt.contact add column merged_into uuid;
alter table nurt.contact add foreign key (workspace_id, merged_into) references nurt.contact (workspace_id, id);
create index contact_merged on nurt.contact (workspace_id, merged_into) where merged_into is not null;
alter table nurt.directory_event add column moved_notes uuid[]; -- of a merge: the notes that went to the other record
alter table nurt.external_ref add column former_records uuid[]; -- merged into the present one, the last at the end
