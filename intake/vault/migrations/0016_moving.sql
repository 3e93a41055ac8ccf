-- Trust that moves: who took whose word back, which certificates were met, who asks to be renewed.

-- Who said so beside what: a decision of this vault (x''), or the organisation (its CA) in whose
-- newest card it stands. Of all of them the strictest counts.
create table revoked_by (
  said_by       blob not null,
  ca            blob not null,
  serial        integer not null,     -- 0: every certificate of this CA
  log           text not null,        -- '' when no log of it is trusted at all
  last_segment  integer not null,
  said          integer not null,
  primary key (said_by, ca, serial, log)
);
insert into revoked_by select x'', ca, serial, log, last_segment, said from revoked;
drop table revoked;
alter table revoked_by rename to revoked;

-- Certificates that signed something in time: the same key, certified again, may catch up.
create table met_certificate (
  ca      blob not null,
  serial  integer not null,
  device  text not null,
  public  blob not null,
  met     integer not null,           -- milliseconds
  primary key (ca, serial)
);

-- At the laptop with the CA: who asks for a new certificate, and what was answered.
create table asked (
  device    text primary key,
  file      blob not null,
  received  integer not null
);
create table answered (
  device  text primary key,
  public  blob not null,
  until   integer not null,           -- seconds: when the certificate ends
  file    blob not null
);

-- Which card, request or answer lies in which bundle: until its receipt it goes along.
create table bundle_out_paper (
  sha   text not null references bundle_out on delete cascade,
  path  text not null,
  mark  blob not null,                -- SHA-256 of the paper
  primary key (sha, path)
);

-- Segments behind a revocation: kept as they came, part of nothing.
create table behind (
  hash      blob primary key,
  log       text not null,
  n         integer not null,
  device    text not null,
  center    text not null,
  entries   integer not null,
  received  integer not null,
  wire      blob not null
);

-- Keys of lost laptops: nothing is sealed to them, whatever a card says.
create table gone (
  recipient  text primary key,        -- age1pq1…
  device     text not null
);

-- CAs that were taken back as a whole and whose center began anew: what they signed before counts.
create table former_ca (
  ca    blob primary key,
  code  text not null
);
