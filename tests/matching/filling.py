"""Sightings put straight into the clue index of a vault, as the index would have kept them."""

from intake.ids import natural_id
from intake.matching.clue_rows import Changed, keep_keys
from intake.matching.decided import PERSON
from intake.matching.grouping import grouped
from intake.matching.marked import mark_of
from intake.matching.noted import VICTIM
from intake.register.fold import blob_of

_TABLES = ("m_case", "m_sight", "m_clue", "m_key", "m_link", "m_shared", "m_due", "m_pair")  # fmt: skip
_CASE = "INSERT OR REPLACE INTO m_case VALUES (?, ?, 0, ?, ?, 0)"
_SIGHT = "INSERT INTO m_sight VALUES (?, ?, ?, ?, ?, ?, ?)"
_CLUE = "INSERT INTO m_clue VALUES (NULL, ?, ?, NULL, 'identifier', ?, ?, ?, ?, ?, ?, ?, ?, ?)"
_LINK = "INSERT OR REPLACE INTO m_link VALUES (?, ?, ?, ?, '', ?, ?, '', ?, '', ?, ?, 0, '', '', 0)"


def fill(db, sightings, decisions=(), shared=()):
    """Keep these sightings, decisions and marked values, and nothing else; nobody is due."""
    for table in _TABLES:
        db.execute(f"DELETE FROM {table}")
    for one in sightings:
        add(db, one)
    at = {one.ref: blob(one.case) for one in sightings}
    for told in decisions:
        decision, joins, state = ("SAME", 1, "JOINS") if told.same else ("NOT_SAME", -1, "APART")  # fmt: skip
        ends = blob(told.one), at[told.one], blob(told.other), at[told.other]
        db.execute(_LINK, (blob(told.ref), PERSON, *ends, decision, joins, state))
    for profile in grouped(sightings, decisions):
        members = [blob(one) for one in profile.members]
        db.executemany("UPDATE m_sight SET profile = ? WHERE id = ?", [(min(members), one) for one in members])  # fmt: skip
    for key in shared:
        db.execute("INSERT INTO m_shared VALUES (?, ?, 1)", (blob_of(mark_of(*key)), key[0]))  # fmt: skip


def add(db, one, changed=None):
    """Keep one sighting more."""
    case, suspect = blob(one.case), blob(one.ref)
    db.execute(_CASE, (case, one.center, one.year, one.center))
    db.execute(_SIGHT, (suspect, case, suspect, one.age, one.sex, one.region, one.approach))  # fmt: skip
    marks = [(suspect, blob(m.record), m.kind, m.value, m.cls, m.role, m.shared, m.masked, m.seen_from, m.seen_to) for m in one.marks]  # fmt: skip
    marks += [(suspect, blob("own"), *key, "P", VICTIM, 0, 0, "", "") for key in one.own]  # fmt: skip
    db.executemany(_CLUE, [(case, *mark) for mark in marks])
    keep_keys(db, suspect, changed or Changed())


def blob(name):
    """Return the id that a name stands for."""
    return blob_of(natural_id("suspect", name, "bench"))
