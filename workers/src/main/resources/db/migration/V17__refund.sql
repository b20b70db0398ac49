-- Why, how much and by whose word money goes back; the transfers themselves are payment_refund
create table refund_request (
  id uuid primary key,
  order_id uuid not null references sales_order,
  reason text not null check (reason in ('CANCELLED', 'RETURNED', 'CAPTURED_LATE', 'PAID_TWICE', 'COMPLAINT', 'GOODWILL')),
  stage text check (stage in ('beforeCutoff', 'afterCutoff', 'packed')),
  fault text,
  note text not null,
  policy text not null,
  fee bigint not null check (fee >= 0),
  other bigint not null check (other >= 0),
  -- Of the lines, the fee and everything else, when it was asked for
  amount bigint not null check (amount >= 0),
  -- What the founder made of it
  granted bigint check (granted > 0),
  state text not null check (state in ('ASKED', 'TO_BE_APPROVED', 'SENDING', 'DONE', 'DECLINED', 'NOTHING_DUE')),
  asked_by text not null,
  by_founder boolean not null,
  asked_at timestamptz not null,
  decided_by text,
  decision text,
  instance_key bigint,
  settle_by timestamptz,
  settled_at timestamptz,
  check ((state in ('DONE', 'DECLINED', 'NOTHING_DUE')) = (settled_at is not null))
);
create index refund_request_by_order on refund_request (order_id, asked_at);
create index refund_request_by_instance on refund_request (instance_key) where instance_key is not null;

create table refund_line (
  request_id uuid not null references refund_request,
  position int not null,
  quantity int not null check (quantity > 0),
  amount bigint not null check (amount >= 0),
  primary key (request_id, position)
);

create function refund_is_written_once() returns trigger language plpgsql as $$
begin
  if tg_op = 'DELETE' or tg_table_name = 'refund_line'
      or (old.id, old.order_id, old.reason, old.fee, old.other, old.amount, old.asked_by, old.asked_at)
      is distinct from (new.id, new.order_id, new.reason, new.fee, new.other, new.amount, new.asked_by, new.asked_at) then
    raise exception 'A refund is written once';
  end if;
  return new;
end $$;
create trigger refund_request_is_written_once before update or delete on refund_request
  for each row execute function refund_is_written_once();
create trigger refund_line_is_written_once before update or delete on refund_line
  for each row execute function refund_is_written_once();
