-- Where and when customers find a stall; hours are the business's local time, weekdays 1 for Monday to 7
alter table location
  add column address text not null default '',
  add column weekdays int[] not null default '{}' check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7]),
  add column opens time,
  add column closes time,
  add check ((opens is null) = (closes is null) and (opens is null or opens < closes));
