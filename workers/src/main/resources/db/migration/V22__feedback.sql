-- How it was, as the customer says. A low score has to be answered
create table feedback (
  order_id uuid primary key references sales_order,
  score int not null check (score between 1 and 5),
  reason text check (reason in ('TASTE', 'FRESH', 'PUNCTUAL', 'FRIENDLY', 'LATE', 'DAMAGED', 'NOT_RIPE', 'SPOILT',
    'MISSING', 'OTHER')),
  comment text not null default '' check (length(comment) <= 1000),
  given_at timestamptz not null,
  complained_at timestamptz,
  answer text,
  answered_by text,
  answered_at timestamptz,
  check ((answer is null) = (answered_at is null))
);

-- A picture that nobody of the team took is the customer's, of what was wrong
alter table delivery_evidence
  alter column taken_by drop not null,
  add check (taken_by is not null or kind = 'PHOTO');
