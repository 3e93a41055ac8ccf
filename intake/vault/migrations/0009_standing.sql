-- Whether a decision stands, judged once for every page (판단): derived, and made again at will.
drop table m_case;
create table m_case (
  id        blob primary key,
  center    text not null,           -- what the case says of itself
  off       integer not null,        -- gone, of a training (교육용), or taken back (철회)
  year      integer,
  owner     text not null,           -- whose it is: whoever spoke of it first, or took it over
  training  integer not null
) without rowid;

-- Every decision that is heard, about suspects and about victims, also of older versions.
drop table m_link;
create table m_link (
  id            blob primary key,
  kind          text not null,       -- same_person | same_victim | same_network | same_material
  one           blob not null,
  one_case      blob not null,
  one_center    text not null,
  other         blob not null,
  other_case    blob not null,
  other_center  text not null,
  decision      text not null,       -- as it was said: SAME | NOT_SAME | HOLD
  second        text not null,       -- what a second person said; empty: nobody yet
  joins         integer not null,    -- 1 joins, 0 does neither, -1 keeps apart
  state         text not null,       -- JOINS | APART | SECOND (waits for one) | HOLD
  for_court     integer not null,
  writer        text not null,       -- the letters of who decided, however they were spelled
  decided_on    text not null,
  older         integer not null     -- 1: a decision of an older version (합치기)
) without rowid;
create index m_link_one on m_link (one);
create index m_link_other on m_link (other);
create index m_link_one_case on m_link (one_case);
create index m_link_other_case on m_link (other_case);
create index m_link_state on m_link (kind, state, decided_on);

-- Whose a destroyed case was, where a decision names it: the only thing here that cannot be
-- made again, so it is kept when the rest is. The decision itself keeps the id.
create table m_was (
  id        blob primary key,
  owner     text not null,
  training  integer not null
) without rowid;

create index withdrawn_in_scope on withdrawn_in (scope);
delete from m_state where name = 'of';

-- Values that many use, because somebody said so: the record's id is a digest of the value,
-- and the value stands nowhere else than in the cases that have it.
drop table m_shared;
create table m_shared (
  record  blob primary key,
  kind    text not null,             -- where it is looked for who has it
  shared  integer not null
) without rowid;
