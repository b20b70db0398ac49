-- The demo business: what it sells, and where it delivers
insert into zone (id, code, name, distance) values
  ('70f11648-ca50-5af9-aaa0-58430925c8b4', 'north', 'North side', 'near'),
  ('b63c012f-ed9f-5ab9-a6ed-a880288f23a3', 'south', 'South side', 'far'),
  ('0c9a52c1-6a5e-5b0e-9d3f-1f6d2f3f7a10', 'west', 'West end', 'near');

insert into zone_pincode (pincode, zone_id) values
  ('560024', '70f11648-ca50-5af9-aaa0-58430925c8b4'),
  ('560032', '70f11648-ca50-5af9-aaa0-58430925c8b4'),
  ('560078', 'b63c012f-ed9f-5ab9-a6ed-a880288f23a3'),
  ('560041', 'b63c012f-ed9f-5ab9-a6ed-a880288f23a3');

-- They share a border in the middle of the town
insert into zone_corner (zone_id, position, latitude_e6, longitude_e6) values
  ('70f11648-ca50-5af9-aaa0-58430925c8b4', 0, 12975000, 77540000),
  ('70f11648-ca50-5af9-aaa0-58430925c8b4', 1, 12975000, 77640000),
  ('70f11648-ca50-5af9-aaa0-58430925c8b4', 2, 13080000, 77640000),
  ('70f11648-ca50-5af9-aaa0-58430925c8b4', 3, 13080000, 77540000),
  ('b63c012f-ed9f-5ab9-a6ed-a880288f23a3', 0, 12870000, 77540000),
  ('b63c012f-ed9f-5ab9-a6ed-a880288f23a3', 1, 12870000, 77640000),
  ('b63c012f-ed9f-5ab9-a6ed-a880288f23a3', 2, 12975000, 77640000),
  ('b63c012f-ed9f-5ab9-a6ed-a880288f23a3', 3, 12975000, 77540000),
  -- A corner of the south that is delivered to only when the founder opens a window for it
  ('0c9a52c1-6a5e-5b0e-9d3f-1f6d2f3f7a10', 0, 12930000, 77540000),
  ('0c9a52c1-6a5e-5b0e-9d3f-1f6d2f3f7a10', 1, 12930000, 77565000),
  ('0c9a52c1-6a5e-5b0e-9d3f-1f6d2f3f7a10', 2, 12955000, 77565000),
  ('0c9a52c1-6a5e-5b0e-9d3f-1f6d2f3f7a10', 3, 12955000, 77540000);

-- Two windows on each day of the week, with the kitchen's work of two ovens
insert into slot_template (id, zone_id, weekday, starts, ends, cutoff_lead_minutes, capacity, kitchen_minutes, valid_from)
select gen_random_uuid(), zone.id, weekday, starts, starts + interval '2 hours', 180, 60, 1200, date '2020-01-01'
from zone, generate_series(1, 7) weekday, (values (time '10:00'), (time '17:00')) hours (starts)
where zone.code <> 'west';

insert into apartment (id, zone_id, name, street, pincode, latitude, longitude) values
  ('3365408c-211a-565c-91fe-216e0f57f37b', '70f11648-ca50-5af9-aaa0-58430925c8b4', 'Lakeview Residency', 'Lake Road', '560024', 13.0412, 77.5891),
  ('03f32973-8ed9-5a9f-b3d1-bbf1bd402ee2', 'b63c012f-ed9f-5ab9-a6ed-a880288f23a3', 'Palm Grove Towers', 'Garden Street', '560078', 12.9079, 77.5854);

-- The store lies on the border of the two zones
insert into location (id, code, name, kind, latitude, longitude, address, weekdays, opens, closes) values
  ('28fa7a94-6814-500a-be6a-1dfaccad80d8', 'store', 'Main store', 'STORE', 12.9748, 77.5902, '', '{}', null, null),
  ('956b8852-ff66-5666-9f73-2353c73aa673', 'weekend-stall', 'Sunday Market stall', 'STALL', 12.9716, 77.5946,
    'Market Square, by the clock tower', '{6,7}', '09:00', '13:00');

insert into vehicle (id, name, profile, weight_grams, boxes) values
  ('5f0a1d8e-7c3b-5a94-8e61-90b2f4c7d101', 'Blue van', 'VAN', 400000, 80),
  ('5f0a1d8e-7c3b-5a94-8e61-90b2f4c7d102', 'Red scooter', 'SCOOTER', 45000, 9);

insert into tax_rate (tax_class, valid_from, basis_points) values
  ('FRESH_FRUIT', '2017-07-01', 0),
  ('BAKERY', '2017-07-01', 1800),
  ('BAKERY', '2025-09-22', 500);

insert into product (id, slug, name, kind, description, allergens, image, tax_class, position) values
  ('9742da16-05ce-50ce-ae61-24693241640b', 'alphonso', 'Alphonso', 'MANGO', 'The king of mangoes, from Ratnagiri: saffron flesh without fibre, sweet and deep.', '', 'alphonso.svg', 'FRESH_FRUIT', 0),
  ('e1510c0d-3fa0-574b-9f59-ae9fb78c91fa', 'kesar', 'Kesar', 'MANGO', 'From Gir in Gujarat: saffron-coloured, fragrant, the best for aamras.', '', 'kesar.svg', 'FRESH_FRUIT', 1),
  ('27469f78-cff1-5bd2-bdec-36d448fbb601', 'banganapalli', 'Banganapalli', 'MANGO', 'Large and golden from Andhra, mild and firm: a whole breakfast in one fruit.', '', 'banganapalli.svg', 'FRESH_FRUIT', 2),
  ('6f9b0904-3ac3-55fa-a422-7e308e87eb77', 'dasheri', 'Dasheri', 'MANGO', 'Slim, green-gold and honeyed, from Malihabad. Soften one in your hands and sip it.', '', 'dasheri.svg', 'FRESH_FRUIT', 3),
  ('05f4c7dd-4f4e-5024-8dd3-da374c40d012', 'langra', 'Langra', 'MANGO', 'Stays green when ripe. Tangy, lemony, with a scent that fills the kitchen. From Varanasi.', '', 'langra.svg', 'FRESH_FRUIT', 4),
  ('d2585b21-b6e1-53fa-8a6d-1749ecd984c5', 'himsagar', 'Himsagar', 'MANGO', 'Bengal’s favourite: small, creamy, without a fibre, and only here for four weeks.', '', 'himsagar.svg', 'FRESH_FRUIT', 5),
  ('cc502c83-4047-5a93-8724-3e89dd858a08', 'totapuri', 'Totapuri', 'MANGO', 'The parrot’s beak: crisp and tart. Slice it raw with salt and chilli, or pickle it.', '', 'totapuri.svg', 'FRESH_FRUIT', 6),
  ('b8fc1831-aa17-54c1-87fd-6b53ac522d7f', 'raspuri', 'Raspuri', 'MANGO', 'Karnataka’s own: thin-skinned, very juicy, made for drinking.', '', 'raspuri.svg', 'FRESH_FRUIT', 7),
  ('44ddcde5-550d-5cff-9079-935ca79bcbc0', 'sourdough', 'Country sourdough', 'BAKERY', 'Slow-risen for 24 hours, with a dark crust. Baked on the morning of delivery.', 'Wheat (gluten)', 'sourdough.svg', 'BAKERY', 8),
  ('1cd864e9-42df-50b6-b585-711a703aafe6', 'banana-bread', 'Banana bread', 'BAKERY', 'Moist and not too sweet, with walnuts.', 'Wheat (gluten), egg, milk, walnut', 'banana-bread.svg', 'BAKERY', 9),
  ('bfbc9e96-57f0-58b3-8825-7316d1e94d8e', 'mango-cake', 'Mango cream cake', 'BAKERY', 'Sponge, fresh cream and whatever mango is best this week.', 'Wheat (gluten), egg, milk', 'mango-cake.svg', 'BAKERY', 10),
  ('9365e965-1322-5c72-8bf4-c5ecc481aa63', 'cookies', 'Butter cookies', 'BAKERY', 'Short, crisp, salted just enough.', 'Wheat (gluten), milk', 'cookies.svg', 'BAKERY', 11);

insert into variant (id, product_id, sku, pack, price, kitchen_minutes, position) values
  ('b5ab5591-21fd-526e-baa7-d0db809d169f', '9742da16-05ce-50ce-ae61-24693241640b', 'ALPHONSO-1', 'Box of 6, about 1.5 kg', 89900, 2, 0),
  ('76eb2982-f8c7-5b4c-b2fa-36914abdf529', '9742da16-05ce-50ce-ae61-24693241640b', 'ALPHONSO-2', 'Box of 12, about 3 kg', 169900, 2, 1),
  ('da048f8e-46d5-54df-9ec2-e98b5d536749', '9742da16-05ce-50ce-ae61-24693241640b', 'ALPHONSO-3', 'Crate of 24, about 6 kg', 319900, 2, 2),
  ('97b87aca-f049-5f28-b549-57d936371322', 'e1510c0d-3fa0-574b-9f59-ae9fb78c91fa', 'KESAR-1', 'Box of 9, about 2 kg', 64900, 2, 0),
  ('f7e5dfc4-2bd7-5f81-bb57-05d75c705b4a', 'e1510c0d-3fa0-574b-9f59-ae9fb78c91fa', 'KESAR-2', 'Box of 18, about 4 kg', 119900, 2, 1),
  ('14c54e86-8afd-5feb-b86d-e1fbd2403b40', '27469f78-cff1-5bd2-bdec-36d448fbb601', 'BANGANAPALLI-1', '3 kg box, 7 to 9 fruits', 45900, 2, 0),
  ('86721070-7ddb-5f9f-9138-05bcea4761a2', '27469f78-cff1-5bd2-bdec-36d448fbb601', 'BANGANAPALLI-2', '5 kg box, 12 to 15 fruits', 72900, 2, 1),
  ('f9ed5b30-ec6b-51f2-9031-a1335bd5f220', '6f9b0904-3ac3-55fa-a422-7e308e87eb77', 'DASHERI-1', '2 kg box, 10 to 12 fruits', 39900, 2, 0),
  ('9b784da8-c223-554c-9fc7-8d370c369818', '6f9b0904-3ac3-55fa-a422-7e308e87eb77', 'DASHERI-2', '5 kg box, 25 to 30 fruits', 89900, 2, 1),
  ('8ceea922-0ae4-5266-ba26-d2a5075751c3', '05f4c7dd-4f4e-5024-8dd3-da374c40d012', 'LANGRA-1', '2 kg box, 8 to 10 fruits', 41900, 2, 0),
  ('a13d23ba-9704-5788-8bae-1a733bd9aa0b', '05f4c7dd-4f4e-5024-8dd3-da374c40d012', 'LANGRA-2', '5 kg box, 20 to 24 fruits', 94900, 2, 1),
  ('21c86af4-e8be-5d95-adb7-c0257f5109fc', 'd2585b21-b6e1-53fa-8a6d-1749ecd984c5', 'HIMSAGAR-1', '2 kg box, 8 to 10 fruits', 54900, 2, 0),
  ('21500c6e-32b0-5748-b2c5-f7a02f27fa91', 'd2585b21-b6e1-53fa-8a6d-1749ecd984c5', 'HIMSAGAR-2', '4 kg box, 16 to 20 fruits', 99900, 2, 1),
  ('3a6e856d-ca7f-5ddb-94b9-bf2d714a4991', 'cc502c83-4047-5a93-8724-3e89dd858a08', 'TOTAPURI-1', '2 kg box, 6 to 8 fruits', 24900, 2, 0),
  ('2e7d3bc8-940f-59a0-b89b-1fef30a3bf77', 'cc502c83-4047-5a93-8724-3e89dd858a08', 'TOTAPURI-2', '5 kg box, 15 to 18 fruits', 54900, 2, 1),
  ('e88e48b0-8889-52d4-9446-f8d22c3f25a6', 'b8fc1831-aa17-54c1-87fd-6b53ac522d7f', 'RASPURI-1', '2 kg box, 8 to 10 fruits', 34900, 2, 0),
  ('9cc4d367-a44c-5b15-b3dd-4fc75b0103b5', 'b8fc1831-aa17-54c1-87fd-6b53ac522d7f', 'RASPURI-2', '5 kg box, 20 to 25 fruits', 79900, 2, 1),
  ('6571a430-348b-561e-9a02-40326487cbc9', '44ddcde5-550d-5cff-9079-935ca79bcbc0', 'SOURDOUGH-1', 'One loaf, 700 g', 22000, 12, 0),
  ('15d214fa-fa3b-5abf-aa40-0e5f068f6069', '1cd864e9-42df-50b6-b585-711a703aafe6', 'BANANA-BREAD-1', 'One loaf, 450 g', 28000, 15, 0),
  ('92613476-f299-5fad-89a2-bf88808b0bf2', 'bfbc9e96-57f0-58b3-8825-7316d1e94d8e', 'MANGO-CAKE-1', 'Half kg', 65000, 45, 0),
  ('b0a28658-1e24-523f-afc5-9ee0556172f2', 'bfbc9e96-57f0-58b3-8825-7316d1e94d8e', 'MANGO-CAKE-2', '1 kg', 120000, 90, 1),
  ('ac1059eb-c559-5b4d-a6ab-c776feecbc59', '9365e965-1322-5c72-8bf4-c5ecc481aa63', 'COOKIES-1', 'Tin of 20', 32000, 5, 0);

update product set origin = told.origin, ripeness = told.ripeness from (values
  ('alphonso', 'Ratnagiri, Maharashtra', 'Firm when it comes, ripe in two or three days. Not into the fridge before.'),
  ('kesar', 'Gir, Gujarat', 'Ripe when it smells of honey, two days after it comes.'),
  ('banganapalli', 'Andhra Pradesh', 'Ready to eat. Keeps for four days, longer in the fridge.')) told (slug, origin, ripeness)
where product.slug = told.slug;

-- As the label says, and something for the box
update variant set weight_grams = coalesce(
  (substring(pack from '([0-9.]+) kg')::numeric * 1000 + 250)::int,
  substring(pack from '([0-9]+) g')::int + 50,
  case when pack like 'Half kg' then 600 else 800 end);
