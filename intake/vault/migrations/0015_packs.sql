-- Packs of the central desk (묶음): every version that was ever installed here stays, so that an
-- interview goes on with the one it began with and a code that was taken out stays readable.
create table pack (
  kind          text not null,
  id            text not null,
  version       text not null,
  made_ms       integer not null,
  source        text not null,
  signer        text not null,
  installed_ms  integer not null,
  installed_by  text not null,
  data          blob not null,
  primary key (kind, id, version)
);
-- Which version is used from now on. pinned: somebody went back to it on purpose.
create table pack_choice (
  kind       text not null,
  id         text not null,
  version    text not null,
  pinned     integer not null,
  chosen_ms  integer not null,
  chosen_by  text not null,
  primary key (kind, id)
);
