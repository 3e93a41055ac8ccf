"""Sightings put straight into the clue index of a vault, as the index would have kept them."""

from intake.ids import natural_id
from intake.matching.clue_rows import Changed, keep_keys
from intake.matching.grouping import grouped
from intake.matching.noted import VICTIM
from intake.register.fold import blob_of

_TABLES = ("m_case", "m_sight", "m_clue", "m_key", "m_link", "m_shared", "m_due", "m_pair")  # fmt: skip
_CLUE = "INSERT INTO m_clue VALUES (NULL, ?, ?, NULL, 'identifier', ?, ?, ?, ?, ?, ?, ?, ?, ?)"


def fill(db, sightings, decisions=(), shared=()):
    """Keep these sightings, decisions and marked values, and nothing else; nobody is due."""
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")
    for one in sightings:
        case, suspect = blob(one.case), blob(one.ref)
        db.execute(
            "INSERT OR REPLACE INTO m_case VALUES (?, ?, 0, ?)",
            (case, one.center, one.year),
        )
        db.execute(
            "INSERT INTO m_sight VALUES (?, ?, ?, ?, ?, ?, ?)",
            (suspect, case, suspect, one.age, one.sex, one.region, one.approach),
        )
        marks = [
            (
                suspect,
                blob(m.record),
                m.kind,
                m.value,
                m.cls,
                m.role,
                m.shared,
                m.masked,
                m.seen_from,
                m.seen_to,
            )
            for m in one.marks
        ]
        marks += [
            (suspect, blob("own"), *key, "P", VICTIM, 0, 0, "", "") for key in one.own
        ]
        db.executemany(_CLUE, [(case, *mark) for mark in marks])
    for told in decisions:
        db.execute(
            "INSERT OR REPLACE INTO m_link VALUES (?, ?, ?, ?)",
            (blob(told.ref), blob(told.one), blob(told.other), 1 if told.same else -1),
        )
    for profile in grouped(sightings, decisions):
        least = min(blob(one) for one in profile.members)
        db.executemany(
            "UPDATE m_sight SET profile = ? WHERE id = ?",
            [(least, blob(one)) for one in profile.members],
        )
    for at, key in enumerate(shared):
        db.execute(
            "INSERT INTO m_shared VALUES (?, ?, ?, 1)", (blob(f"shared {at}"), *key)
        )
    for one in sightings:
        keep_keys(db, blob(one.ref), Changed())


def blob(name):
    """Return the id that a name stands for."""
    return blob_of(natural_id("suspect", name, "bench"))
