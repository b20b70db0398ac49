-- What was given to the engine, by the software or by a person, and why. What the engine made of it is engine_model
create table model_content (
  digest text primary key,
  content text not null
);

create table model_deployment (
  id bigint generated always as identity primary key,
  resource text not null check (resource ~ '^[A-Za-z0-9_-]{1,80}[.](bpmn|dmn|form)$'),
  digest text not null references model_content,
  -- Nobody: it came with the software
  deployed_by text,
  comment text not null default '' check (length(comment) <= 500),
  deployed_at timestamptz not null,
  check (deployed_by is null or length(trim(comment)) > 0)
);
create index model_deployment_by_resource on model_deployment (resource, id desc);

create index engine_model_by_resource on engine_model (resource, version desc);
create index process_instance_latest on process_instance (definition_key, started_at desc);
create index incident_open_by_definition on incident (definition_key) where resolved_at is null;
