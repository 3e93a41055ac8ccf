-- How every decision about suspects stands in the queue (판단 목록): derived, made again at will.
create table m_review (
  link       blob primary key,
  one        blob not null,         -- the least of each side without it; the lesser first
  other      blob not null,
  newest     integer not null,      -- 1: of the decisions about these two the last
  said       integer not null,
  state      text not null,         -- HOLD | SECOND | DONE | REOPENED
  rank       integer not null,      -- of the word: 0 is the strongest
  weight     integer not null,
  reasons    integer not null,
  says       text not null,         -- the weightiest line: a text id, never a value
  says_kind  text not null,
  shakes     text not null          -- why it is to be looked at again: digests, not words
) without rowid;
create index m_review_pair on m_review (one, other, said);
create index m_review_state on m_review (newest, state, rank, weight, one, other);

-- Which decisions have to be looked at again. followed: what follows from the words is kept.
create table m_look (
  link      blob primary key,
  followed  integer not null
) without rowid;

create trigger m_link_said after insert on m_link when new.kind <> 'same_victim' begin
  insert or replace into m_look values (new.id, 0);
end;
create trigger m_link_gone after delete on m_link when old.kind <> 'same_victim' begin
  insert or replace into m_look values (old.id, 0);
end;

-- Whoever was compared again: every decision about the people of that profile.
create trigger m_due_settled after delete on m_due begin
  insert or replace into m_look
    select l.id, 0 from m_sight s join m_sight m on m.profile = s.profile
      join m_link l on l.one = m.id where s.id = old.suspect and l.kind <> 'same_victim'
    union
    select l.id, 0 from m_sight s join m_sight m on m.profile = s.profile
      join m_link l on l.other = m.id where s.id = old.suspect and l.kind <> 'same_victim';
end;

-- What was decided and is compared with the pairs that were found.
insert into m_look select id, 0 from m_link where kind <> 'same_victim' and older = 0;
