"""The second opinion at the central desk: only what the two engines see differently."""

import contextlib
import json
import sys
from pathlib import Path

import pytest
from typing_extensions import override

from intake.cli.values import shown
from intake.desk import opinion
from intake.desk.people import principal_of
from intake.errors import NotInstalled, NotYours
from intake.matching.marked import mark_of
from intake.progress import Silent
from tests.centers_at_hand import QUIET, carry
from tests.desks_at_hand import agreed
from tests.links_at_hand import Known, Town, known, linked, planted


def _clue(desk, one, kind, value, **said):
    desk.suspects.add_clue(
        one.case, {"kind": kind, "value": value, **said}, one.suspect
    )


def test_a_center_has_no_second_opinion(desk):
    for ask in (desk.opinion.latest, lambda: desk.opinion.run(QUIET)):
        with pytest.raises(NotYours):
            ask()


def test_before_anybody_asked_there_is_none(central):
    told = central.opinion.latest()
    assert (told.made_ms, told.differences) == (0, ())


def test_without_the_extra_it_is_said_in_words_and_nothing_is_kept(
    central, monkeypatch
):
    monkeypatch.setattr(opinion.opinion, "is_installed", lambda: False)
    with pytest.raises(NotInstalled):
        central.opinion.run(QUIET)
    assert central.opinion.latest().made_ms == 0


def test_nobody_to_look_at_is_an_opinion_too(central):
    told = central.opinion.run(QUIET)
    assert (told.sightings, told.both, told.differences) == (0, 0, ())
    assert told.made_ms > 0
    assert told.engine.startswith("Splink 5")


def test_what_both_see_is_a_count_and_no_line(central):
    one, other = known(central), known(central, "+82 10 0000 4217")
    for side in (one, other):
        _clue(central, side, "telegram", "nokdu_a1")
    told = central.opinion.run(QUIET)
    assert (told.sightings, told.both, told.differences) == (2, 1, ())


def test_what_only_the_other_is_sure_of_is_told_with_the_reason(central):
    one, other = known(central, "010-0000-1001"), known(central, "010-0000-1001")
    for side, year in ((one, "2017"), (other, "2024")):
        held = {"seen_from": f"{year}-01-01", "seen_to": f"{year}-11-30"}
        _clue(central, side, "telegram", "nokdu_a1", **held)
        central.suspects.change_clue(side.clue, held)
    (line,) = central.opinion.run(QUIET).differences
    assert line.kind == "UNPROPOSED"
    assert {line.one_case, line.other_case} == {one.case, other.case}
    assert line.why
    assert line.link == ""


def test_what_people_decided_to_be_two_is_no_difference(central):
    one, other = known(central), known(central)
    linked(central, one, other, decision="NOT_SAME", second="")
    assert central.opinion.run(QUIET).differences == ()


def test_what_was_joined_and_the_other_does_not_see_is_told_with_its_link(central):
    one, other = known(central, "010-0000-1001"), known(central, "010-0000-2002")
    link = linked(central, one, other)
    (line,) = central.opinion.run(QUIET).differences
    assert (line.kind, line.link, line.why) == ("UNLIKELY", link, "")
    assert {line.one, line.other} == {one.suspect, other.suspect}


def test_what_hangs_together_by_a_third_is_seen(central):
    one, other, third = (
        known(central, "010-0000-1001"),
        known(central, "010-0000-2002"),
        known(central, "010-0000-1001"),
    )
    _clue(central, third, "phone", "010-0000-2002")
    _clue(central, third, "telegram", "nokdu_a1")
    _clue(central, other, "telegram", "nokdu_a1")
    for pair in ((one, other), (one, third), (other, third)):
        linked(central, *pair)
    assert central.opinion.run(QUIET).differences == ()


def test_a_value_that_somebody_marked_as_many_peoples_is_no_reason_for_either(central):
    known(central), known(central)
    assert central.opinion.run(QUIET).both == 1
    mark = mark_of("phone", "+821000004217")
    planted(central, "shared_value", {"kind": "phone", "shared": True}, mark)
    told = central.opinion.run(QUIET)
    assert (told.sightings, told.both, told.differences) == (2, 0, ())


def test_a_training_case_is_not_looked_at(central):
    _, other = known(central), known(central)
    central.records.change("case", other.case, {"training": True})
    told = central.opinion.run(QUIET)
    assert (told.sightings, told.both) == (1, 0)


def test_what_is_kept_holds_ids_and_codes_only(central):
    one, other = known(central, "010-0000-1001"), known(central, "010-0000-2002")
    linked(central, one, other)
    central.opinion.run(QUIET)
    kept = json.loads(central._rooms.vault.fact("opinion/latest"))
    (difference,) = kept.pop("differences")
    assert [len(word) for word in difference] == [len("UNLIKELY"), 36, 36, 36, 0]
    assert set(kept) == {"made_ms", "engine", "sightings", "both", "more"}


def test_a_suspect_that_is_gone_is_in_no_line(central):
    one, other = known(central, "010-0000-1001"), known(central, "010-0000-2002")
    linked(central, one, other)
    assert central.opinion.run(QUIET).differences
    central.suspects.retract(one.suspect, "no-longer-needed")
    assert central.opinion.latest().differences == ()


def test_an_opinion_says_nothing_in_the_ledger(central):
    one, other = known(central, "010-0000-1001"), known(central, "010-0000-2002")
    linked(central, one, other)
    before = central._rooms.ledger.position_hash()
    assert central.opinion.run(QUIET).differences
    assert central._rooms.ledger.position_hash() == before


def differing(central):
    """Two cases that were joined although nothing is alike: one line of the opinion."""
    one, other = known(central, "010-0000-1001"), known(central, "010-0000-2002")
    linked(central, one, other)
    return one, other


def test_who_sits_here_is_not_looked_at_and_in_no_line(central):
    one, other = differing(central)
    assert central.opinion.run(QUIET).differences
    interview = central.interviews.begin(other.case, "intake")
    assert central.opinion.latest().differences == ()
    told = central.opinion.run(QUIET)
    assert (told.sightings, told.differences) == (1, ())
    central.interviews.finish(interview)
    assert central.opinion.run(QUIET).sightings == 2
    assert one.case in {line.one_case for line in central.opinion.latest().differences}


def test_a_case_that_became_training_since_is_in_no_line(central):
    _, other = differing(central)
    assert central.opinion.run(QUIET).differences
    central.records.change("case", other.case, {"training": True})
    assert central.opinion.latest().differences == ()


def test_a_withdrawn_case_is_not_looked_at_and_in_no_line(tmp_path):
    town = Town(tmp_path / "town")
    central, center = town.desk("C0", tmp_path), town.desk("IC", tmp_path)
    stick = tmp_path / "road"
    stick.mkdir()
    with contextlib.ExitStack() as stack:
        stack.callback(center.close)
        stack.callback(central.close)
        alone = known(central, "010-0000-3003")
        linked(central, alone, town.one)
        (line,) = central.opinion.run(QUIET).differences
        assert town.one.case in {line.one_case, line.other_case}
        center.consents.withdraw(town.one.case, "CENTRAL")
        carry(center, central, stick)
        assert central.opinion.latest().differences == ()
        told = central.opinion.run(QUIET)
        assert (told.sightings, told.differences) == (2, ())


def test_whom_nobody_named_is_told_of_too(central):
    one = known(central, "010-0000-1001")
    case = agreed(central, "RECORD", "CENTRAL")
    clue = {"kind": "phone", "value": "010-0000-2002", "role": "SUSPECT"}
    record = central.records.add("identifier", case, clue)
    other = Known(case, principal_of("suspect", case, ""), record)
    linked(central, one, other)
    (line,) = central.opinion.run(QUIET).differences
    assert {line.one_case, line.other_case} == {one.case, case}


class Watching(Silent):
    """Notes which files are open whenever it is told how far the work is."""

    def __init__(self):
        self.seen = []

    @override
    def step(self, done, total, what):
        links = list(Path("/proc/self/fd").iterdir())
        self.seen.append({path for one in links if (path := _opened(one)) is not None})


def _opened(link):
    """A regular file that is open; also one that is unlinked already."""
    with contextlib.suppress(OSError):
        return str(link.readlink()) if link.is_file() else None


@pytest.mark.skipif(sys.platform != "linux", reason="looks into /proc")
def test_while_it_runs_no_file_is_open_that_was_not_before(central, tmp_path, monkeypatch):  # fmt: skip
    differing(central)
    empty = tmp_path / "tmp"
    empty.mkdir()
    for name in ("TMPDIR", "TEMP", "TMP"):
        monkeypatch.setenv(name, str(empty))
    central.opinion.run(QUIET)  # whatever a library opens once for itself
    before, during = Watching(), Watching()
    before.step(0, 0, "")
    central.opinion.run(during)
    assert len(during.seen) > 1
    opened = set().union(*during.seen) - before.seen[0]
    folder = str(central.about().folder)
    assert {path for path in opened if not path.startswith(folder)} == set()
    assert list(empty.iterdir()) == []


def test_a_line_holds_no_value(central):
    one, other = known(central, "canary_one@mail.example"), known(central)
    _clue(central, one, "telegram", "canary_moon")
    linked(central, one, other)
    told = central.opinion.run(QUIET)
    assert told.differences
    said = repr(told) + str(shown(told)) + central._rooms.vault.fact("opinion/latest")
    assert not [word for word in ("canary", "하루", "0000-4217", "00004217") if word in said]  # fmt: skip
