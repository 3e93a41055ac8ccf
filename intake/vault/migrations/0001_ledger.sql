-- The ledger on disk: what was said, and the winners folded from it.
-- Plain SQL that PostgreSQL also reads, but for "without rowid".

-- One installation epoch of one device. A restored or cloned vault starts a new one.
create table log (
  id      integer primary key,
  log     text not null unique,
  device  text not null,
  center  text not null,
  parent  text,                      -- the log this one continues
  state   text not null,             -- ok | forked
  own     integer not null,          -- 1: this vault appends here
  clock   integer not null           -- newest stamp made or followed; kept on own logs
);

-- Up to 1,000 entries under one signed header. While open, hash and header are null.
create table segment (
  id       integer primary key,
  log      integer not null references log,
  n        integer not null,
  hash     blob unique,
  prev     blob,
  count    integer not null,
  bytes    integer not null,
  leaves   blob,                     -- 32 bytes for each entry, withheld and erased ones too
  header   blob,
  sig      text,
  state    text not null             -- open | arriving | ok
);
create index segment_log on segment (log, n);
create index segment_prev on segment (prev);

create table scope (
  id     integer primary key,
  scope  text not null unique,
  owner  text not null               -- center of the log that spoke of it first
);

-- What consent, withholding and erasure act on.
create table part (
  id     integer primary key,
  scope  integer not null references scope,
  cls    text not null,
  unique (scope, cls)
);

-- id = segment.id * 1024 + position in the segment. No row: the body is withheld or erased.
create table entry (
  id    integer primary key,
  hlc   integer not null,            -- as shown: with clockfix applied
  part  integer not null references part,
  mark  integer not null,            -- 1: its clock was more than a day ahead when it arrived
  salt  blob not null,
  body  blob not null
);
create index entry_part on entry (part);

create table name (
  id    integer primary key,
  name  text not null unique         -- entity/field
);

create table rec (
  id      integer primary key,
  eid     blob not null,
  entity  text not null,
  scope   integer not null references scope,
  unique (eid, entity)
);
create index rec_scope on rec (scope);

-- History. The value lies in the body: entry, operation number = last two bytes of tie.
create table op (
  rec    integer not null,
  field  integer not null,
  hlc    integer not null,
  tie    blob not null,              -- leaf[:12] || operation number
  entry  integer not null,
  base   blob not null,              -- ties of the operations it replaces, 14 bytes each
  primary key (rec, field, hlc, tie)
) without rowid;

-- Winners. value = JSON scalar, or @k: long, to be read from operation k of the body.
create table winner (
  rec    integer not null,
  field  integer not null,
  hlc    integer not null,
  tie    blob not null,
  heads  integer not null,           -- operations that no other names as its base
  value  text not null,
  primary key (rec, field)
) without rowid;
create index winner_conflict on winner (rec, field) where heads > 1;

-- The same for reading: ids and plain values, long texts fetched from their bodies.
create view field (eid, entity, field, value, hlc, tie, heads) as
select rec.eid, rec.entity, winner.field,
  case when winner.value not like '@%' then winner.value ->> '$' else (
    select cast(entry.body as text) ->> ('$.o[' || substr(winner.value, 2) || '][3]')
    from op join entry on entry.id = op.entry
    where op.rec = winner.rec and op.field = winner.field
      and op.hlc = winner.hlc and op.tie = winner.tie) end,
  winner.hlc, winner.tie, winner.heads
from winner join rec on rec.id = winner.rec;

-- Bodies that are kept and not (wholly) folded yet.
create table waiting (
  entry  integer primary key references entry,
  why    text not null,              -- newer | unread | batch | aside | elsewhere
  batch  text
);
create index waiting_batch on waiting (batch);

create table batch (                 -- closing entries that have arrived
  batch  text not null,
  part   integer not null,
  primary key (batch, part)
);

create table erased (
  part    blob not null,             -- SHA-256(scope || class)
  ground  text not null,             -- the legal ground
  hlc     integer not null,
  center  text not null,             -- who ordered it
  gone    integer not null,          -- entries destroyed here
  primary key (part, center)
);

create table clockfix (
  hlc    integer not null,
  tie    blob not null,
  log    text not null,
  n0     integer not null,
  n1     integer not null,
  delta  integer not null,           -- milliseconds
  primary key (hlc, tie)
);
