-- Words that came to be heard after their place in a log was known (나중에 들린 말): a body that was
-- withheld when its segment came, an entry that a person believed later. since: the newest stamp
-- this vault knew then. A position from before that counts again without them.
create table late (
  entry  integer primary key references entry on delete cascade,
  since  integer not null
);
