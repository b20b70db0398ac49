-- The weekdays (1 Monday … 7 Sunday) on which the business can buy, and when it must have ordered: so long before
create table market (
  one_row boolean primary key default true check (one_row),
  weekdays int[] not null check (weekdays <@ array[1, 2, 3, 4, 5, 6, 7] and cardinality(weekdays) > 0),
  order_lead_hours int not null check (order_lead_hours between 0 and 168)
);
insert into market (weekdays, order_lead_hours) values (array[2, 5], 12);

create table replenishment (
  id uuid primary key,
  variant_id uuid not null references variant,
  location_id uuid not null references location,
  state text not null check (state in ('OPEN', 'RECEIVED', 'DROPPED', 'NO_LONGER_NEEDED')),
  started_at timestamptz not null,
  packs int check (packs > 0),
  because text,
  order_before timestamptz,
  instance_key bigint unique,
  late_since timestamptz,
  received int check (received > 0),
  ended_at timestamptz,
  ended_by text,
  note text,
  check ((state = 'OPEN') = (ended_at is null))
);
-- One at a time
create unique index replenishment_open on replenishment (variant_id, location_id) where state = 'OPEN';
create index replenishment_ended on replenishment (ended_at) where state <> 'OPEN';
