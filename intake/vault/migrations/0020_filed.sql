-- The letter in which an entry of match-only was filed last: lost, it is filed again.
alter table escrow_entry add column letter text not null default '';
create index escrow_entry_letter on escrow_entry (letter) where letter <> '';
