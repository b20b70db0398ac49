create table coupon (
  id uuid primary key,
  code text not null unique check (code ~ '^[A-Z0-9-]{3,20}$'),
  title text not null,
  percent int check (percent between 1 and 100),
  -- What it takes off; with a percentage, the most
  amount bigint check (amount > 0),
  min_goods bigint not null default 0 check (min_goods >= 0),
  zone text references zone (code),
  product text references product (slug),
  starts_at timestamptz not null,
  ends_at timestamptz,
  uses int check (uses > 0),
  uses_each int not null default 1 check (uses_each > 0),
  used int not null default 0 check (used >= 0),
  created_by text not null,
  check (percent is not null or amount is not null),
  check (ends_at > starts_at),
  check (uses is null or used <= uses)
);

create table coupon_use (
  order_id uuid primary key,
  coupon_id uuid not null references coupon,
  customer_id uuid not null references customer,
  discount bigint not null check (discount >= 0),
  used_at timestamptz not null,
  given_back_at timestamptz
);
create index coupon_use_by_customer on coupon_use (coupon_id, customer_id) where given_back_at is null;
