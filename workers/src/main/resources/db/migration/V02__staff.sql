create table staff_account (
  id uuid primary key,
  login text not null unique check (login = lower(login)),
  name text not null,
  phone text not null,
  password_hash text not null,
  active boolean not null default true
);

create table staff_role (
  staff_id uuid not null references staff_account,
  role text not null check (role in ('FOUNDER', 'PACKER', 'DRIVER', 'STALL')),
  primary key (staff_id, role)
);
create index staff_role_by_role on staff_role (role);
