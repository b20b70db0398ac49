-- Where the driver of a tour was while it was on the road, as their phone says. Forgotten after thirty days
create table driver_position (
  tour_id uuid not null references delivery_tour,
  at timestamptz not null,
  latitude double precision not null check (latitude between -90 and 90),
  longitude double precision not null check (longitude between -180 and 180),
  accuracy_metres int not null check (accuracy_metres >= 0),
  primary key (tour_id, at)
);
create index driver_position_by_age on driver_position (at);
