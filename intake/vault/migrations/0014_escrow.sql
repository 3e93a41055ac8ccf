-- Match-only (일치 확인). Device-local: none of it is said in the ledger. What a center wants to lie
-- sealed at the central desk can be asked for again; what the parties keep is theirs alone.

-- Public halves of the parties' parts of a year's key: the first one heard of each is believed.
create table escrow_public (
  party   text not null,             -- code of the central desk or of the second party
  epoch   integer not null,
  share   integer not null,          -- which making of the parts
  public  blob not null,
  other   blob not null,             -- the other party's half as this one knows it; empty: not yet
  said    blob not null,             -- the signed document
  heard   integer not null,          -- milliseconds
  primary key (party, epoch, share)
);

-- A party's own part, and the change of it that is under way (central desk).
create table escrow_part (
  epoch   integer primary key,
  share   integer not null,
  secret  blob not null,
  made    integer not null
);
create table escrow_change (
  epoch   integer primary key,
  share   integer not null,          -- of the parts once it is made
  change  blob not null
);

-- What has been said to whom: letters are made once for each thing that is to be said.
create table escrow_said (
  what    text not null,
  party   text not null,
  sha     text not null,             -- the bundle it left in
  made    integer not null,
  primary key (what, party)
);

-- At a center: what is to lie filed, one row for each identifier of a case. case null: padding.
create table escrow_entry (
  id      blob primary key,          -- sixteen random bytes
  "case"  blob,
  input   blob not null,
  person  blob not null,             -- what the person is known by; empty: by nothing
  chance  blob not null,             -- stands for the person where nothing is known
  epoch   integer not null,          -- in which it was filed last; 0: never
  ask     blob                       -- in which it is asked now
);
create index escrow_entry_case on escrow_entry ("case");
create index escrow_entry_ask on escrow_entry (ask);

-- Questions under way: what was blinded with what. Gone with the answers, and with the case.
create table escrow_ask (
  id      blob primary key,
  epoch   integer not null,
  size    integer not null,
  made    integer not null
);
create table escrow_asked (
  ask      blob not null references escrow_ask on delete cascade,
  place    integer not null,
  input    blob not null,            -- empty: padding
  element  blob not null,
  blind    blob not null,
  primary key (ask, place)
);
create table escrow_answer (
  ask       blob not null references escrow_ask on delete cascade,
  party     text not null,
  share     integer not null,
  elements  blob not null,
  proof     blob not null,
  refused   text not null,           -- a code; empty: answered
  primary key (ask, party)
);

-- Entries that shall lie filed no more, and what their withdrawal left in.
create table escrow_gone (
  id      blob primary key,
  "case"  blob,                      -- null: the case was destroyed
  ms      integer not null,
  letter  text not null default ''   -- in which it is said
);

-- What the central desk told this center.
create table escrow_found (
  id       blob not null,
  "case"   blob not null,
  contact  text not null,
  told     integer not null,
  seen     integer not null default 0,
  primary key (id, "case")
);

-- At a party: what centers asked. The elements go as soon as they are answered.
create table escrow_heard (
  ask       blob not null,
  center    text not null,
  day       text not null,           -- of receipt, YYYY-MM-DD in Seoul
  epoch     integer not null,
  size      integer not null,
  digest    blob not null,
  elements  blob not null,
  state     text not null,           -- new | answered | refused
  reason    text not null default '',
  turn      integer not null default 0,  -- how often it came with other letters
  primary key (center, ask)
);
create index escrow_heard_day on escrow_heard (day);

-- Signed totals as they were heard: what a party counted for a center on a day.
create table escrow_total (
  party    text not null,
  day      text not null,
  center   text not null,
  asked    integer not null,
  refused  integer not null,
  said     blob not null,
  primary key (party, day, center)
);

-- What a center itself asked, day by day.
create table escrow_day (
  day    text primary key,
  asked  integer not null
);

-- At the central desk: what was filed; what was taken back and comes back no more; what opened.
create table escrow_kept (
  center  text not null,
  id      blob not null,
  epoch   integer not null,
  day     text not null,
  tag     blob not null,
  entry   blob not null,             -- 636 bytes
  looked  integer not null default 0,
  primary key (center, id, epoch)
);
create index escrow_kept_tag on escrow_kept (epoch, tag);
create table escrow_tomb (
  center  text not null,
  id      blob not null,
  primary key (center, id)
);
create table escrow_match (
  id      text primary key,
  opened  integer not null,
  told    integer not null default 0,
  over    integer not null default 0
);
create table escrow_match_entry (
  match   text not null references escrow_match on delete cascade,
  center  text not null,
  id      blob not null,
  told    integer not null default 0,
  primary key (match, center, id)
);

-- What is odd, by code: no content, no identifier.
create table escrow_trouble (
  what    text not null,
  party   text not null,
  epoch   integer not null,
  ms      integer not null,
  primary key (what, party, epoch)
);
