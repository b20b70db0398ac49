-- What the orders list can be searched by
create index sales_order_by_channel on sales_order (channel, placed_at desc);
create index sales_order_by_payment_method on sales_order (payment_method, placed_at desc);
create index sales_order_by_words on sales_order
  using gin (to_tsvector('simple', address_line || ' ' || apartment || ' ' || note));
create index customer_by_name on customer using gin (to_tsvector('simple', name));
create index customer_by_end_of_phone on customer (reverse(phone) text_pattern_ops);

-- Filters of the orders list that somebody gave a name: what stands in the address, which is never a name or a phone
create table saved_view (
  id uuid primary key,
  staff_id uuid not null references staff_account,
  name text not null check (length(trim(name)) between 1 and 60),
  address text not null check (length(address) <= 1000),
  unique (staff_id, name)
);
