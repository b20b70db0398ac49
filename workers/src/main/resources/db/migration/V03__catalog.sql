create table product (
  id uuid primary key,
  slug text not null unique,
  name text not null,
  kind text not null check (kind in ('MANGO', 'BAKERY')),
  description text not null,
  allergens text not null default '',
  in_season boolean not null default true,
  image text not null,
  tax_class text not null,
  position int not null default 0
);

create table variant (
  id uuid primary key,
  product_id uuid not null references product,
  sku text not null unique,
  pack text not null,
  price bigint not null check (price between 1 and 1000000000),
  kitchen_minutes int not null default 0 check (kitchen_minutes between 0 and 10000),
  -- What it weighs with its box, for the vehicle
  weight_grams int not null default 1000 check (weight_grams between 1 and 100000),
  active boolean not null default true,
  position int not null default 0
);
create index variant_by_product on variant (product_id);

-- Prices include the tax; which rate applies is a matter of the day
create table tax_rate (
  tax_class text not null,
  valid_from date not null,
  basis_points int not null check (basis_points between 0 and 10000),
  primary key (tax_class, valid_from)
);
