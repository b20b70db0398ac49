create table payment (
  order_id uuid primary key,
  customer_id uuid references customer,
  order_number text not null,
  method text not null check (method in ('CASH', 'ONLINE', 'UPI_AT_STALL')),
  state text not null check (state in ('CREATED', 'PENDING', 'CAPTURED', 'FAILED', 'ERRORED', 'UNKNOWN', 'EXPIRED',
    'CANCELLED')),
  amount bigint not null check (amount > 0),
  captured bigint not null default 0 check (captured >= 0),
  refunded bigint not null default 0 check (refunded between 0 and captured),
  gateway_order_id text unique,
  asked_at timestamptz,
  asking_until timestamptz,
  expires_at timestamptz,
  check_due_at timestamptz,
  checks int not null default 0 check (checks >= 0),
  failure text,
  created_at timestamptz not null,
  check (state <> 'CAPTURED' or captured >= amount),
  check (state <> 'PENDING' or gateway_order_id is not null)
);
create index payment_check_due on payment (check_due_at) where check_due_at is not null;
create index payment_by_customer on payment (customer_id) where customer_id is not null;

-- Money that came in, by the gateway's payment id: the same money is told several times and counts once
create table payment_capture (
  id text primary key,
  order_id uuid not null references payment,
  method text not null,
  amount bigint not null check (amount > 0),
  refunded bigint not null default 0 check (refunded between 0 and amount),
  through_gateway boolean not null,
  late boolean not null,
  collected_by text,
  captured_at timestamptz not null
);
create index payment_capture_by_order on payment_capture (order_id);

-- Money that goes back, one row per capture and try: the state moves, the rest is written once and never deleted
create table payment_refund (
  key text primary key,
  order_id uuid not null references payment,
  capture_id text not null references payment_capture,
  -- Whatever decided that it goes back; none for money sent from the gateway's dashboard
  request_id uuid,
  amount bigint not null check (amount > 0),
  reason text not null,
  state text not null check (state in ('REQUESTED', 'UNKNOWN', 'ACCEPTED', 'DONE', 'FAILED')),
  -- How it goes
  way text not null default 'GATEWAY' check (way in ('GATEWAY', 'HAND', 'UPI', 'CASH')),
  reference text,
  paid_by text,
  gateway_refund_id text unique,
  failure text,
  -- Another row stands for this one, which failed
  replaced boolean not null default false,
  due_at timestamptz,
  tries int not null default 0 check (tries >= 0),
  requested_at timestamptz not null,
  check (state not in ('DONE', 'FAILED') or due_at is null),
  check (way not in ('UPI', 'CASH') or (reference is not null and paid_by is not null)),
  check (not replaced or state = 'FAILED')
);
create index payment_refund_by_order on payment_refund (order_id);
create index payment_refund_by_capture on payment_refund (capture_id);
create index payment_refund_by_request on payment_refund (request_id);

create function payment_refund_is_written_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or (old.key, old.order_id, old.capture_id, old.request_id, old.amount, old.reason, old.requested_at)
      is distinct from (new.key, new.order_id, new.capture_id, new.request_id, new.amount, new.reason, new.requested_at) then
    raise exception 'A refund is written once';
  end if;
  return new;
end $$;
create trigger payment_refund_is_written_once before update or delete on payment_refund
  for each row execute function payment_refund_is_written_once();

create table payment_failed_attempt (
  id text primary key,
  order_id uuid not null references payment,
  reason text not null,
  failed_at timestamptz not null
);
create index payment_failed_attempt_by_order on payment_failed_attempt (order_id);

create table webhook_inbox (
  event_id text primary key,
  arrival bigint generated always as identity,
  event text not null,
  body text not null,
  received_at timestamptz not null,
  processed_at timestamptz,
  due_at timestamptz,
  tries int not null default 0 check (tries >= 0),
  failure text,
  check ((processed_at is null) = (due_at is not null))
);
create index webhook_inbox_due on webhook_inbox (arrival) where due_at is not null;
create index webhook_inbox_processed on webhook_inbox (processed_at) where processed_at is not null;
