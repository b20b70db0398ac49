create table business (
  id int primary key default 1 check (id = 1),
  name text not null,
  zone text not null,
  payment_reminder_seconds bigint not null check (payment_reminder_seconds > 0),
  payment_expiry_seconds bigint not null check (payment_expiry_seconds > payment_reminder_seconds),
  hold_seconds bigint not null check (hold_seconds > 0),
  preparation_lead_seconds bigint not null check (preparation_lead_seconds >= 0),
  customer_choice_seconds bigint not null check (customer_choice_seconds > 0)
);

insert into business values (1, 'My business', 'Asia/Kolkata', 300, 900, 600, 43200, 86400);
