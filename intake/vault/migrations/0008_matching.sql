-- What people are recognised by (단서 색인), derived from the register and made again at will.
-- Nothing here is a decision and nothing here travels; a destroyed case leaves no row.
create table m_state (
  name   text primary key,
  value  text not null
);

-- A case as far as recognising asks: whose it is, and whether it counts at all.
create table m_case (
  id      blob primary key,
  center  text not null,
  off     integer not null,          -- withdrawn, or of a training (교육용)
  year    integer
) without rowid;

-- A suspect of a case (목격), and the least member of the profile it is one with.
create table m_sight (
  id        blob primary key,
  "case"    blob not null,
  profile   blob not null,
  age       integer,
  sex       text not null,
  region    text not null,
  approach  text not null
) without rowid;
create index m_sight_case on m_sight ("case");
create index m_sight_profile on m_sight (profile);

-- One clue in its one spelling; of many postings that say the same, one stands for all.
create table m_clue (
  id         integer primary key,
  "case"     blob not null,
  suspect    blob not null,
  said       blob,                   -- the suspect that was named; null: nobody was
  entity     text not null,
  record     blob not null,
  kind       text not null,
  value      text not null,
  cls        text not null,
  role       text not null,
  shared     integer not null,
  masked     integer not null,
  seen_from  text not null,
  seen_to    text not null
);
create index m_clue_suspect on m_clue (suspect);
create index m_clue_case on m_clue ("case", entity);
create index m_clue_record on m_clue (record);
create index m_clue_value on m_clue (kind, value, shared);

-- Under what a suspect is looked up. finds: whether somebody is found by it; of_*: the value
-- that has these first or last letters, where it is looked for by them.
create table m_key (
  id        integer primary key,
  kind      text not null,
  value     text not null,
  suspect   blob not null,
  finds     integer not null,
  of_kind   text not null,
  of_value  text not null
);
create index m_key_value on m_key (kind, value, finds, suspect, of_kind, of_value);
create index m_key_suspect on m_key (suspect);

-- Decisions about two suspects: what joins, what keeps apart, what waits.
create table m_link (
  id     blob primary key,
  one    blob not null,
  other  blob not null,
  joins  integer not null
) without rowid;
create index m_link_one on m_link (one);
create index m_link_other on m_link (other);

-- Values that many use, because somebody said so.
create table m_shared (
  record  blob primary key,
  kind    text not null,
  value   text not null,
  shared  integer not null
) without rowid;
create index m_shared_value on m_shared (kind, value);

-- Whose likenesses have to be looked at again.
create table m_due (
  suspect  blob primary key
) without rowid;

-- What was found between two profiles (후보); the lesser id first.
create table m_pair (
  one       blob not null,
  other     blob not null,
  kind      text not null,
  word      text not null,
  weight    integer not null,
  withheld  text not null,
  says      text not null,           -- the weightiest line: a text id, never a value
  says_kind text not null,
  reasons   integer not null,
  told_ms   integer not null,
  primary key (one, other)
) without rowid;
create index m_pair_other on m_pair (other);
create index m_pair_word on m_pair (withheld, word, weight);
