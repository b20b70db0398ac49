-- Customers may be asked how it was, once after a delivery, if they agreed to that
alter table customer
  add column feedback_opted_in_at timestamptz,
  add column feedback_stopped_at timestamptz,
  -- They asked to be forgotten: what money needs stays, without the person
  add column forgotten_at timestamptz,
  alter column phone drop not null,
  add check ((phone is null) = (forgotten_at is not null)),
  add check (forgotten_at is null or name = '');

create index customer_session_by_customer on customer_session (customer_id);
create index message_by_customer on message (customer_id, position) where customer_id is not null;

-- What was quoted for a door holds no longer when the door is another
alter table quote
  drop constraint quote_address_id_fkey,
  add constraint quote_address_id_fkey foreign key (address_id) references address on delete cascade;
create index quote_by_address on quote (address_id);
create index quote_by_customer on quote (customer_id);
