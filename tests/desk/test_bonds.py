"""Every page answers alike who is one person: the suspects' tab, profiles, the picture, notices."""

import pytest

from intake.desk.bonds import Bonds
from intake.ids import scope_of
from intake.ledger.change import CLASSES, Ground
from intake.progress import Silent
from tests.centers_at_hand import carry, closing, desks
from tests.centers_at_hand import carry as carried
from tests.links_at_hand import Known, Town, as_somebody_else, known, linked, planted

QUIET = Silent()


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return Town(tmp_path_factory.mktemp("town"))


@pytest.fixture
def three(town, tmp_path):
    opened = {code: town.desk(code, tmp_path) for code in ("IC", "SL", "C0")}
    with closing(*opened.values()):
        yield opened


def cases_of(desk, one):
    """The cases of whoever is one with a suspect, as each page answers."""
    register = desk._rooms.register
    nodes = desk.graph.around(one.suspect).nodes
    return {
        "tab": {str(register.get("suspect", who)["case"]) for who in desk.suspects.group(one.suspect)},
        "profile": {line.case for line in desk.profiles.view(one.suspect).cases},
        "picture": {node.id for node in nodes if node.kind == "case"},
        "notices": {*Bonds(desk._rooms).group(one.suspect, one.case).values()},
    }  # fmt: skip


def everywhere(*known_):
    found = {one.case for one in known_}
    return {"tab": found, "profile": found, "picture": found, "notices": found}


def told(desk):
    """Which center was told that which other one knows the same person."""
    rows = desk._rooms.register.find("link_notice", state="SENT")
    return {(str(row["to_center"]), str(row["other_center"])) for row in rows}


@pytest.fixture
def chain(three, stick):
    """Incheon's case and two of Seoul's: the first joins the others, and they are told."""
    ic, sl, c0 = three["IC"], three["SL"], three["C0"]
    one, middle, last = known(ic, "010-0000-4217"), known(sl, "010-0000-4218"), known(ic, "010-0000-4219")  # fmt: skip
    for desk in (ic, sl):
        carry(desk, c0, stick)
    linked(c0, one, middle)
    linked(c0, middle, last)
    assert cases_of(c0, one) == everywhere(one, middle, last)
    return one, middle, last


def test_a_case_that_was_taken_back_joins_the_others_and_is_shown_nowhere(
    three, chain, stick
):
    sl, c0, (one, middle, last) = three["SL"], three["C0"], chain
    sl.consents.withdraw(middle.case, "CENTRAL")
    carry(sl, c0, stick)
    assert cases_of(c0, one) == cases_of(c0, last) == everywhere(one, last)
    assert tuple(c0.suspects.group(middle.suspect)) == (middle.suspect,)
    sl.consents.decide(middle.case, {"CENTRAL": "AGREED"})
    carry(sl, c0, stick)
    assert cases_of(c0, one) == everywhere(one, middle, last)


def test_a_destroyed_case_joins_the_others_as_before(three, chain, stick):
    sl, c0, (one, middle, last) = three["SL"], three["C0"], chain
    sl.consents.withdraw(middle.case, "CENTRAL")
    carry(sl, c0, stick)
    for cls in CLASSES:
        c0._rooms.ledger.erase(scope_of("case", middle.case), cls, Ground.WITHDRAWAL, "C0")  # fmt: skip
    assert cases_of(c0, one) == everywhere(one, last)
    assert any("파기" in sentence for sentence in c0.profiles.view(one.suspect).left)
    c0._rooms.ledger.rebuild(QUIET)
    assert cases_of(c0, one) == everywhere(one, last)


def test_centers_that_meet_through_a_destroyed_case_hear_of_each_other(three, stick):
    ic, sl, c0 = three["IC"], three["SL"], three["C0"]
    one, middle, last = known(ic, "010-0000-4217"), known(ic, "010-0000-4218"), known(sl, "010-0000-4219")  # fmt: skip
    carry(ic, c0, stick)
    carry(sl, c0, stick)
    linked(c0, one, middle)
    c0.link_notices.tell(linked(c0, middle, last))
    ic.consents.withdraw(middle.case, "CENTRAL")
    carry(ic, c0, stick)
    assert told(c0) == {("IC", "SL"), ("SL", "IC")}
    rows = c0._rooms.register.find("link_notice", state="SENT")
    assert {str(row["about_case"]) for row in rows} == {one.case, last.case}


def test_a_decision_within_a_center_outlives_the_case_it_names(three, stick):
    """Whose the destroyed case was is remembered: one person was enough, and still is."""
    ic, c0 = three["IC"], three["C0"]
    one, middle, last = (known(ic, f"010-0000-42{n}") for n in (17, 18, 19))
    linked(ic, one, middle, second="")
    linked(ic, middle, last, second="")
    carry(ic, c0, stick)
    for cls in CLASSES:
        c0._rooms.ledger.erase(scope_of("case", middle.case), cls, Ground.WITHDRAWAL, "C0")  # fmt: skip
    assert cases_of(c0, one) == everywhere(one, last)


def test_a_center_joins_nobody_by_naming_a_case_of_its_own_for_anothers_suspect(
    three, stick
):
    ic, c0, mine = three["IC"], three["C0"], known(three["IC"])
    (stranger,) = three["SL"]._rooms.register.find("suspect")
    linked(ic, mine, Known(known(ic).case, stranger.id, mine.clue))
    carry(ic, c0, stick)
    assert c0._rooms.register.find("link")
    assert tuple(c0.suspects.group(stranger.id)) == (stranger.id,)
    assert Bonds(c0._rooms).of(stranger.id) == ()


def test_a_case_that_goes_over_takes_the_giving_centers_word_with_it(tmp_path, stick):
    """Two cases of two centers now: the central desk and two persons have to say it."""
    opened = desks(tmp_path, "C0", "IC", "SL")
    with closing(*opened.values()):
        ic, sl, c0 = (opened[code] for code in ("IC", "SL", "C0"))
        one, other = (known(ic, f"010-0000-42{n}", "RECORD", "SENSITIVE", "CENTRAL", "CENTER") for n in (17, 18))  # fmt: skip
        linked(ic, one, other, second="")
        carried(ic, c0, stick)
        assert cases_of(c0, one) == everywhere(one, other)
        handover = ic.handovers.offer(one.case, "SL", "MOVED")
        carried(ic, sl, stick)
        sl.handovers.take(handover)
        for giver, taker in ((sl, ic), (sl, c0), (ic, c0)):
            carried(giver, taker, stick)
        assert Bonds(c0._rooms).center(one.case) == "SL"
        assert cases_of(c0, one) == everywhere(one)
        link = linked(c0, one, other, second="")
        assert Bonds(c0._rooms).state(link) == "SECOND"
        as_somebody_else(c0, "최확인")
        planted(c0, "link", {"second": "SAME", "second_by": "최확인"}, link)
        assert cases_of(c0, one) == everywhere(one, other)


def test_who_somebody_held_for_another_is_in_no_picture_while_that_waits(three):
    c0 = three["C0"]
    one, other = (Known(str(row["case"]), row.id, row.id) for row in c0._rooms.register.find("suspect"))  # fmt: skip
    link = linked(c0, one, other, second="", decision="NOT_SAME")
    assert Bonds(c0._rooms).state(link) == "SECOND"
    assert cases_of(c0, one) == everywhere(one)
    c0.matches.refresh(QUIET)
    assert "candidate" not in {edge.kind for edge in c0.graph.around(one.suspect).edges}
