-- A code typed into the cart; what it takes off is asked each time anew
alter table cart add column coupon text check (coupon ~ '^[A-Z0-9-]{3,20}$');
-- What the goods must cost at least to be brought
alter table quote add column minimum bigint not null default 0 check (minimum >= 0);
