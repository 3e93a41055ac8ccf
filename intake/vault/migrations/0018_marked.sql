-- What arrived with a stamp of another day (눈에 띈 일): found without reading everything that was said.
create index entry_marked on entry (mark) where mark = 1;
