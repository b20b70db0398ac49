-- What staff changed: every row that a service wrote while it acted for one of them. Only ever added to
create table audit_entry (
  id bigint generated always as identity primary key,
  at timestamptz not null,
  login text not null,
  action text not null,
  subject text not null,
  row_key text not null,
  before jsonb,
  after jsonb
);
create index audit_entry_by_subject on audit_entry (subject, row_key, id desc);
create index audit_entry_by_login on audit_entry (login, id desc);

create function refuse_change_of_audit() returns trigger language plpgsql as $$
begin
  raise exception 'The audit log is only ever added to';
end $$;
create trigger audit_entry_is_append_only before update or delete or truncate on audit_entry
  for each statement execute function refuse_change_of_audit();

-- Of a changed row only what is different, and nothing that proves who somebody is
create function keep_in_audit() returns trigger language plpgsql as $$
declare
  secret constant text[] := array['password_hash', 'token_hash', 'code_hash', 'version', 'request_hash', 'pin'];
  before jsonb := case when tg_op <> 'INSERT' then to_jsonb(old) - secret end;
  after jsonb := case when tg_op <> 'DELETE' then to_jsonb(new) - secret end;
  whole jsonb := coalesce(after, before);
begin
  if tg_op = 'UPDATE' then
    select jsonb_object_agg(key, value) into after
      from jsonb_each(after) new_value where before -> key is distinct from value;
    if after is null then
      return null;
    end if;
    select jsonb_object_agg(key, value) into before from jsonb_each(before) old_value where after ? key;
  end if;
  insert into audit_entry (at, login, action, subject, row_key, before, after)
  values (clock_timestamp(), current_setting('orchard.acting'), current_setting('orchard.action'), tg_table_name,
    coalesce(whole ->> 'id', whole ->> 'order_id', whole ->> 'key', whole ->> 'task_key', whole ->> 'code', ''),
    before, after);
  return null;
end $$;
