"""Every way out of the house is tried with a no, a missing guardian, a stop on the way."""

import json
import os
import stat

import pytest

from intake.desk.people import victim_of
from intake.desk.views.evidence import FileNote
from intake.desk.views.interchange import ExportPlan, ImportPlan
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


def _brought(desk, tmp_path, *purposes):
    """A case that came from another system, with decisions under that system's own names."""
    lines = [{"format": "ieum-records", "version": 1, "source": "XX"}]
    said = {"number": "2099-XX-1", "received_on": "2020-01-01", "route": "VISIT"}
    lines.append({"entity": "case", "id": "c1", "fields": said})
    for purpose in purposes:
        told = {"purpose": purpose, "decision": "AGREED", "given_on": "2020-01-01"}
        lines.append({"entity": "consent", "id": f"k{purpose}", "case": "c1", "fields": told})  # fmt: skip
    file = tmp_path / "in.jsonl"
    file.write_text("\n".join(map(json.dumps, lines)))
    return desk.imports.run(file, ImportPlan(), QUIET).case


def test_a_consent_that_came_from_another_system_can_be_taken_back(
    desk, central_desk, tmp_path
):
    case = _brought(desk, tmp_path, "RECORD", "CENTRAL", "SENSITIVE")
    plan = ExportPlan("CENTRAL", case=case, reason="INVESTIGATION")
    assert desk.exports.preview(plan, QUIET).cases == 1
    assert len(desk.exchange.plan("C0").goes) == 1
    desk.consents.withdraw(case, "CENTRAL")
    with pytest.raises(ConsentMissing):
        desk.consents.check(case, "CENTRAL")
    assert desk.exports.preview(plan, QUIET).cases == 0
    assert len(desk.exchange.plan("C0").goes) == 0
    desk.consents.withdraw(case, "RECORD")
    assert desk.giving.may(case, "RECORD").why == "record-withdrawn"
    desk.minors.guardian(case, "PAPER", name="보호자")
    desk.giving.withhold(case, "STORY", "CENTRAL")
    assert desk.giving.may(case, "CENTRAL").why == "record-withdrawn"
    desk.consents.decide(case, {"RECORD": "AGREED", "CENTRAL": "AGREED"})
    assert len(desk.records.list("consent", case)) == 3
    assert desk.exports.preview(plan, QUIET).cases == 1


def test_what_is_kept_back_in_a_case_from_another_system_stays(
    desk, central_desk, tmp_path
):
    case = _brought(desk, tmp_path, "RECORD", "CENTRAL", "SENSITIVE")
    desk.records.add("note", case, {"kind": "FREE", "text": "아무에게도 말하지 말 것"})
    plan = ExportPlan("CENTRAL", case=case, reason="INVESTIGATION")
    assert "아무에게도" in desk.exports.make(plan, QUIET).data.decode()
    desk.giving.withhold(case, "STORY", "CENTRAL")
    assert "아무에게도" not in desk.exports.make(plan, QUIET).data.decode()


@pytest.mark.parametrize("purpose", ["POLICE", "LAWYER", "COURT"])
def test_nobody_outside_learns_whom_else_she_spoke_to(desk, purpose):
    case = agreed(desk, "RECORD", "SENSITIVE")
    for each, name in (("POLICE", ""), ("LAWYER", ""), ("COURT", ""), ("MEDICAL", "")):
        desk.giving.decide(case, each, each if each != "MEDICAL" else "HOSPITAL", name, "AGREED")  # fmt: skip
    sent = accepted(desk, case, "HOSPITAL", "조용한병원")
    desk.referrals.step(sent, "SENT")
    desk.records.add("task", case, {"kind": "OTHER", "words": "조용한병원에 전화"})
    plan = ExportPlan(purpose, case=case, reason="INVESTIGATION")
    told = desk.exports.make(plan, QUIET).data.decode()
    assert "조용한병원" not in told
    assert case in told
