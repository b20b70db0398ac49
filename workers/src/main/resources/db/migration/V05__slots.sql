create table zone (
  id uuid primary key,
  code text not null unique,
  name text not null,
  -- What the tables of fees and cash limits ask about a zone
  distance text not null default 'near' check (distance in ('near', 'far')),
  takes_cash boolean not null default true
);

create table apartment (
  id uuid primary key,
  zone_id uuid not null references zone,
  name text not null unique,
  street text not null,
  pincode text not null,
  latitude double precision not null,
  longitude double precision not null
);
create index apartment_by_zone on apartment (zone_id);

create table delivery_slot (
  id uuid primary key,
  zone_id uuid not null references zone,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cutoff_at timestamptz not null,
  capacity int not null check (capacity >= 0),
  held int not null default 0 check (held >= 0),
  booked int not null default 0 check (booked >= 0),
  closed_because text,
  unique (zone_id, starts_at),
  check (held + booked <= capacity),
  check (starts_at < ends_at and cutoff_at <= starts_at)
);

create table slot_hold (
  id uuid primary key,
  slot_id uuid not null references delivery_slot,
  customer_id uuid not null,
  state text not null check (state in ('HELD', 'BOOKED', 'RELEASED', 'EXPIRED')),
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index slot_hold_open on slot_hold (expires_at) where state = 'HELD';
create index slot_hold_by_customer on slot_hold (customer_id) where state = 'HELD';
create index slot_hold_by_slot on slot_hold (slot_id);
