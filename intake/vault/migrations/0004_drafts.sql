-- Text in progress (쓰는 중): durable within a word, an entry only when the field is left.
-- Never exported; erased with the interview's case.
CREATE TABLE draft (
  interview TEXT NOT NULL,
  path      TEXT NOT NULL,
  text      TEXT NOT NULL,
  said_at   INTEGER NOT NULL,
  PRIMARY KEY (interview, path)
) STRICT;
