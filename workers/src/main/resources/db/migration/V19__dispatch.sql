-- What happens to tours on the road: stops that another driver takes over
alter table delivery_run
  -- When its process had ended; what others took over can still be on the road then
  add column drivers_back_at timestamptz;

alter table delivery_tour
  -- It began on the road, with what another driver handed over
  add column took_over boolean not null default false;

alter table delivery_stop drop constraint delivery_stop_state_check;
alter table delivery_stop add constraint delivery_stop_state_check
  check (state in ('PLANNED', 'ON_THE_WAY', 'DELIVERED', 'FAILED', 'LEFT_BEHIND', 'HANDED_OVER'));
