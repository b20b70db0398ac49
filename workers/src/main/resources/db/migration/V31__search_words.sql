-- "B-1204", "A/204" and "St.Marks" are two words each, not a negative number, a file or a host; signs of other scripts stay
create function search_words(text) returns tsvector language sql immutable parallel safe
  return to_tsvector('simple', regexp_replace($1, '[!-/:-@\[-`{-~]+', ' ', 'g'));

drop index sales_order_by_words;
drop index customer_by_name;
create index sales_order_by_words on sales_order
  using gin (search_words(address_line || ' ' || apartment || ' ' || note));
create index customer_by_name on customer using gin (search_words(name));
