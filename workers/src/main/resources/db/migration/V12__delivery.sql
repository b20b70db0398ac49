create table delivery_attempt (
  order_id uuid not null references sales_order,
  attempt int not null check (attempt > 0),
  driver_id uuid not null references staff_account,
  assigned_at timestamptz not null,
  dispatched_at timestamptz,
  ended_at timestamptz,
  outcome text check (outcome in ('DELIVERED', 'FAILED')),
  reason text,
  note text not null default '',
  retry_slot_id uuid references delivery_slot,
  primary key (order_id, attempt),
  check ((outcome = 'FAILED') = (reason is not null) or outcome is null)
);
create index delivery_attempt_by_driver on delivery_attempt (driver_id, assigned_at desc);
create unique index delivery_attempt_open on delivery_attempt (order_id) where ended_at is null;

create table customer_choice (
  order_id uuid not null references sales_order,
  attempt int not null,
  due_at timestamptz not null,
  choice text check (choice in ('again', 'refund')),
  chosen_at timestamptz,
  primary key (order_id, attempt)
);
