"""Every way out of the house is tried with a no, a missing guardian, a stop on the way."""

import os
import stat

import pytest

from intake.desk.people import victim_of
from intake.desk.views.evidence import FileNote
from intake.desk.views.interchange import ExportPlan
from intake.errors import Cancelled, ConsentMissing, ReadOnlyPlace
from intake.progress import Silent
from tests.desks_at_hand import agreed

QUIET = Silent()
OPEN_PURPOSES = ("LAWYER", "POLICE", "COURT", "STATS", "CENTRAL")


def a_child(desk, **said):
    """A case where everything was agreed by a child, and no guardian said anything."""
    case = agreed(desk, "RECORD", "SENSITIVE", "CENTRAL", "STATS")
    for purpose in ("LAWYER", "POLICE", "COURT"):
        desk.giving.decide(case, purpose, purpose, "", "AGREED")
    desk.records.change("person", victim_of(case), said)
    return case


def accepted(desk, case, kind, name="가람 법률사무소"):
    agency = desk.agencies.add(name, kind)
    one = desk.referrals.offer(case, "LEGAL", agency)
    desk.referrals.step(one, "ACCEPTED")
    return one


def _ages(desk):
    """The ways in which somebody may be known to be under 14."""
    year = desk._rooms.clock.today().year
    return (
        {"age": 13},
        {"birth": f"{year - 14}-12-31"},
        {"birth": str(year - 14)},  # a year that leaves it open
        {"under_14": "YES"},
        {"under_14": "YES", "age": 14},
    )


def test_no_open_file_takes_a_child_along_whose_guardian_did_not_consent(desk):
    for said in _ages(desk):
        case = a_child(desk, **said)
        plans = [ExportPlan(one, case=case, reason="INVESTIGATION") for one in OPEN_PURPOSES]  # fmt: skip
        for plan in plans:
            seen = desk.exports.preview(plan, QUIET)
            assert seen.left_out == (("export-stays-guardian-missing", 1),)
            assert seen.cases == 0
        desk.minors.guardian(case, "PAPER", name="보호자")
        assert [desk.exports.preview(plan, QUIET).cases for plan in plans] == [1] * 5


def test_no_referral_takes_a_child_along_whose_guardian_did_not_consent(desk):
    for said in _ages(desk):
        case = a_child(desk, **said)
        one = accepted(desk, case, "LAWYER")
        assert desk.referrals.check(one).state == "guardian-missing"
        with pytest.raises(ConsentMissing):
            desk.referrals.step(one, "SENT")
        assert desk.giving.left(case) == ()
        desk.minors.guardian(case, "PAPER", name="보호자")
        desk.referrals.step(one, "SENT")


def test_a_no_to_one_office_is_not_undone_by_a_later_yes_to_offices(desk):
    case = agreed(desk, "RECORD")
    desk.giving.decide(case, "LAWYER", "LAWYER", "가람 법률사무소", "REFUSED")
    desk.giving.decide(case, "LAWYER", "LAWYER", "", "AGREED")
    one = accepted(desk, case, "LAWYER", "가람  법률사무소")
    assert not desk.giving.may(case, "LAWYER", "가람 법률사무소").may
    with pytest.raises(ConsentMissing):
        desk.referrals.step(one, "SENT")


class _StopAt:
    def __init__(self, what):
        self._what = what

    def step(self, done, total, what):
        if what == self._what:
            raise Cancelled


def test_a_file_whose_leaving_was_not_noted_does_not_lie_there(desk, tmp_path):
    case = agreed(desk, "RECORD", "CENTRAL")
    place = tmp_path / "out.jsonl"
    plan = ExportPlan("CENTRAL", reason="INVESTIGATION")
    with pytest.raises(Cancelled):
        desk.exports.save(plan, place, _StopAt("progress-noting"))
    assert list(tmp_path.glob("out*")) == []
    assert desk.giving.left(case) == ()


def test_what_lay_in_the_place_stays_where_a_file_cannot_be_written(desk, tmp_path):
    agreed(desk, "RECORD", "CENTRAL")
    place = tmp_path / "mine"
    place.mkdir()
    (place / "kept.txt").write_text("x")
    with pytest.raises(ReadOnlyPlace) as refused:
        desk.exports.save(ExportPlan("CENTRAL", reason="INVESTIGATION"), place, QUIET)
    assert (place / "kept.txt").read_text() == "x"
    assert str(tmp_path) not in str(refused.value)
    assert list(tmp_path.glob("*.part")) == []


@pytest.mark.skipif(os.name == "nt", reason="modes of files are another matter there")
def test_only_its_owner_can_read_a_file_that_left(desk, tmp_path):
    agreed(desk, "RECORD", "CENTRAL")
    place = tmp_path / "out.jsonl"
    desk.exports.save(ExportPlan("CENTRAL", reason="INVESTIGATION"), place, QUIET)
    assert stat.S_IMODE(place.stat().st_mode) == 0o600


def test_a_link_in_the_place_of_a_file_is_not_followed(desk, tmp_path):
    agreed(desk, "RECORD", "CENTRAL")
    other, place = tmp_path / "other.txt", tmp_path / "out.jsonl"
    other.write_text("untouched")
    place.symlink_to(other)
    desk.exports.save(ExportPlan("CENTRAL", reason="INVESTIGATION"), place, QUIET)
    assert other.read_text() == "untouched"


def test_evidence_that_was_handed_over_is_among_what_left(desk, tmp_path):
    case = agreed(desk, "RECORD")
    file = tmp_path / "talk.txt"
    file.write_text("대화 내용")
    one = desk.evidence.add_file(case, file, "CHAT", FileNote(sexual=False)).evidence
    desk.evidence.hand_over(one, "수사관", "INVESTIGATION")
    (left,) = desk.giving.left(case)
    assert (left.means, left.recall) == ("EVIDENCE", "LEFT")
    assert "수사관" in left.receiver
    desk.giving.decide(case, "POLICE", "POLICE", "", "REFUSED")
    with pytest.raises(ConsentMissing):
        desk.evidence.hand_over(one, "수사관", "INVESTIGATION")
    desk.evidence.hand_over(one, "수사관", "INVESTIGATION", "압수영장 2099-7")
    assert len(desk.giving.left(case)) == 2
    desk.consents.withdraw(case, "RECORD")
    with pytest.raises(ConsentMissing):
        desk.evidence.hand_over(one, "누군가", "COUNSELLING")
    assert len(desk.giving.left(case)) == 2
    assert desk.undo.next() is None
