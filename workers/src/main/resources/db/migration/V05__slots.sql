create table zone (
  id uuid primary key,
  code text not null unique,
  name text not null,
  -- What the tables of fees and cash limits ask about a zone
  distance text not null default 'near' check (distance in ('near', 'far')),
  takes_cash boolean not null default true
);

-- The polygon of a zone, in whole millionths of a degree: sums and comparisons of them are exact
create table zone_corner (
  zone_id uuid not null references zone,
  position int not null,
  latitude_e6 int not null check (latitude_e6 between -90000000 and 90000000),
  longitude_e6 int not null check (longitude_e6 between -180000000 and 180000000),
  primary key (zone_id, position)
);

create table zone_pincode (
  pincode text primary key check (pincode ~ '^[1-9][0-9]{5}$'),
  zone_id uuid not null references zone
);
create index zone_pincode_by_zone on zone_pincode (zone_id);

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

-- What repeats each week; slots are made ahead of it
create table slot_template (
  id uuid primary key,
  zone_id uuid not null references zone,
  weekday int not null check (weekday between 1 and 7),
  starts time not null,
  ends time not null,
  cutoff_lead_minutes int not null check (cutoff_lead_minutes >= 0),
  capacity int not null check (capacity > 0),
  kitchen_minutes int check (kitchen_minutes > 0),
  valid_from date not null,
  valid_until date,
  check (starts < ends),
  -- Ended before it began: it never was
  check (valid_until is null or valid_until >= valid_from - 1)
);
create index slot_template_by_zone on slot_template (zone_id, weekday, starts);

-- Days without deliveries, both days included; without a zone, in all of them
create table blackout (
  id uuid primary key,
  zone_id uuid references zone,
  from_day date not null,
  until_day date not null,
  reason text not null check (length(trim(reason)) between 1 and 200),
  closed_by text not null,
  closed_at timestamptz not null,
  lifted_by text,
  lifted_at timestamptz,
  check (from_day <= until_day),
  check ((lifted_by is null) = (lifted_at is null))
);
create index blackout_in_force on blackout (from_day, until_day) where lifted_at is null;

-- A place takes stops of the driver's round and minutes of the kitchen. Without kitchen_minutes the kitchen is no limit
create table delivery_slot (
  id uuid primary key,
  zone_id uuid not null references zone,
  template_id uuid references slot_template,
  starts_at timestamptz not null,
  ends_at timestamptz not null,
  cutoff_at timestamptz not null,
  capacity int not null check (capacity >= 0),
  held int not null default 0 check (held >= 0),
  booked int not null default 0 check (booked >= 0),
  kitchen_minutes int check (kitchen_minutes >= 0),
  held_minutes int not null default 0 check (held_minutes >= 0),
  booked_minutes int not null default 0 check (booked_minutes >= 0),
  closed_because text,
  unique (zone_id, starts_at),
  check (held + booked <= capacity),
  check (kitchen_minutes is null or held_minutes + booked_minutes <= kitchen_minutes),
  check (starts_at < ends_at and cutoff_at <= starts_at)
);
create index delivery_slot_by_start on delivery_slot (starts_at);
create index delivery_slot_by_template on delivery_slot (template_id, starts_at);

-- A hold never changes its slot: moving an order ends one booking and makes another
create table slot_hold (
  id uuid primary key,
  slot_id uuid not null references delivery_slot,
  customer_id uuid not null,
  state text not null check (state in ('HELD', 'BOOKED', 'RELEASED', 'EXPIRED')),
  stops int not null check (stops > 0),
  kitchen_minutes int not null check (kitchen_minutes >= 0),
  expires_at timestamptz not null,
  created_at timestamptz not null
);
create index slot_hold_open on slot_hold (expires_at) where state = 'HELD';
create index slot_hold_by_customer on slot_hold (customer_id) where state = 'HELD';
create index slot_hold_by_slot on slot_hold (slot_id);
