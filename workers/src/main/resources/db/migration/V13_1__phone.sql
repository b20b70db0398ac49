-- What a driver showed of a door. The picture is a file in the folder of evidence, named by the id
create table delivery_evidence (
  id uuid primary key,
  order_id uuid not null,
  attempt int not null,
  kind text not null check (kind in ('PHOTO', 'SIGNATURE')),
  taken_by uuid not null references staff_account,
  -- Made on the phone, which may send it again not knowing whether it arrived
  action_id text not null,
  bytes int not null check (bytes > 0),
  stored_at timestamptz not null,
  -- The driver named it when the attempt ended
  is_shown boolean not null default false,
  foreign key (order_id, attempt) references delivery_attempt,
  unique (taken_by, action_id)
);
create index delivery_evidence_by_order on delivery_evidence (order_id, stored_at);

-- What a failed attempt has to show, by reason, as the policy said when its tour left. No row: nothing
create table failure_evidence (
  order_id uuid not null,
  attempt int not null,
  reason text not null,
  kind text not null check (kind in ('PHOTO', 'SIGNATURE')),
  primary key (order_id, attempt, reason),
  foreign key (order_id, attempt) references delivery_attempt
);

-- A phone on which a driver is logged in. Taken away by logging out, or by the founder
create table staff_session (
  token_hash text primary key,
  staff_id uuid not null references staff_account,
  created_at timestamptz not null,
  expires_at timestamptz not null
);
create index staff_session_by_staff on staff_session (staff_id);
