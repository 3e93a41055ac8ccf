-- Who was told what, who has said so, and who had a copy (알림과 확인).

-- The receipt in which a bundle was acknowledged: its id.
alter table bundle_out add column answer text not null default '';

-- Since when a withdrawal is said to a party, and when and in which receipt it was heard.
alter table withdrawn_out add column since integer not null default 0;
alter table withdrawn_out add column heard integer not null default 0;
alter table withdrawn_out add column receipt text not null default '';

-- What a center asks to be destroyed of a case of which no word has come yet: a letter overtaken.
create table withdrawn_early (
  party   text not null,
  center  text not null,
  scope   text not null,
  cls     text not null,
  said    integer not null,
  primary key (party, scope, cls)
);
create index withdrawn_early_scope on withdrawn_early (scope);

-- Who had a copy of what was destroyed here, written down as it went: no case, no name.
create table copy_gone (
  number     text not null,           -- of the destruction
  party      text not null,
  via        text not null,           -- the center that passed it on; empty: from here
  bundle     text not null,           -- number of the last bundle that carried it; empty: another's
  delivered  integer not null,
  acked      integer not null,
  gone       integer not null,        -- when it was destroyed here
  heard      integer not null,        -- when the party said that it heard of it; 0: not yet
  receipt    text not null,           -- in which receipt
  primary key (number, party)
);
