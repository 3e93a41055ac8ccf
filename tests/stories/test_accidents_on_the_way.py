"""Pieces that are missing, newer, twice, forged, or sealed to a key that is gone: the queue goes on."""

import hashlib
import io
import shutil

import pytest

from intake.crypto import SealWriter
from intake.desk import workspace as opening
from intake.mailbox import FolderMailbox, letter_for
from tests.stories.mishaps import (
    DAY_MS,
    QUIET,
    both,
    carried,
    case_of,
    cases,
    clock_off,
    going,
    kinds,
    land,
    seen,
)
from tests.ui.conftest import (  # noqa: F401 - fixtures
    app,
    door,
    every_text,
    jobs,
    left,
    session,
    texts,
    whole_core,
    window,
    words_folder,
)
from tests.ui.real_desks import _cheap_guessing, rest, visit_desk

__all__ = ["_cheap_guessing", "land", "rest", "seen", "visit_desk"]


@pytest.fixture
def stick(tmp_path):
    folder = tmp_path / "stick"
    folder.mkdir()
    return folder


class Older:
    """The words that an earlier version knew: it never heard of how somebody came to a center."""

    def __init__(self, words):
        self._words = words

    def __getattr__(self, name):
        return getattr(self._words, name)

    def class_of(self, entity, field):
        return None if (entity, field) == ("case", "route") else self._words.class_of(entity, field)  # fmt: skip


def route(desk, case):
    return desk._rooms.register.get("case", case)["route"]


def test_newer_words_wait_and_are_read_once_the_program_is_updated(
    land, seen, monkeypatch
):
    land.central.close()
    with monkeypatch.context() as before:
        before.setattr(opening, "VOCABULARY", Older(opening.VOCABULARY))
        old = land.open("c0", land.central_keyring)
        case = case_of(land.center)
        going(land.center, old)
        assert kinds(old) == ["newer"]
        assert both(seen.look(old, "h-newer"), "accident-newer-next")
        assert route(old, case) is None
        seen.session.leave().close()
    new = land.open("c0", land.central_keyring)
    assert route(new, case) == "VISIT"
    assert kinds(new) == []
    assert not both(seen.look(new, "h-newer-after"), "accidents-title")


def test_a_missing_piece_is_told_asked_for_by_the_receipt_and_filled(
    land, stick, tmp_path, seen
):
    gone = tmp_path / "lost-stick"
    gone.mkdir()
    first = case_of(land.center)
    carried(land.center, gone)
    later = case_of(land.center)
    land.center.exchange.deliver(
        land.center.exchange.make_more("C0", QUIET), stick, QUIET
    )
    land.central.exchange.receive(stick, QUIET)
    assert cases(land.central) == {later}
    assert kinds(land.central) == ["gap"]
    assert both(seen.look(land.central, "i-gap"), "accident-gap-next")

    land.center.exchange.receive(stick, QUIET)  # the receipt says what is there
    carried(land.center, stick)
    land.central.exchange.receive(stick, QUIET)
    assert cases(land.central) == {first, later}
    assert kinds(land.central) == []


def test_stale_and_doubled_receipts_change_nothing(land, stick, tmp_path, seen):
    case_of(land.center)
    carried(land.center, stick)
    land.central.exchange.receive(stick, QUIET)
    early = tmp_path / "early"
    shutil.copytree(
        stick, early
    )  # the first receipt, found much later on another stick
    land.center.exchange.receive(stick, QUIET)
    second = case_of(land.center)
    carried(land.center, stick)
    land.central.exchange.receive(stick, QUIET)
    land.center.exchange.receive(stick, QUIET)
    before = [(one.number, one.state_text_id) for one in land.center.exchange.sent()]
    for _ in range(2):
        land.center.exchange.receive(early, QUIET)
        land.center.exchange.receive(stick, QUIET)
    after = [(one.number, one.state_text_id) for one in land.center.exchange.sent()]
    assert after == before
    assert {state for _, state in after} == {"sent-acked"}
    assert not land.center.exchange.plan("C0").records
    assert second in cases(land.central)
    assert kinds(land.center) == kinds(land.central) == []
    told = seen.look(land.center, "j-receipts")
    assert both(told, "sent-acked")
    assert both(told, "send-nothing")


def forged(land):
    """Lay what nobody we know signed, and a photograph, into the folder."""
    recipient = land.central._rooms.exchange.trust.own().identity.recipient
    out = io.BytesIO()
    with SealWriter(out, (recipient,)) as seal:
        seal.write(b"not a bundle at all" * 400)
    data = out.getvalue()
    sha = hashlib.sha256(data).hexdigest()
    mailbox = FolderMailbox(land.box)
    for key in letter_for("C0", "202611", sha, len(data)).names():
        mailbox.put_new(key.text, io.BytesIO(data), len(data))
    (land.box / "DSC_0001.JPG").write_bytes(b"\xff\xd8holiday")


def test_a_forged_bundle_is_set_aside_and_the_honest_one_is_taken(land, seen):
    forged(land)
    honest = case_of(land.center)
    going(land.center)
    went = land.central.sync.run(QUIET)
    assert (went.received, went.set_aside) == (1, 1)
    assert cases(land.central) == {honest}
    assert (land.box / "DSC_0001.JPG").read_bytes() == b"\xff\xd8holiday"
    told = seen.look(land.central, "k-forged")
    assert both(told, "received-refused")
    assert both(told, "received-nobody")
    assert both(told, "received-nobody-next")
    assert both(told, "received-merged")


def test_a_stick_sealed_before_the_key_was_changed_says_what_to_do(land, stick, seen):
    case = case_of(land.center)
    carried(land.center, stick)
    land.central.keys.take_new_key()
    with clock_off(land.central, 31 * DAY_MS):
        report = land.central.exchange.receive(stick, QUIET)
        assert [one.reason_text_id for one in report.items] == ["err-not-for-us"]
        told = seen.look(land.central, "l-former-key")
        assert both(told, "received-refused")
        assert all(any("매체는 지우셔도" in one or "medium can be cleared" in one for one in page.words) for page in told)  # fmt: skip
        assert cases(land.central) == set()
    land.center.exchange.receive(
        stick, QUIET
    )  # the new key is told there, though nobody asked
    carried(land.center, stick)
    land.central.exchange.receive(stick, QUIET)
    assert cases(land.central) == {case}


def test_a_recall_of_what_was_sent_is_told_and_a_person_decides(land, seen):
    case = case_of(land.center)
    going(land.center, land.central, land.center)
    land.center.consents.withdraw(case, "CENTRAL")
    assert both(seen.look(land.center, "m-recall-center"), "send-tells", cases=1)
    going(land.center, land.central, land.center)
    assert cases(land.central) == {case}  # nothing is erased by itself
    seen.look(land.central, "m-recall-central")
    names = {"to": "IC 센터", "count": 1}
    assert both(seen.look(land.central, "m-recall-central-today", "today"), "next-asked-to-destroy", **names)  # fmt: skip
    page = seen.look(land.central, "m-recall-central-case", "case", case=case)
    assert both(page, "pill-central-withdrawn")
    assert not both(page, "pill-central-agreed")
