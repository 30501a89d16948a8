-- Options that imports added to choices: taking an import back takes them away again, unless a record uses them.
create table nurt.custom_field_option (
    workspace_id uuid not null default nurt.workspace(),
    field_id     uuid not null,
    option       text not null,
    import_id    uuid not null,
    taken_back   boolean not null default false, -- the import was, but a record used it: to go when none does
    primary key (workspace_id, field_id, option),
    foreign key (workspace_id, field_id) references nurt.custom_field (workspace_id, id)
);
create index custom_field_option_import on nurt.custom_field_option (workspace_id, import_id);
call nurt.wall('nurt.custom_field_option');
