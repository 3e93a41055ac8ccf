"""Numbers and papers, asked by somebody who means harm, or while somebody else writes."""

import threading

import pytest

from intake.desk import workspace as opening
from intake.desk.views.figures import Asked
from intake.desk.views.papers import PaperPlan
from intake.errors import InvalidInput, NotYours
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from tests.desk.test_figures import supported, value
from tests.desks_at_hand import a_desk
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing

COURT = "서울중앙지방법원"


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def desk(tmp_path, keyring):
    made = a_desk(tmp_path / "v", keyring)
    yield made
    made.close()


@pytest.fixture
def case(desk):
    found = supported(desk, desk.cases.begin("VISIT", "하나"), age=15)
    desk.giving.decide(found, "COURT", "COURT", COURT, "AGREED")
    return found


@pytest.fixture(params=["IT", "AUDITOR"])
def outsider(request, desk, case, tmp_path, keyring):
    """Somebody who sees no content."""
    hers = "조용한 아침 산길의 돌"
    desk.figures.freeze("M1", Asked("CASE", case))
    desk.figures.freeze("R1", Asked("CENTER"))
    with cheap_guessing():
        desk.roles.add_person("정전산", request.param, PASSPHRASE, hers)
    desk.close()
    opened = opening.open_(tmp_path / "v", hers, keyring=keyring, policy=POLICY)
    yield opened
    opened.close()


class Meanwhile:
    """Somebody else who writes while it is counted."""

    def __init__(self, write):
        self._write = write

    def step(self, *_):
        write, self._write = self._write, None
        if write is not None:
            other = threading.Thread(target=write, daemon=True)  # noqa: TID251 - another lane
            other.start()
            other.join(20)


def one_more(desk, case):
    def write():
        desk._rooms.vault.enter_lane("bulk")  # as bundles are taken in
        supported(desk, case, 1)

    return Meanwhile(write)


def test_who_sees_no_content_is_not_told_that_a_case_has_a_child(outsider, case):
    for asked in (Asked("CASE", case), Asked("PROFILE", case), Asked("CENTER", court=COURT)):  # fmt: skip
        for ask in (outsider.figures.view, lambda one: outsider.figures.proof("M1", one)):  # fmt: skip
            with pytest.raises(NotYours):
                ask(asked)
    assert value(outsider.figures.view(Asked("CENTER")), "R1") == 3
    assert [one.rule.partition(" ")[0] for one in outsider.figures.frozen()] == ["R1"]


def test_what_is_written_meanwhile_is_in_none_of_the_numbers(desk, case):
    before = desk.figures.view(Asked("CENTER"))
    seen = desk.figures.view(Asked("CENTER"), one_more(desk, case))
    assert (seen.position, seen.lines) == (before.position, before.lines)
    assert value(desk.figures.view(Asked("CENTER")), "R1") == 4


def test_every_figure_of_a_paper_is_of_the_position_on_it(desk, case):
    plan = PaperPlan("PERFORMANCE", "CENTER", court=COURT)
    desk.papers.issue(plan, progress=one_more(desk, case))
    (paper,) = desk._rooms.register.find("issued_paper")
    figures = desk._rooms.register.find("figure", paper=paper.id)
    assert {one["position"] for one in figures} == {paper["position"]}
    assert next(one["value"] for one in figures if str(one["rule"]).startswith("R1 ")) == 3  # fmt: skip


@pytest.mark.parametrize("verb", ["rows", "proof", "freeze"])
def test_a_rule_that_nobody_knows_is_refused_in_words(desk, verb):
    with pytest.raises(InvalidInput):
        getattr(desk.figures, verb)("X9", Asked("CENTER"))


@pytest.mark.parametrize(
    "said",
    [
        {"rule": "X9 · 1", "about_kind": "CENTER"},
        {"rule": "R1 · 1", "about_kind": "CENTER", "first": "2024-99"},
        {"rule": "R1 · 1", "about_kind": "CENTER", "first": "never", "last": "x"},
    ],
)
def test_a_forged_figure_does_not_hide_the_others(desk, case, said):
    figure = new_id(desk._rooms.clock.wall())
    desk.figures.freeze("R1", Asked("CENTER"))
    with desk._rooms.saying(Deed.PAPER, scope_of("record", figure)) as say:
        for name, told in {"value": 7, "taken_on": "2024-01-01", **said}.items():
            say.set("figure", figure, name, told)
    honest, forged = desk.figures.frozen()
    assert (honest.same, forged.same) == (True, False)


def test_by_an_emergency_no_paper_goes_out(desk, case, tmp_path, keyring):
    hers = "조용한 아침 산길의 돌"
    with cheap_guessing():
        desk.roles.add_person("이상담", "COUNSELOR", PASSPHRASE, hers)
    desk.settings.set("own_cases_only", True)
    desk.close()
    again = opening.open_(tmp_path / "v", hers, keyring=keyring, policy=POLICY)
    again._rooms.sight.open_glass(case)
    assert again._rooms.sight.sees(case)
    for make in (again.papers.preview, again.papers.issue):
        with pytest.raises(NotYours):
            make(PaperPlan("ANNEX", "CASE", case, court=COURT))
    again.close()
