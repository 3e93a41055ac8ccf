-- What each case adds to the tables of statistics (지닌 셈), derived from the register and made again
-- at will: numbers made of days and codes, no id of a record and no word. claim: somebody derives
-- it now and nothing else stands here yet. A case that is not here is counted from its rows; a
-- destroyed case leaves no row.
create table c_case (
  "case"     blob primary key,
  claim      blob,
  live       integer,
  odd        integer,
  who        text,
  acts       blob,
  addresses  blob,
  ends       blob,
  several    text,
  supports   blob
);
