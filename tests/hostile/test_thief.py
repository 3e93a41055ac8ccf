"""A thief with the laptop's disk and the stick, and a lawyer who doubts the numbers."""

import hashlib
import re

from intake import documents
from intake.exchange import make_bundle, plan_send, send
from intake.ids import scope_of
from intake.ledger.change import CLASSES
from tests.desks_at_hand import agreed, planted
from tests.exchange.places import QUIET

CANARY = "새벽빛고등학교김하늘"


def bytes_below(folder):
    return b"".join(file.read_bytes() for file in folder.rglob("*") if file.is_file())


def test_nothing_a_person_said_can_be_read_from_the_disk_or_the_stick(
    desk,
    central_desk,
    keyring,
    tmp_path,
):
    case = agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.draft(interview, "note", CANARY)
    desk.interviews.settle_drafts(interview)
    desk.interviews.draft(interview, "note", CANARY + "!")
    stick = tmp_path / "stick"
    stick.mkdir()
    sealed = desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)
    central_desk.exchange.receive(stick, QUIET)
    central_desk.lock()
    desk.lock()
    disk = bytes_below(tmp_path)
    for word in (CANARY, "하늘", case, interview, "IC 센터"):
        assert word.encode() not in disk
    assert b"SQLite format 3" not in disk
    assert CANARY not in repr(keyring.kept)
    assert case not in repr(keyring.kept)
    names = {part for file in tmp_path.rglob("*") for part in file.parts}
    assert not any(re.search(r"하늘|IC-20", name) for name in names)


def test_text_in_progress_is_destroyed_with_the_case(desk):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.draft(interview, "note", CANARY)
    rooms = desk._rooms
    for cls in CLASSES:
        rooms.ledger.erase(scope_of("case", case), cls, "REQUEST", "박")
    with rooms.vault.reading() as db:
        assert db.all("select text from draft") == []


def test_the_slip_says_how_many_attachments_a_bundle_has(
    desk, central_desk, monkeypatch
):
    case = agreed(desk, "RECORD", "CENTRAL")
    rooms = desk._rooms
    data = b"sealed"
    digest = hashlib.sha256(data).hexdigest()
    (rooms.exchange.attachments / f"{digest}.age").write_bytes(data)
    planted(desk, "evidence", case, {"kind": "CHAT", "attachment": digest})
    sealed = desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    drawn = []
    monkeypatch.setattr(
        documents, "draw_bundle_slip", lambda slip, _: drawn.append(slip) or b""
    )
    desk.exchange.slip(sealed)
    assert drawn[0].attachments == 1


def test_the_number_of_records_is_what_is_in_this_bundle(incheon, monkeypatch):
    """A bundle that is full leaves the rest for the next; its slip counts its own only."""
    for _ in range(3):
        incheon.case(CENTRAL="AGREED")
        incheon.ledger.close_segment(QUIET)
    planned = plan_send(incheon.ctx, "C0")
    (first, *_) = (size for (size,) in incheon.books("select bytes from segment"))
    monkeypatch.setattr(send, "MAX_RAW", first)
    sealed = make_bundle(incheon.ctx, planned, QUIET)
    assert 0 < sealed.records < planned.records


def test_the_same_address_counts_once_however_it_is_written(desk):
    case = agreed(desk, "RECORD")
    for url in (
        "https://tube-a.example/v/1",
        "http://TUBE-A.example/v/1/",
        "hxxps://tube-a[.]example/v/1",
    ):
        desk.records.add("posting", case, {"url": url})
    assert len(desk.records.list("posting", case)) == 1


def test_the_desk_locks_cleanly_after_a_case_with_words_in_progress_was_destroyed(
    desk,
):
    case = agreed(desk, "RECORD")
    interview = desk.interviews.begin(case, "intake")
    desk.interviews.draft(interview, "note", CANARY)
    for cls in CLASSES:
        desk._rooms.ledger.erase(scope_of("case", case), cls, "REQUEST", "박")
    desk.interviews.forget()
    desk.lock()
    assert desk._closed
