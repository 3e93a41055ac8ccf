import pytest

from intake.desk.views.figures import Asked
from intake.errors import ConsentMissing, InvalidInput, NotFound
from intake.ids import natural_id
from tests.centers_at_hand import QUIET, carry
from tests.desks_at_hand import planted as said
from tests.links_at_hand import known, linked, planted, taken_back

IN_TOWN = (
    True  # the desks are those of two centers and a central desk that know each other
)


def victim(desk, case, age):
    record = natural_id("person", case, "victim")
    said(desk, "person", case, {"role": "VICTIM", "age": age}, record)


def asked(desk, case, stem, *, again=0, results=("REMOVED",)):
    """Postings of a case, each asked for once; the first ``again`` of them twice."""
    for k, result in enumerate(results):
        told = {"url": f"https://tube-a.example/{stem}/{k}", "result": result}
        posting = said(desk, "posting", case, told)
        kinds = ("FIRST", "AGAIN") if k < again else ("FIRST",)
        for kind in (*kinds, "POLICE", "CHECK"):
            said(desk, "deletion_action", case, {"posting": posting, "kind": kind})


def test_two_joined_cases_are_counted_together(desk):
    one, other = known(desk), known(desk)
    victim(desk, one.case, 15)
    victim(desk, other.case, 27)
    asked(desk, one.case, "a", again=1, results=("REMOVED", "REFUSED", "BLOCKED"))
    asked(desk, other.case, "b", results=("TEMPORARY", "REQUESTED"))
    said(desk, "incident", one.case, {"happened_from": "2021-03-14"})
    said(desk, "incident", other.case, {"happened_from": "2022", "happened_to": "2024-11-02"})  # fmt: skip
    linked(desk, one, other, second="")
    view = desk.profiles.view(one.suspect)
    assert (view.confirmed_victims, view.least_victims, view.case_count) == (2, 2, 2)
    assert (view.minors, view.under_14) == (1, 1)  # she was nine when it began
    assert (view.actions, view.first_requests, view.repeats) == (6, 5, 1)
    assert (view.urls, view.removed, view.refused, view.blocked) == (5, 1, 1, 1)
    assert (view.temporary, view.open) == (1, 1)
    assert (view.period_from, view.period_to) == ("2021-03-14", "2024-11-02")
    assert sum(line.actions for line in view.cases) == view.actions
    assert [mark[1:] for mark in view.marks] == [("010-0000-4217", 2)]
    assert (view.line.name, view.centers) == ("하루", ("IC",))
    assert desk.profiles.of_suspect(other.suspect) == view.line.profile


def as_figures_say(desk, suspect):
    """The same numbers as the papers and the statistics have them."""
    lines = desk.figures.view(Asked("PROFILE", suspect)).lines
    told = {one.rule: one.value for one in lines}
    names = ("V1", "V2", "V3", "M1", "M2", "R1", "R1-AGAIN", "R2N", "R3", "R3-BLOCKED", "R3-REFUSED", "R3-TEMPORARY", "R3-OPEN")  # fmt: skip
    return tuple(told[one] for one in names), told["R2"]


def as_the_page_says(view):
    return (
        view.confirmed_victims, view.least_victims, view.case_count, view.minors, view.under_14, view.actions,
        view.repeats, view.urls, view.removed, view.blocked, view.refused, view.temporary, view.open,
    ), sum(line.postings for line in view.cases)  # fmt: skip


def test_the_page_says_what_figures_say_however_an_address_is_spelled(desk):
    one, other = known(desk), known(desk)
    victim(desk, one.case, 21)
    victim(desk, other.case, 13)
    asked(desk, one.case, "a", again=1, results=("REMOVED", "REFUSED", "BLOCKED", "GONE"))  # fmt: skip
    for url in ("https://www.tube-a.example/a/0/", "tube-a.example/A/1", None):
        said(desk, "posting", one.case, {"url": url, "result": "REQUESTED"})
    asked(desk, other.case, "a", results=("REMOVED", "DELISTED", "TEMPORARY"))
    said(desk, "deletion_action", other.case, {"kind": "SEARCH"})
    said(desk, "incident", one.case, {"happened_from": "2021"})
    linked(desk, one, other, second="")
    view = desk.profiles.view(one.suspect)
    assert as_the_page_says(view) == as_figures_say(desk, one.suspect)
    assert (view.minors, view.first_requests) == (2, view.actions - view.repeats)
    for name in ("actions", "removed", "blocked", "refused", "temporary", "open"):
        assert sum(getattr(line, name) for line in view.cases) == getattr(view, name)
    assert sum(line.minor for line in view.cases) == view.minors


def test_an_address_that_two_cases_have_is_one_address(desk):
    one, other = known(desk), known(desk)
    for each in (one, other):
        asked(desk, each.case, "same", results=("REMOVED", "REMOVED"))
    linked(desk, one, other, second="")
    view = desk.profiles.view(one.suspect)
    assert (view.urls, view.removed, view.actions) == (2, 4, 4)


def test_a_suspect_nobody_joined_is_a_profile_of_one(desk):
    one = known(desk)
    view = desk.profiles.view(one.suspect)
    assert (view.case_count, view.line.profile) == (1, one.suspect)
    assert desk.profiles.listing() == ()
    with pytest.raises(NotFound):
        desk.profiles.view(natural_id("nobody", "x"))


def test_undoing_a_link_restores_every_count(desk):
    one, other = known(desk), known(desk)
    asked(desk, other.case, "b")
    before = desk.profiles.view(one.suspect)
    link = linked(desk, one, other, second="")
    assert desk.profiles.view(one.suspect).actions == 1
    taken_back(desk, link)
    assert desk.profiles.view(one.suspect) == before


def test_the_same_woman_at_two_centers_is_counted_once_after_two_persons_said_so(
    desk, seoul, central, stick
):
    one, again = known(desk), known(seoul)
    for owner, each in ((desk, one), (seoul, again)):
        victim(owner, each.case, 16)
        carry(owner, central, stick)
    linked(central, one, again)
    assert central.profiles.view(one.suspect).confirmed_victims == 2
    link = central.profiles.same_victim(one.case, again.case, "VICTIM_SAID", agreed=True)  # fmt: skip
    view = central.profiles.view(one.suspect)
    assert (view.confirmed_victims, view.least_victims) == (2, 1)
    planted(central, "link", {"second": "SAME", "second_by": "최확인"}, link)
    view = central.profiles.view(one.suspect)
    assert (view.confirmed_victims, view.case_count, view.minors) == (1, 2, 1)
    (apart,) = (line for line in view.cases if line.counted_with)
    assert apart.link == link
    assert central.profiles.same_victim(again.case, one.case, "TALKED", agreed=True) == link  # fmt: skip
    taken_back(central, link)
    assert central.profiles.view(one.suspect).confirmed_victims == 2


def test_nobody_says_the_same_victim_without_asking_her(desk):
    one, other = known(desk), known(desk)
    with pytest.raises(ConsentMissing):
        desk.profiles.same_victim(one.case, other.case, "VICTIM_SAID")
    with pytest.raises(InvalidInput):
        desk.profiles.same_victim(one.case, one.case, "VICTIM_SAID", agreed=True)
    with pytest.raises(InvalidInput):
        desk.profiles.same_victim(one.case, other.case, "BECAUSE", agreed=True)
    assert desk._rooms.register.find("link") == ()


def test_within_one_center_one_person_says_the_same_victim(desk):
    one, other = known(desk), known(desk)
    linked(desk, one, other, second="")
    desk.profiles.same_victim(one.case, other.case, "VICTIM_SAID", "두 번 오심", agreed=True)  # fmt: skip
    assert desk.profiles.view(one.suspect).confirmed_victims == 1


def test_what_is_on_hold_is_only_in_the_lower_figure(desk):
    one, other = known(desk), known(desk)
    linked(desk, one, other, second="")
    link = desk.profiles.same_victim(one.case, other.case, "OTHER", agreed=True)
    planted(desk, "link", {"decision": "HOLD"}, link)
    view = desk.profiles.view(one.suspect)
    assert (view.confirmed_victims, view.least_victims) == (2, 1)


def test_a_case_that_continues_in_another_is_the_same_person(desk):
    one, other = known(desk), known(desk)
    linked(desk, one, other, second="")
    desk.joining.join(one.case, other.case)
    assert desk.profiles.view(one.suspect).confirmed_victims == 1


def test_a_training_case_is_in_no_figure(desk):
    one, other = known(desk), known(desk)
    linked(desk, one, other, second="")
    said(desk, "case", one.case, {"training": True}, one.case)
    assert desk.profiles.view(other.suspect).case_count == 1
    assert desk.profiles.view(other.suspect).left == ()
    with pytest.raises(NotFound):
        desk.profiles.view(one.suspect)


def test_a_withdrawn_case_falls_out_and_it_is_said(desk, seoul, central, stick):
    one, other, more = known(desk), known(seoul), known(seoul)
    for owner in (desk, seoul):
        carry(owner, central, stick)
    linked(central, one, other)
    linked(central, one, more)
    linked(seoul, other, more, second="")
    carry(seoul, central, stick)
    assert central.profiles.view(one.suspect).case_count == 3
    desk.consents.withdraw(one.case, "CENTRAL")
    carry(desk, central, stick)
    view = central.profiles.view(other.suspect)
    assert view.case_count == 2  # joined by the center's own decision
    (sentence,) = view.left
    assert "철회" in sentence


def test_the_list_has_most_victims_first_and_is_looked_through(desk):
    a, b, c = known(desk), known(desk), known(desk)
    d, e = known(desk, "010-0000-1111"), known(desk, "010-0000-1111")
    linked(desk, a, b, second="")
    linked(desk, b, c, second="")
    linked(desk, d, e, second="")
    first, second = desk.profiles.listing()
    assert (first.victims, second.victims) == (3, 2)
    number = desk.cases.line(d.case).number
    assert [one.profile for one in desk.profiles.listing(number)] == [second.profile]
    assert desk.profiles.listing("하루", 1) == (first,)
    assert desk.profiles.listing("없는 사람") == ()


def test_what_waits_to_be_decided_stands_beside_the_profile(desk):
    one, other = known(desk), known(desk)
    linked(desk, one, other, second="")
    assert desk.profiles.view(one.suspect).line.waiting == 0
    known(desk)
    desk.matches.refresh(QUIET)
    assert desk.profiles.view(one.suspect).line.waiting > 0
    assert desk.profiles.listing()[0] == desk.profiles.view(one.suspect).line


def test_receiving_can_be_watched(desk, central, stick):
    known(desk)
    sealed = desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)
    assert central.exchange.receive(stick, QUIET).touched_cases == 1
