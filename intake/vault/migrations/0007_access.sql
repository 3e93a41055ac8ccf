-- Who looked at what (접속기록): the five columns of 고시 2조 3호 and the purpose beside them.
-- Never a word of a case: codes, ids and the name of the person at the desk.
-- n is the order, whatever the clock said; each hash covers the line and the hash before it.
create table access (
  n        integer primary key,
  at       integer not null,          -- 접속일시: milliseconds, as the computer's clock said
  who      text not null,             -- 식별자: the counselor whose slot opened the vault
  place    text not null,             -- 접속지 정보: the laptop
  about    text not null,             -- 처리한 정보주체: id of the case, or nothing
  act      text not null,             -- 수행업무: a code
  purpose  text not null,             -- a code of the list access_purpose, or nothing
  hash     blob not null
);
create index access_at on access (at);
create index access_about on access (about, n);

-- Where the lines that are kept begin: those up to n are older than they must be kept.
create table access_base (
  n     integer primary key,
  hash  blob not null
);
