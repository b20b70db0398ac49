-- A product has weeks in which it can be ordered, each year again: days as MM-DD, both included
alter table product
  add origin text not null default '',
  add ripeness text not null default '',
  add season_from text check (season_from ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  add season_until text check (season_until ~ '^(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])$'),
  add on_sale boolean not null default true,
  add check ((season_from is null) = (season_until is null));
alter table product drop column in_season;

-- Photos that were uploaded, drawn anew in several widths; product.image names the one that is shown
create table product_photo (
  id uuid not null,
  width int not null check (width > 0),
  product_id uuid not null references product,
  jpeg bytea not null,
  stored_at timestamptz not null,
  primary key (id, width)
);
create index product_photo_by_product on product_photo (product_id);
