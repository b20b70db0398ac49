create table location (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('STORE', 'STALL'))
);

create table inventory (
  variant_id uuid not null references variant,
  location_id uuid not null references location,
  on_hand int not null check (on_hand >= 0),
  reserved int not null default 0 check (reserved >= 0),
  primary key (variant_id, location_id),
  check (reserved <= on_hand)
);

-- Append-only: on hand and reserved are the sums of the movements
create table stock_movement (
  id bigint generated always as identity primary key,
  variant_id uuid not null,
  location_id uuid not null,
  kind text not null check (kind in ('RECEIVED', 'RESERVED', 'RELEASED', 'DEDUCTED', 'RETURNED', 'WRITTEN_OFF')),
  quantity int not null check (quantity > 0),
  cause text not null,
  moved_at timestamptz not null,
  foreign key (variant_id, location_id) references inventory,
  unique (cause, kind, variant_id, location_id)
);
create index stock_movement_by_inventory on stock_movement (variant_id, location_id);
