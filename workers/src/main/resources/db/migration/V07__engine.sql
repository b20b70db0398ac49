-- Commands that wait for the process engine, stored with the change they follow from.
create table outbox (
  id bigint generated always as identity primary key,
  ordering_key text not null,
  kind text not null check (kind in ('Publish', 'CompleteJob', 'RetryIncident')),
  command jsonb not null,
  variables jsonb not null,
  created_at timestamptz not null,
  next_attempt_at timestamptz not null,
  attempts int not null default 0,
  last_error text,
  sent_at timestamptz
);
create index outbox_waiting on outbox (ordering_key, id) where sent_at is null;
create index outbox_oldest on outbox (id) where sent_at is null;
create index outbox_sent on outbox (sent_at) where sent_at is not null;

-- What the engine did, in its own words: written by the exporter inside the broker, never changed.
create table engine_event (
  partition_id int not null,
  position bigint not null,
  key bigint not null,
  value_type text not null,
  intent text not null,
  occurred_at timestamptz not null,
  value jsonb not null,
  primary key (partition_id, position)
);

-- How far the projections below have read. They can be thrown away and read again from the events.
create table projection_cursor (
  partition_id int primary key,
  position bigint not null default 0,
  -- Tasks up to here were made known to listeners; reading again does not make them known twice.
  announced bigint not null default 0,
  rebuild boolean not null default false
);

create table engine_model (
  key bigint primary key,
  kind text not null check (kind in ('PROCESS', 'FORM', 'DECISION_REQUIREMENTS')),
  id text not null,
  version int not null,
  resource text not null,
  content text not null,
  deployed_at timestamptz not null
);

create table process_instance (
  key bigint primary key,
  process text not null,
  definition_key bigint not null,
  version int not null default 0,
  parent_key bigint,
  order_id uuid,
  -- What a process without an order is about, in its own words
  subject text,
  state text not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  started_at timestamptz not null,
  ended_at timestamptz
);
create index process_instance_by_order on process_instance (order_id);
create index process_instance_without_order on process_instance (parent_key)
  where order_id is null and parent_key is not null;
create index process_instance_by_definition on process_instance (definition_key) where state = 'ACTIVE';

create table element_position (
  key bigint primary key,
  instance_key bigint not null,
  element text not null,
  type text not null,
  state text not null check (state in ('ACTIVE', 'COMPLETED', 'TERMINATED')),
  entered_at timestamptz not null,
  left_at timestamptz
);
create index element_position_by_instance on element_position (instance_key);

create table flow_taken (
  instance_key bigint not null,
  flow text not null,
  taken_at timestamptz not null,
  primary key (instance_key, flow)
);

create table incident (
  key bigint primary key,
  instance_key bigint not null,
  process text not null,
  definition_key bigint not null,
  element text not null,
  type text not null,
  sentence text not null,
  job_key bigint,
  created_at timestamptz not null,
  resolved_at timestamptz
);
create index incident_open on incident (created_at) where resolved_at is null;
create index incident_open_by_instance on incident (instance_key) where resolved_at is null;

create table decision_made (
  key bigint primary key,
  instance_key bigint not null,
  decision text not null,
  name text not null,
  output jsonb not null,
  decided_at timestamptz not null
);
create index decision_made_by_instance on decision_made (instance_key);

-- Versions of decision tables that the application could not use: an older one answered in their place.
create table decision_fault (
  model_key bigint not null,
  decision text not null,
  version int not null,
  sentence text not null,
  first_at timestamptz not null,
  last_at timestamptz not null,
  primary key (model_key, decision)
);
