"""What a laptop remembers of a case beside its record (남은 자취): gone when the case goes.

* A saved filter that holds a name of hers, or finds nothing but her case, tells of her; the
  list of what was open last holds the case's id. Both belong to whoever works here, and both
  go with the words they were made of.
"""

import json
from collections.abc import Iterator, Mapping
from typing import Any

from intake.desk.rooms import Rooms
from intake.desk.sync_keeping import leave_place
from intake.exchange import outbox
from intake.exchange.books import DELIVERED
from intake.ids import scope_of
from intake.vault.copying import drop_before

_FILTERS, _RECENT = "filters/", "recent/"
_WORDS = (("case", ("alias", "number", "central_number", "police_number")),
          ("person", ("name", "alias", "phone", "email")))  # fmt: skip
_SHORTEST = 2  # letters of a word that tells of somebody


def left_behind(rooms: Rooms, case: str, *, whole: bool) -> dict[str, str]:
    """Return the facts to keep instead, by name; asked while the words are still there."""
    found: dict[str, str] = {}
    words = tuple(_words_of(rooms, case))
    with rooms.vault.reading() as db:
        facts = db.all(
            "SELECT name, text FROM fact WHERE name LIKE 'filters/%' OR name LIKE 'recent/%'"
        )
    for name, text in facts:
        kept = json.loads(str(text))
        if not isinstance(kept, dict):
            continue
        if str(name).startswith(_RECENT):
            left = {one: kept[one] for one in kept if one != case or not whole}
        else:
            left = {n: q for n, q in kept.items() if not _tells(rooms, case, words, n, q)}  # fmt: skip
        if len(left) < len(kept):
            found[str(name)] = json.dumps(left, ensure_ascii=False)
    return found


def _words_of(rooms: Rooms, case: str) -> Iterator[str]:
    register = rooms.sight.unveiled
    for entity, fields in _WORDS:
        rows = (
            register.find(entity, case=case)
            if entity != "case"
            else filter(None, (register.get("case", case),))
        )
        for row in rows:
            yield from (_plain(str(row[name])) for name in fields if row[name])


def _tells(
    rooms: Rooms, case: str, words: tuple[str, ...], name: str, query: Mapping[str, Any]
) -> bool:
    text = str(query.get("text") or "")
    told = _plain(f"{name} {text}")
    if any(len(word) >= _SHORTEST and word in told for word in words):
        return True
    return bool(text.strip()) and rooms.sight.unveiled.cases_with(text) == (case,)


def _plain(text: str) -> str:
    return "".join(text.split()).casefold()


def clear_outbox(rooms: Rooms, case: str) -> None:
    """Remove sealed bundles that hold words of the case and that nobody is known to have.

    One that lies at a place already is taken away from there with the next round; whether it was
    fetched before tells its receipt, and the order to destroy goes everywhere anyway.
    """
    scope = scope_of("case", case)
    with rooms.vault.writing() as db:
        held = {
            sha
            for (sha,) in db.all(
                "select distinct sha from bundle_out_word join bundle_out using (sha)"
                " where scope = ? and state in ('made', 'delivered')",
                (scope,),
            )
        }
        for one in outbox(rooms.exchange):
            if one.sha in held and one.state == DELIVERED:
                leave_place(rooms, one)
            elif one.sha in held:
                one.path.unlink(missing_ok=True)
                db.execute(
                    "update bundle_out set state = 'refused', reason = 'erase-bundle'"
                    " where sha = ?",
                    (one.sha,),
                )


def leave_no_copy(rooms: Rooms) -> None:
    """Fold the write-ahead log into the file, and drop the copy from before an upgrade."""
    vault = rooms.vault
    with vault.lane_for_migration() as db:
        db.all("PRAGMA wal_checkpoint(TRUNCATE)")
    drop_before(vault.folder)
