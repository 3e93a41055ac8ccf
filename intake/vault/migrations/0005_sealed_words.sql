-- Classes of scopes of which a sealed bundle holds words, for the question before it is
-- delivered: may every one of them still travel?
create table bundle_out_word (
  sha    text not null references bundle_out on delete cascade,
  scope  text not null,
  cls    text not null,
  primary key (sha, scope, cls)
);
