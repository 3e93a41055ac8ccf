-- Which class of which scope the hash in an order to destroy means. Filled when an order
-- asks, so that a vault nobody orders anything of pays nothing; scopes are numbered upwards,
-- and those above the last one here are still missing.
create table part_hash (
  id    integer primary key,         -- scope.id * 8 + place of the class among the six
  hash  integer not null             -- first 8 bytes of SHA-256(scope || class), signed
);
create index part_hash_hash on part_hash (hash);
