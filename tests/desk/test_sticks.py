"""The way over a stick, both directions in one: real desks, a folder as the stick."""

import pytest

from intake.errors import Cancelled, MailboxAway, NotEnrolled
from intake.mailbox import ROOT, FolderMailbox
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.vaults_at_hand import CHEAP

QUIET = Silent()


class Stops:
    """Stops at the first step that says so."""

    def __init__(self, what):
        self.what = what

    def step(self, done, total, what):
        if what == self.what:
            raise Cancelled


@pytest.fixture(scope="module")
def two(tmp_path_factory):
    """A center and a central desk that know each other."""
    folder = tmp_path_factory.mktemp("two")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("intake.vault.birth.calibrate", lambda *_a: CHEAP)
        center = a_desk(folder / "ic")
        central = a_desk(folder / "c1", role="central", code="C1")
    introduce(center, central)
    yield center, central
    center.close()
    central.close()


@pytest.fixture
def stick(tmp_path):
    place = tmp_path / "IEUM"
    place.mkdir()
    return place


@pytest.fixture
def ready(two):
    """Something waits to leave; nothing of an earlier test does."""
    center, central = two
    for one in center.exchange.outbox():
        center.sync.drop(one.sha, QUIET)
    agreed(center, "RECORD", "CENTRAL")
    return center, central


def letters(stick):
    return sorted(FolderMailbox(stick).list("c1/"))


def test_looking_writes_nothing_and_says_both_directions(ready, stick):
    center, _central = ready
    look = center.sticks.look(stick)
    assert not look.known
    assert (look.letters, look.fresh, look.strangers) == (0, 0, 0)
    (to,) = look.to
    assert to.code == "C1"
    assert not to.allowed
    assert to.plan.records
    assert list(stick.iterdir()) == []


def test_nothing_leaves_before_somebody_said_so_for_this_stick(ready, stick):
    center, _central = ready
    report = center.sticks.carry(stick, QUIET)
    assert report.left == ()
    assert letters(stick) == []


def test_both_directions_go_in_one_way_and_again_nothing_is_sent(ready, stick):
    center, central = ready
    center.sticks.allow(stick, "C1")
    (one,) = center.sticks.carry(stick, QUIET).left
    assert one.parts == 1
    assert one.name
    assert len(letters(stick)) == 1
    (again,) = center.sticks.carry(stick, QUIET).left
    assert again.parts == 0
    assert len(letters(stick)) == 1
    assert central.sticks.look(stick).fresh == 1
    assert central.sticks.carry(stick, QUIET).came.touched_cases
    assert central.sticks.look(stick).fresh == 0
    look = center.sticks.look(stick)
    assert look.known
    assert look.letters == 1  # the receipt
    center.sticks.carry(stick, QUIET)
    assert center.exchange.outbox() == ()
    assert letters(stick) == []


def test_a_stick_is_known_by_its_mark_and_its_label(ready, stick):
    center, _central = ready
    center.sticks.allow(stick, "C1")
    assert center.sticks.look(stick).to[0].allowed
    other = stick.with_name("OTHER")
    other.mkdir()
    assert not center.sticks.look(other).to[0].allowed
    center.sticks.forbid(stick, "C1")
    assert not center.sticks.look(stick).to[0].allowed


@pytest.mark.parametrize("what", ["progress-delivering", "progress-verifying"])
def test_stopping_leaves_nothing_on_the_stick_and_nothing_in_the_queue(ready, stick, what):  # fmt: skip
    center, _central = ready
    center.sticks.allow(stick, "C1")
    with pytest.raises(Cancelled):
        center.sticks.carry(stick, Stops(what))
    assert letters(stick) == []
    assert center.exchange.outbox() == ()
    assert len(center.sticks.carry(stick, QUIET).left) == 1


def test_what_lay_there_whole_before_stays_when_a_later_way_is_stopped(ready, stick):
    center, _central = ready
    center.sticks.allow(stick, "C1")
    center.sticks.carry(stick, QUIET)
    before = letters(stick)
    with pytest.raises(Cancelled):
        center.sticks.carry(stick, Stops("progress-verifying"))
    assert letters(stick) == before


def test_a_stick_that_is_not_there_is_away_and_strangers_get_nothing(ready, stick):
    center, _central = ready
    with pytest.raises(MailboxAway):
        center.sticks.look(stick / "nowhere")
    with pytest.raises(NotEnrolled):
        center.sticks.allow(stick, "SW")


def test_what_lies_there_of_others_is_counted_and_left_alone(ready, stick):
    center, _central = ready
    (stick / ROOT / "c1" / "202611").mkdir(parents=True)
    theirs = [stick / ROOT / "holiday.jpg", stick / ROOT / "c1" / "202611" / "x.age"]
    for file in theirs:
        file.write_bytes(b"theirs")
    assert center.sticks.look(stick).strangers == 2
    center.sticks.allow(stick, "C1")
    center.sticks.carry(stick, QUIET)
    assert [file.read_bytes() for file in theirs] == [b"theirs"] * 2


def test_a_folder_of_this_computer_has_nothing_to_pull(ready, stick):
    center, _central = ready
    assert center.sticks.release(stick).state == "STAYS"


def test_what_is_due_of_the_library_and_of_match_only_goes_over_a_stick_too(ready, stick, monkeypatch):  # fmt: skip
    """As in a round of sending and receiving by itself: after what came, before anything is sealed."""
    center, _central = ready
    order = []
    monkeypatch.setattr("intake.desk.sticks.match_only", lambda _ctx, _progress: order.append("match-only"))  # fmt: skip
    monkeypatch.setattr("intake.desk.library_rounds.LibraryRounds.go_round", lambda _self, place, _box, _progress: order.append(place))  # fmt: skip
    center.sticks.allow(stick, "C1")
    mark = FolderMailbox(stick).marked()
    center.sticks.carry(stick, QUIET)
    assert order == [f"stick-{mark}", "match-only"]
    assert len(letters(stick)) == 1
