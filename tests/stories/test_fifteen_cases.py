"""The story's fifteen cases come in at seven centers and give the figures of domain §8, exactly."""

import json
from collections import Counter
from functools import reduce
from operator import add

import pytest

from intake.counting import RULES, Period, Population, count
from intake.desk.restoring import look, restore
from intake.desk.views.backups import RestoreSecret
from intake.desk.views.figures import Asked
from intake.desk.views.interchange import ExportPlan, ImportPlan
from intake.progress import Silent
from tests.desks_at_hand import a_desk
from tests.stories import fifteen
from tests.vaults_at_hand import PASSPHRASE, POLICY

_BY_CENTER = {
    "IC": (2, 1_283), "SL": (4, 3_402), "BS": (2, 1_265), "GG": (3, 1_930),
    "DG": (1, 418), "CN": (1, 296), "C1": (2, 2_150),
}  # fmt: skip


@pytest.fixture(scope="module")
def scenario(house):
    story = house / "resources" / "samples" / "scenario.json"
    return json.loads(story.read_text(encoding="utf-8"))


def test_our_copy_of_the_story_is_the_story(house, shared):
    beside = shared / "data" / "scenario.json"
    if not beside.is_file():
        pytest.skip("the story does not lie beside this checkout")
    ours = house / "resources" / "samples" / "scenario.json"
    assert ours.read_bytes() == beside.read_bytes()


@pytest.fixture(scope="module")
def folder(tmp_path_factory):
    return tmp_path_factory.mktemp("sheets")


@pytest.fixture(scope="module")
def brought(scenario, folder):
    return {code: fifteen.files(scenario, code, folder) for code in fifteen.CENTERS}


@pytest.fixture(scope="module")
def centers(brought, tmp_path_factory):
    opened = {}
    for code, files in brought.items():
        opened[code] = a_desk(tmp_path_factory.mktemp(code) / "v", code=code)
        for told in fifteen.bring_in(opened[code], files):
            assert (told.refused, told.here, told.changed) == (0, 0, 0), code
    yield opened
    for desk in opened.values():
        desk.close()


@pytest.fixture(scope="module")
def told(centers):
    return {code: fifteen.figures(desk) for code, desk in centers.items()}


@pytest.fixture(scope="module")
def all_of_them(told):
    return reduce(add, told.values())


def test_every_center_has_its_victims_and_its_deletion_supports(told):
    found = {code: (one.victims, one.totals["n"]) for code, one in told.items()}
    assert found == _BY_CENTER


def test_every_case_has_its_actions_and_addresses(all_of_them, scenario):
    numbers = {one["id"]: fifteen.number_of(one) for one in scenario["victims"]}
    expected = {numbers[one["id"]]: (one["n"], one["u"]) for one in scenario["urls"]}
    assert all_of_them.cases == expected


def test_the_sums_are_those_of_the_report(all_of_them, scenario):
    expected = scenario["expected"]
    assert all_of_them.totals == expected["totals"]
    assert len(all_of_them.urls) == expected["national_unique_url"]
    assert all_of_them.leaked == fifteen.LEAKED


@pytest.mark.parametrize(
    "name", ["damage", "ext", "relation", "basis", "retention", "band"]
)
def test_the_tables_are_those_of_the_report(all_of_them, scenario, name):
    assert getattr(all_of_them, name) == Counter(scenario["expected"][name])


def counted(desk, rule, **more):
    """What the counting engine says of everything in a register."""
    every = Population(frozenset(case.id for case in desk._rooms.register.find("case")))
    with desk._rooms.vault.reading() as db:
        return count(db, RULES[rule], every, **more)


def test_the_engine_counts_what_the_report_says(centers, scenario):
    rules = {
        "R1": 10_744, "R1-FIRST": 8_602, "R1-AGAIN": 2_142, "R2": 8_602, "R3": 5_324,
        "R3-BLOCKED": 767, "R3-REFUSED": 1_799, "R3-TEMPORARY": 252, "R3-OPEN": 460,
        "R6": fifteen.LEAKED, "R7": fifteen.PARALLEL, "V1": 15, "V3": 15, "M1": 5,
        "M2": 1, "H1": 28, "H2": 2,
    }  # fmt: skip
    found = {rule: [counted(desk, rule) for desk in centers.values()] for rule in rules}
    assert {rule: sum(one.amount.value for one in told) for rule, told in found.items()} == rules  # fmt: skip
    assert not any(one.doubtful for told in found.values() for one in told)


def test_the_tables_on_the_screen_are_those_of_the_report(centers, scenario):
    found: dict[str, Counter] = {}
    for desk in centers.values():
        for table in desk.statistics.view(Asked("CENTER"), whole=True).tables:
            sums = found.setdefault(table.id, Counter())
            for row in table.rows:
                sums.update({(row.code, code): cell.value for code, cell in zip(table.codes, row.cells, strict=True)})  # fmt: skip
    expected = scenario["expected"]
    assert (found["T1"]["F", ""], found["T1"]["", ""]) == (15, 15)
    for name, wanted in (("T2", "band"), ("T3.sex", "damage"), ("T3.age.annex", "ext"), ("T4", "relation")):  # fmt: skip
        rows = Counter({row: n for (row, column), n in found[name].items() if row and not column})  # fmt: skip
        assert +rows == expected[wanted], name
    assert (found["T3.sex"]["", ""], found["T5"]["DELETE", ""], found["T6"]["", ""]) == (28, 10_744, 10_744)  # fmt: skip
    outcomes = {code: found["T6.addresses"]["", code] for code in ("", "REMOVED", "BLOCKED", "REFUSED", "TEMPORARY", "OPEN")}  # fmt: skip
    assert list(outcomes.values()) == [8_602, 5_324, 767, 1_799, 252, 460]
    bases = {basis: sum(one["actions"] for one in scenario["victims"] if one["basis"] in codes) for basis, codes in (("POLICE", {"POLICE"}), ("CSAM", {"CSAM"}))}  # fmt: skip
    assert {basis: found["T7"][basis, ""] for basis in bases} == bases
    assert found["T8.addresses"]["", ""] == fifteen.LEAKED
    assert (found["T10"]["", "NEW"], found["T10"]["", "R3"]) == (8_602, 5_324)


def test_a_year_holds_its_own_actions_and_no_others(centers):
    whole, year, other = ({"period": one} for one in (Period(), Period("2024", "2024"), Period("2023", "2023")))  # fmt: skip
    for desk in centers.values():
        assert counted(desk, "R1", **year).amount == counted(desk, "R1", **whole).amount
        assert counted(desk, "R1", **other).amount.value == 0


def test_minority_is_counted_by_law_and_not_by_band(all_of_them, scenario):
    expected = scenario["expected"]
    assert sum(all_of_them.damage.values()) == expected["damage_total"] == 28
    assert all_of_them.minors == expected["minors"]
    assert all_of_them.under14 == expected["under14"]
    assert all_of_them.csam == expected["csam"]


def test_what_the_police_asked_too_is_shown_and_not_counted(all_of_them):
    assert all_of_them.parallel == fifteen.PARALLEL
    assert all_of_them.actions["POLICE"] == fifteen.PARALLEL


def test_kept_counts_are_those_of_a_recount(centers):
    for desk in centers.values():
        assert desk._rooms.register.wrong_counts() == 0


def test_the_same_files_again_in_another_order_change_nothing(centers, brought, told):
    for code in ("CN", "DG", "GG"):
        for one in fifteen.bring_in(centers[code], list(reversed(brought[code]))):
            assert (one.new, one.changed, one.refused) == (0, 0, 0)
        assert fifteen.figures(centers[code]) == told[code]


def test_an_action_that_stands_in_two_lists_counts_once(
    centers, scenario, folder, told
):
    both = folder / "central-list.csv"
    both.write_bytes(fifteen.central_list(scenario))
    tried = centers["IC"].imports.dry_run(both, ImportPlan("postings"), Silent())
    assert (tried.here, tried.new, tried.changed) == (fifteen.BOTH_LISTS, 0, 0)
    centers["IC"].imports.run(both, ImportPlan("postings"), Silent())
    assert fifteen.figures(centers["IC"]) == told["IC"]


def test_a_list_about_a_case_of_another_center_is_refused_row_by_row(centers, folder):
    tried = centers["C1"].imports.dry_run(
        folder / "central-list.csv", ImportPlan("postings"), Silent()
    )
    assert (tried.refused, tried.new) == (fifteen.BOTH_LISTS, 0)
    assert {one.text_id for one in tried.refusals} == {"refused-unknown-case"}


def test_a_consent_that_comes_with_its_case_opens_the_way_it_names_and_no_other(
    scenario, tmp_path
):
    cases = [one for one in scenario["victims"] if one["center"] == "DG"]
    lines = fifteen.cases_open(cases, "DG").splitlines()
    lines += fifteen.consents_open(cases, "DG", "RECORD", "CENTRAL").splitlines()[1:]
    (tmp_path / "DG.jsonl").write_bytes(b"\n".join(lines))
    desk = a_desk(tmp_path / "v", code="DG")
    fifteen.bring_in(desk, [(tmp_path / "DG.jsonl", "")])
    seen = desk.exports.preview(ExportPlan("CENTRAL"), Silent())
    assert (seen.cases, seen.staying) == (1, 0)
    assert desk.exports.preview(ExportPlan("COURT"), Silent()).staying == 1
    desk.close()


def test_somebody_registered_again_elsewhere_stays_two_until_a_person_says_so(
    scenario, tmp_path
):
    v04 = next(one for one in scenario["victims"] if one["id"] == "V04")
    moved = {**v04, "id": "X01", "center": "GG"}
    (tmp_path / "x01.jsonl").write_bytes(fifteen.cases_open([moved], "GG"))
    desk = a_desk(tmp_path / "v", code="GG")
    fifteen.bring_in(desk, [(tmp_path / "x01.jsonl", "")])
    found = fifteen.figures(desk)
    assert (found.victims, found.totals["n"]) == (1, 0)
    assert not desk.records.list("merge")
    desk.close()


def test_a_list_is_taken_back_as_one_step_and_stands_again_when_brought_again(
    centers, brought, told
):
    desk = centers["CN"]
    assert desk.undo.undo().text_id == "deed-import"
    assert fifteen.figures(desk).totals["n"] == 0
    fifteen.bring_in(desk, brought["CN"])
    assert fifteen.figures(desk) == told["CN"]
    assert desk._rooms.register.wrong_counts() == 0


def test_a_restored_backup_gives_the_same_figures_and_takes_the_lists_as_known(
    centers, brought, told, tmp_path
):
    desk, place = centers["IC"], tmp_path / "place"
    place.mkdir()
    desk.backups.choose_place(place)
    desk.backups.make(Silent())
    secret = RestoreSecret(passphrase=PASSPHRASE)
    name = look(place)[0].name
    again, _ = restore(
        place,
        name,
        tmp_path / "new",
        secret,
        keyring=desk._rooms.keyring,
        policy=POLICY,
    )
    assert fifteen.figures(again) == told["IC"]
    for one in fifteen.bring_in(again, brought["IC"]):
        assert (one.new, one.changed) == (0, 0)
    assert fifteen.figures(again) == told["IC"]
    assert again._rooms.register.wrong_counts() == 0
    assert again.keys.verify(Silent()).ok
    again.close()
