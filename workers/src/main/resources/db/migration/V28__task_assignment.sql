-- Who a task was given to by the business, not by its process: no event of the engine tells it when tasks are read again.
create table task_assignment (
  task_key bigint primary key,
  login text not null
);
insert into task_assignment select key, assignee from human_task where assignee is not null;
