-- An order refers to its place, and the place to its slot. A reference of its own to the slot would make every placing
-- lock the row that all others who place an order in that slot are about to change
alter table slot_hold add constraint slot_hold_in_slot unique (id, slot_id);
alter table sales_order
  drop constraint sales_order_slot_id_fkey,
  drop constraint sales_order_booking_id_fkey,
  add constraint sales_order_place_fkey foreign key (booking_id, slot_id) references slot_hold (id, slot_id);
