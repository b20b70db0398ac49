create table message (
  id uuid primary key,
  position bigint generated always as identity unique,
  customer_id uuid references customer,
  phone text not null check (phone ~ '^\+[1-9][0-9]{7,14}$'),
  template text not null,
  category text not null check (category in ('UTILITY', 'AUTHENTICATION', 'MARKETING')),
  params jsonb not null,
  order_id uuid,
  dedup_key text not null unique,
  state text not null check (
    state in ('QUEUED', 'SENDING', 'UNKNOWN', 'SENT', 'DELIVERED', 'READ', 'FAILED', 'SUPPRESSED')),
  -- how often the provider was asked to send it, and how often its history was searched since
  attempts int not null default 0 check (attempts >= 0),
  checks int not null default 0 check (checks >= 0),
  -- sent in a request of its own, because a request with others was refused
  alone boolean not null default false,
  next_attempt_at timestamptz not null,
  problem text,
  provider_id text,
  whatsapp_id text,
  queued_at timestamptz not null,
  asked_at timestamptz,
  sent_at timestamptz,
  delivered_at timestamptz,
  read_at timestamptz,
  failed_at timestamptz,
  resends uuid unique references message,
  -- a one-time code is never kept
  check (category <> 'AUTHENTICATION' or params = '{}'),
  check ((state = 'FAILED') = (failed_at is not null))
);
create index message_due on message (state, next_attempt_at) where state in ('QUEUED', 'SENDING', 'UNKNOWN');
create index message_turn on message (phone, position) where state in ('QUEUED', 'SENDING');
create index message_of_order on message (order_id, position) where order_id is not null;
create index message_failed on message (failed_at desc) where state = 'FAILED';
create index message_by_whatsapp_id on message (whatsapp_id) where whatsapp_id is not null;
create index message_by_provider_id on message (provider_id) where provider_id is not null;

create table wati_event (
  id bigint generated always as identity primary key,
  dedup_key text not null unique,
  event_type text not null,
  local_message_id text,
  whatsapp_message_id text,
  body jsonb not null,
  received_at timestamptz not null,
  tries int not null default 0,
  processed_at timestamptz,
  -- false: it speaks of a message we do not know, or not yet
  matched boolean not null default false,
  problem text
);
create index wati_event_pending on wati_event (id) where processed_at is null;
create index wati_event_unmatched on wati_event (whatsapp_message_id) where processed_at is not null and not matched;
create index wati_event_age on wati_event (processed_at);
