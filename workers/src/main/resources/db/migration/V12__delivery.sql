-- What brings orders. Without any, one van that carries everything is planned with
create table vehicle (
  id uuid primary key,
  name text not null unique,
  profile text not null check (profile in ('SCOOTER', 'VAN')),
  weight_grams int not null check (weight_grams > 0),
  boxes int not null check (boxes > 0),
  active boolean not null default true
);

-- The orders of one slot, and so of one zone, that are planned together. What comes when the last tour of a run is on
-- the road, or was left behind by it, goes out with the next round
create table delivery_run (
  id uuid primary key,
  slot_id uuid not null references delivery_slot,
  round int not null check (round > 0),
  state text not null check (state in ('COLLECTING', 'PLANNED', 'APPROVED', 'UNDER_WAY', 'SETTLED', 'EMPTY')),
  opened_at timestamptz not null,
  closed_at timestamptz,
  planned_at timestamptz,
  plans int not null default 0 check (plans >= 0),
  approved_at timestamptz,
  approved_by uuid references staff_account,
  ended_at timestamptz,
  -- The step that ran past its time last
  late text,
  metres bigint not null default 0,
  seconds bigint not null default 0,
  late_seconds bigint not null default 0,
  cost bigint not null default 0,
  -- The same orders in the order of booking
  booked_metres bigint not null default 0,
  booked_seconds bigint not null default 0,
  booked_late_seconds bigint not null default 0,
  booked_cost bigint not null default 0,
  straight_lines boolean not null default false,
  unique (slot_id, round),
  check ((state in ('SETTLED', 'EMPTY')) = (ended_at is not null)),
  check ((approved_by is null) = (approved_at is null)),
  check (approved_by is not null or state not in ('APPROVED', 'UNDER_WAY', 'SETTLED'))
);
-- One run of a slot takes orders
create unique index delivery_run_taking on delivery_run (slot_id) where state in ('COLLECTING', 'PLANNED', 'APPROVED');
create index delivery_run_open on delivery_run (opened_at) where ended_at is null;

create table delivery_tour (
  id uuid primary key,
  run_id uuid not null references delivery_run,
  number int not null check (number > 0),
  vehicle text not null,
  profile text not null check (profile in ('SCOOTER', 'VAN')),
  weight_grams int not null check (weight_grams > 0),
  boxes int not null check (boxes > 0),
  driver_id uuid references staff_account,
  state text not null check (state in ('PLANNED', 'APPROVED', 'STARTED', 'FINISHED', 'DROPPED')),
  leaves_at timestamptz not null,
  returns_at timestamptz not null,
  started_at timestamptz,
  finished_at timestamptz,
  -- When the cash of it had left the driver's hands
  counted_at timestamptz,
  late text,
  unique (run_id, number),
  check (driver_id is not null or state = 'PLANNED' or state = 'DROPPED'),
  check ((state in ('STARTED', 'FINISHED')) = (started_at is not null)),
  check ((state = 'FINISHED') = (finished_at is not null)),
  check (counted_at is null or state = 'FINISHED'),
  check (returns_at >= leaves_at)
);
create index delivery_tour_by_driver on delivery_tour (driver_id) where state in ('APPROVED', 'STARTED', 'FINISHED');

-- An order's place in a tour. Times, metres and seconds are those of the plan
create table delivery_stop (
  tour_id uuid not null references delivery_tour,
  order_id uuid not null references sales_order,
  position int not null check (position > 0),
  trip int not null check (trip > 0),
  state text not null check (state in ('PLANNED', 'ON_THE_WAY', 'DELIVERED', 'FAILED', 'LEFT_BEHIND')),
  arrives_at timestamptz not null,
  starts_at timestamptz not null,
  leaves_at timestamptz not null,
  metres bigint not null check (metres >= 0),
  seconds bigint not null check (seconds >= 0),
  late_seconds bigint not null default 0 check (late_seconds >= 0),
  ended_at timestamptz,
  -- When the driver can be there, as reckoned on the road
  expected_at timestamptz,
  -- When the customer was told that the driver is near, and that it gets late
  near_at timestamptz,
  late_at timestamptz,
  -- Cash taken at this door
  collected bigint not null default 0 check (collected >= 0),
  primary key (tour_id, order_id),
  unique (tour_id, position) deferrable initially deferred,
  check ((state in ('PLANNED', 'ON_THE_WAY')) = (ended_at is null)),
  check (collected = 0 or state = 'DELIVERED')
);
-- Nobody is on the way to a door twice
create unique index delivery_stop_open on delivery_stop (order_id) where state in ('PLANNED', 'ON_THE_WAY');

-- Orders without a place in the plan of a run, and why
create table delivery_unplaced (
  run_id uuid not null references delivery_run,
  order_id uuid not null references sales_order,
  reason text not null,
  sentence text not null,
  primary key (run_id, order_id)
);

create table delivery_attempt (
  order_id uuid not null references sales_order,
  attempt int not null check (attempt > 0),
  tour_id uuid not null references delivery_tour,
  driver_id uuid not null references staff_account,
  dispatched_at timestamptz not null,
  ended_at timestamptz,
  outcome text check (outcome in ('DELIVERED', 'FAILED')),
  reason text,
  note text not null default '',
  -- What the policy asked for when the tour left; without it nothing is delivered
  proof text not null default 'none' check (proof in ('none', 'pin', 'photo', 'signature')),
  pin text check (pin ~ '^[0-9]{4}$'),
  wrong_pins int not null default 0 check (wrong_pins >= 0),
  is_proven boolean not null default false,
  retry_slot_id uuid references delivery_slot,
  primary key (order_id, attempt),
  check ((outcome = 'FAILED') = (reason is not null) or outcome is null),
  check ((outcome is null) = (ended_at is null)),
  check ((proof = 'pin') = (pin is not null)),
  check (outcome is distinct from 'DELIVERED' or proof = 'none' or is_proven)
);
create index delivery_attempt_by_driver on delivery_attempt (driver_id, dispatched_at desc);
create unique index delivery_attempt_open on delivery_attempt (order_id) where ended_at is null;

create table customer_choice (
  order_id uuid not null references sales_order,
  attempt int not null,
  due_at timestamptz not null,
  choice text check (choice in ('again', 'refund')),
  chosen_at timestamptz,
  primary key (order_id, attempt)
);
