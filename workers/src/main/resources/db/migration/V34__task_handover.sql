-- Who gave a task to whose it is now, and whose it was before (nobody's: null), so that it can be taken back.
alter table task_claim
  add column handed_by text,
  add column handed_from text;
