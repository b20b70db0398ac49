create table location (
  id uuid primary key,
  code text not null unique,
  name text not null,
  kind text not null check (kind in ('STORE', 'STALL')),
  latitude double precision,
  longitude double precision
);

-- What is kept where. With fewer than low_below packs to promise, somebody must order more; 0: nobody need
create table inventory (
  variant_id uuid not null references variant,
  location_id uuid not null references location,
  low_below int not null default 0 check (low_below >= 0),
  primary key (variant_id, location_id)
);

-- Packs that came together and spoil together: expires_on is the first day on which they are no longer good
create table stock_lot (
  id uuid primary key,
  variant_id uuid not null,
  location_id uuid not null,
  code text not null,
  expires_on date,
  received_at timestamptz not null,
  on_hand int not null default 0 check (on_hand >= 0),
  reserved int not null default 0 check (reserved >= 0),
  check (reserved <= on_hand),
  foreign key (variant_id, location_id) references inventory,
  unique nulls not distinct (variant_id, location_id, code, expires_on)
);
create index stock_lot_with_packs on stock_lot (variant_id, location_id, expires_on) where on_hand > 0;
create index stock_lot_expiry on stock_lot (expires_on) where on_hand > 0;

-- What one pack of a movement adds to the counts of its lot
create table stock_movement_kind (
  kind text primary key,
  on_hand int not null,
  reserved int not null
);
insert into stock_movement_kind (kind, on_hand, reserved) values
  ('RECEIVED', 1, 0), ('RESERVED', 0, 1), ('RELEASED', 0, -1), ('DEDUCTED', -1, -1), ('RETURNED', 1, 0),
  ('WRITTEN_OFF', -1, 0), ('COUNTED_MORE', 1, 0), ('COUNTED_LESS', -1, 0), ('ADDED', 1, 0), ('REMOVED', -1, 0),
  ('SENT', -1, 0), ('ARRIVED', 1, 0);

-- Append-only: on hand and reserved are the sums of the movements. A cause moves a lot once per kind; a claim that is
-- moved to another delivery day begins a new round
create table stock_movement (
  id bigint generated always as identity primary key,
  variant_id uuid not null,
  location_id uuid not null,
  lot_id uuid not null references stock_lot,
  kind text not null references stock_movement_kind,
  quantity int not null check (quantity > 0),
  cause text not null,
  round int not null default 0,
  moved_at timestamptz not null,
  moved_by text,
  reason text,
  foreign key (variant_id, location_id) references inventory,
  unique (cause, kind, variant_id, lot_id, round)
);
create index stock_movement_by_inventory on stock_movement (variant_id, location_id, id desc);
create index stock_movement_by_lot on stock_movement (lot_id) include (kind, quantity);
create index stock_movement_deductions on stock_movement (variant_id, location_id, moved_at) include (quantity)
  where kind = 'DEDUCTED';

create function refuse_change_of_ledger() returns trigger language plpgsql as $$
begin
  raise exception 'The ledger of stock is only ever added to';
end $$;
create trigger stock_movement_is_append_only before update or delete or truncate on stock_movement
  for each statement execute function refuse_change_of_ledger();

-- What staff asked for, so that a request that is repeated is done once
create table stock_request (
  key text primary key,
  content text not null,
  asked_by text not null,
  asked_at timestamptz not null
);
