-- A projection of the engine's user tasks; what people did with them is in the two tables below and outlives a rebuild.
create table human_task (
  key bigint primary key,
  instance_key bigint not null,
  process text not null,
  element text not null,
  name text not null,
  order_id uuid,
  subject text,
  groups text[] not null,
  assignee text,
  due_at timestamptz,
  form_key bigint,
  created_at timestamptz not null,
  state text not null check (state in ('OPEN', 'COMPLETED', 'CANCELLED')),
  ended_at timestamptz
);
create index human_task_open on human_task (due_at, created_at) where state = 'OPEN';
create index human_task_open_by_order on human_task (order_id) where state = 'OPEN';
create index human_task_open_by_instance on human_task (instance_key) where state = 'OPEN';

create table task_claim (
  task_key bigint primary key,
  login text not null,
  claimed_at timestamptz not null
);

create table task_completion (
  task_key bigint primary key,
  element text not null,
  order_id uuid,
  submission jsonb not null,
  completed_by text not null,
  -- Made by whoever sent it, who may send it again not knowing whether it arrived
  action_id text,
  completed_at timestamptz not null
);
create index task_completion_by_order on task_completion (order_id);
