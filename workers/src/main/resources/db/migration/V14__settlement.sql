-- Cash in people's hands. Both tables only grow; see the trigger below.
create table cash_handover (
  id uuid primary key,
  request_key text not null unique,
  from_id uuid not null references staff_account,
  counted_by uuid not null references staff_account,
  expected bigint not null check (expected > 0),
  counted bigint not null check (counted >= 0),
  note text not null default '',
  at timestamptz not null,
  check (from_id <> counted_by),
  check (counted = expected or note <> '')
);
create index cash_handover_by_time on cash_handover (at desc);
create index cash_handover_by_giver on cash_handover (from_id, at desc);

-- What somebody carries is the sum of their movements
create table cash_movement (
  id bigint generated always as identity primary key,
  cause text not null unique,
  kind text not null check (kind in ('COLLECTED', 'GIVEN_BACK', 'HANDED_OVER')),
  staff_id uuid not null references staff_account,
  order_id uuid references payment,
  handover_id uuid references cash_handover,
  amount bigint not null check (amount <> 0),
  at timestamptz not null,
  check ((kind = 'COLLECTED') = (amount > 0)),
  check ((kind = 'HANDED_OVER') = (order_id is null)),
  check ((kind = 'HANDED_OVER') = (handover_id is not null))
);
create index cash_movement_by_staff on cash_movement (staff_id, id);
create index cash_movement_by_order on cash_movement (order_id) where order_id is not null;

create function refuse_change() returns trigger language plpgsql as $$
begin
  raise exception '% is a ledger: nothing in it is changed or deleted', tg_table_name;
end $$;
create trigger cash_movement_only_grows before update or delete or truncate on cash_movement
  for each statement execute function refuse_change();
create trigger cash_handover_only_grows before update or delete or truncate on cash_handover
  for each statement execute function refuse_change();

-- What the gateway paid out to our bank account, row by row, as its statement of a day says
create table gateway_statement (
  day date primary key,
  read_at timestamptz not null
);

create table gateway_ledger (
  id text primary key,
  kind text not null check (kind in ('PAYMENT', 'REFUND', 'OTHER')),
  payment_id text,
  amount bigint not null check (amount >= 0),
  fee bigint not null check (fee >= 0),
  credit bigint not null check (credit >= 0),
  debit bigint not null check (debit >= 0),
  settlement_id text,
  utr text,
  created_at timestamptz not null,
  settled_at timestamptz not null
);
create index gateway_ledger_by_payment on gateway_ledger (payment_id) where payment_id is not null;
create index gateway_ledger_by_creation on gateway_ledger (created_at);

-- One per day and way of paying, for ever; another round when it changes after it was explained
create table settlement_difference (
  day date not null,
  method text not null check (method in ('CASH', 'ONLINE', 'UPI_AT_STALL')),
  amount bigint not null,
  round int not null default 1 check (round > 0),
  state text not null check (state in ('OPEN', 'EXPLAINED', 'GONE')),
  explanation text not null default '',
  explained_by text,
  found_at timestamptz not null,
  ended_at timestamptz,
  primary key (day, method),
  check ((state = 'EXPLAINED') = (explained_by is not null)),
  check ((state = 'OPEN') = (ended_at is null))
);
