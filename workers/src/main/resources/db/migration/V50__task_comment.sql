-- What the team says to each other about a task or an order, in their own words
create table task_comment (
  id uuid primary key,
  task_key bigint,
  order_id uuid,
  login text not null,
  words text not null check (length(trim(words)) between 1 and 1000),
  written_at timestamptz not null,
  check (task_key is not null or order_id is not null)
);
create index task_comment_by_task on task_comment (task_key, written_at) where order_id is null;
create index task_comment_by_order on task_comment (order_id, written_at) where order_id is not null;

-- Out of one person's sight until then; nobody else's
create table task_snooze (
  task_key bigint not null,
  login text not null,
  until timestamptz not null,
  primary key (task_key, login)
);

-- What was done lately, by all and by one
create index task_completion_by_time on task_completion (completed_at desc, task_key);
create index task_completion_by_person on task_completion (completed_by, completed_at desc, task_key);
