-- What was done with a copy that may not stay (처리 알림): parts by their hash, no case, no name.

-- What we say to whoever asked.
create table done_out (
  party   text not null,
  part    blob not null,              -- SHA-256(scope || class)
  state   text not null,              -- destroyed | held | lifted
  day     text not null,              -- destroyed: when; held: until when, where that is known
  number  text not null,              -- of the certificate of destruction
  told    integer not null,           -- a receipt names a bundle that said so
  primary key (party, part)
);
-- Documents on their way, so that their lines are settled when the receipt comes.
create table done_said (
  mark   blob primary key,            -- SHA-256 of the document
  party  text not null,
  body   blob not null
);
-- Who has shown that it knows this document: an older version refuses a bundle that holds one.
create table done_known (
  party  text primary key
);
-- What others say of their own copies.
create table done_in (
  party   text not null,
  part    blob not null,
  state   text not null,
  day     text not null,
  number  text not null,
  said    integer not null,           -- stamp of the bundle that said so
  primary key (party, part)
);
