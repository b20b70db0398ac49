-- What stands on invoices beside the name of the business
alter table business
  add phone text not null default '',
  add address text not null default '',
  add gst_number text not null default '' check (gst_number ~ '^([0-9A-Z]{15})?$');
