create table cart (
  id uuid primary key,
  customer_id uuid references customer,
  updated_at timestamptz not null
);
create unique index cart_by_customer on cart (customer_id) where customer_id is not null;

create table cart_line (
  cart_id uuid not null references cart on delete cascade,
  variant_id uuid not null references variant,
  quantity int not null check (quantity between 1 and 99),
  primary key (cart_id, variant_id)
);

create table quote (
  id uuid primary key,
  customer_id uuid not null references customer,
  address_id uuid not null references address,
  zone text not null,
  -- The time the fee was asked for; without one, that of an ordinary time
  slot_id uuid references delivery_slot,
  fee_reason text not null default '',
  coupon_id uuid references coupon,
  goods bigint not null check (goods > 0),
  discount bigint not null default 0 check (discount >= 0),
  fee bigint not null check (fee >= 0),
  tax bigint not null check (tax >= 0),
  total bigint not null check (total > 0),
  expires_at timestamptz not null,
  check (total = goods - discount + fee)
);
create index quote_expiry on quote (expires_at);

create table quote_line (
  quote_id uuid not null references quote on delete cascade,
  position int not null,
  variant_id uuid not null references variant,
  title text not null,
  unit_price bigint not null check (unit_price > 0),
  quantity int not null check (quantity between 1 and 99),
  discount bigint not null default 0 check (discount between 0 and unit_price * quantity),
  tax bigint not null check (tax >= 0),
  total bigint not null check (total = unit_price * quantity - discount),
  primary key (quote_id, position)
);

create sequence order_number start 1001;

create table sales_order (
  id uuid primary key,
  number bigint not null unique,
  channel text not null check (channel in ('ONLINE', 'STALL')),
  customer_id uuid references customer,
  address_line text not null,
  apartment text not null,
  apartment_id uuid references apartment,
  zone text not null,
  location text not null references location (code),
  latitude double precision,
  longitude double precision,
  slot_id uuid references delivery_slot,
  booking_id uuid references slot_hold,
  status text not null check (status in ('PLACED', 'CONFIRMED', 'PREPARING', 'READY', 'OUT_FOR_DELIVERY',
    'ATTEMPT_FAILED', 'DELIVERED', 'RETURNED', 'CANCELLED', 'EXPIRED')),
  payment_method text not null check (payment_method in ('CASH', 'ONLINE', 'UPI_AT_STALL')),
  goods bigint not null check (goods > 0),
  discount bigint not null check (discount >= 0),
  fee bigint not null check (fee >= 0),
  fee_reason text not null default '',
  tax bigint not null check (tax >= 0),
  total bigint not null check (total > 0),
  note text not null default '',
  late boolean not null default false,
  stock_round int not null default 1,
  times_rescheduled int not null default 0,
  request_key text not null,
  request_hash text not null,
  placed_at timestamptz not null,
  slot_starts_at timestamptz,
  slot_ends_at timestamptz,
  version int not null default 0,
  check (total = goods - discount + fee),
  check (channel = 'STALL' or (customer_id is not null and slot_id is not null and booking_id is not null))
);
create unique index sales_order_request on sales_order (customer_id, request_key) nulls not distinct;
create index sales_order_by_placement on sales_order (placed_at desc, id);
create index sales_order_by_status on sales_order (status, placed_at desc);
create index sales_order_by_slot on sales_order (slot_id);
create index sales_order_by_zone on sales_order (zone, placed_at desc);
create index sales_order_by_apartment on sales_order (apartment_id, placed_at desc);
create index sales_order_by_customer on sales_order (customer_id, placed_at desc);

create table order_line (
  order_id uuid not null references sales_order,
  position int not null,
  variant_id uuid not null references variant,
  title text not null,
  unit_price bigint not null check (unit_price > 0),
  quantity int not null check (quantity between 1 and 99),
  discount bigint not null check (discount between 0 and unit_price * quantity),
  tax bigint not null check (tax >= 0),
  total bigint not null check (total = unit_price * quantity - discount),
  primary key (order_id, position)
);
create index order_line_by_variant on order_line (variant_id);

create table order_event (
  id bigint generated always as identity primary key,
  order_id uuid not null references sales_order,
  at timestamptz not null,
  kind text not null,
  actor text not null,
  sentence text not null
);
create index order_event_by_order on order_event (order_id, id);
