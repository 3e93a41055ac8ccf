-- Who is known, what left, what arrived, and what the others are known to hold.
-- Device-local: none of it is said in the ledger, all of it can be asked for again.

-- Organisations whose key words a person compared (등록): other centers, the central desk, us.
create table enrolment (
  code      text primary key,
  kind      text not null,            -- center | central
  name      text not null,
  ca        blob not null unique,     -- Ed25519 public key
  made      integer not null,         -- milliseconds; a newer card replaces an older one
  accepted  integer not null,
  own       integer not null,
  card      blob not null             -- the file as it came
);

create table enrolled_device (
  device     text primary key,
  code       text not null references enrolment,
  name       text not null,
  recipient  text not null            -- age1pq1…
);

-- Certificates this laptop issued, if it holds the center's CA.
create table issued (
  serial       integer primary key,
  device       text not null,
  public       blob not null,
  issued       integer not null,      -- milliseconds
  valid_before integer not null       -- seconds
);

-- By position, not by claimed time: later segments of the log, and any bundle, are refused.
create table revoked (
  ca            blob not null,
  serial        integer not null,
  log           text not null,        -- '' when no log of it is trusted at all
  last_segment  integer not null,
  said          integer not null,
  primary key (ca, serial, log)
);

create table bundle_out (
  sha        text primary key,        -- of the sealed file
  id         text not null unique,
  number     text not null,           -- on the slip
  party      text not null,           -- center code, or device id within the center
  purpose    text not null,
  size       integer not null,
  records    integer not null,
  created    integer not null,        -- milliseconds
  logs       text not null,           -- {"log":[[a,b],…]}
  state      text not null,           -- made | delivered | acked | refused
  delivered  integer not null default 0,
  receipt    integer not null default 0,
  reason     text not null default ''
);
create index bundle_out_party on bundle_out (party, state);

-- Classes of scopes that travelled in a bundle with their whole past.
create table bundle_out_part (
  sha    text not null references bundle_out on delete cascade,
  scope  text not null,
  cls    text not null,
  primary key (sha, scope, cls)
);
create table bundle_out_file (
  sha         text not null references bundle_out on delete cascade,
  attachment  text not null,
  primary key (sha, attachment)
);

create table bundle_in (
  sha       text primary key,
  id        text not null default '',
  number    text not null default '',
  party     text not null default '',
  sender    text not null default '', -- code of the organisation
  device    text not null default '',
  purpose   text not null default '',
  received  integer not null,
  size      integer not null,
  records   integer not null default 0,
  state     text not null,            -- merged | answered | refused | waiting | damaged
  reason    text not null default '', -- text id of the error
  facts     text not null default '{}'
);
create index bundle_in_party on bundle_in (party, state);

-- Receipts that came home, as they were signed.
create table receipt (
  id         text primary key,
  party      text not null,
  said       integer not null,
  received   integer not null,
  body       blob not null,
  signature  text not null
);

-- What a party is known to hold: segments, classes with their whole past, attachments.
create table peer_ack (
  party  text not null,
  log    text not null,
  n0     integer not null,
  n1     integer not null,
  primary key (party, log, n0)
);
create table peer_part (
  party  text not null,
  scope  text not null,
  cls    text not null,
  primary key (party, scope, cls)
);
create table peer_file (
  party       text not null,
  attachment  text not null,
  primary key (party, attachment)
);

-- Consent taken back after words had travelled: to be told until a receipt says it was heard.
create table withdrawn_out (
  party  text not null,
  scope  text not null,
  cls    text not null,
  again  integer not null,            -- 1: agreed to once more
  told   integer not null,            -- 1: a receipt came for a bundle that said so
  primary key (party, scope, cls)
);
create table bundle_out_notice (
  sha    text not null references bundle_out on delete cascade,
  scope  text not null,
  cls    text not null,
  primary key (sha, scope, cls)
);

-- What a sender's newest notice asks to be destroyed here.
create table withdrawn_in (
  party  text not null,
  scope  text not null,
  cls    text not null,
  said   integer not null,            -- stamp of the bundle that said so
  primary key (party, scope, cls)
);
create table notice_in (
  party  text primary key,
  said   integer not null
);
