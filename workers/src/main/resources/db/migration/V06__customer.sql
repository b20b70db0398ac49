create table customer (
  id uuid primary key,
  phone text not null unique check (phone ~ '^\+[1-9][0-9]{7,14}$'),
  name text not null default '',
  marketing_opted_in_at timestamptz,
  marketing_stopped_at timestamptz,
  last_inbound_at timestamptz,
  created_at timestamptz not null
);

create table address (
  id uuid primary key,
  customer_id uuid not null references customer,
  apartment_id uuid references apartment,
  street text not null default '',
  pincode text not null default '',
  latitude_e6 int check (latitude_e6 between -90000000 and 90000000),
  longitude_e6 int check (longitude_e6 between -180000000 and 180000000),
  tower text not null default '',
  flat text not null,
  note text not null default '',
  check ((apartment_id is null) = (street <> '' and pincode <> '')),
  check ((latitude_e6 is null) = (longitude_e6 is null))
);
create index address_by_customer on address (customer_id);

create table login_code (
  id uuid primary key,
  phone text not null,
  code_hash text not null,
  tries_left int not null check (tries_left >= 0),
  used boolean not null default false,
  requested_by text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index login_code_by_phone on login_code (phone, created_at desc);
create index login_code_by_requester on login_code (requested_by, created_at desc);

create table customer_session (
  token_hash text primary key,
  customer_id uuid not null references customer,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index customer_session_expiry on customer_session (expires_at);
