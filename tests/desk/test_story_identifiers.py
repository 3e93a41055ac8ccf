"""The story's 46 identifiers, entered by the centers as they typed them, in one vault."""

import json
from collections import Counter, defaultdict
from pathlib import Path

import pytest

from tests.desks_at_hand import a_desk, agreed

STORY = json.loads(
    (Path(__file__).parents[1] / "matching" / "story_identifiers.json").read_text(
        "utf-8"
    )
)
# A covered name is a filter; an account of the victim's own is nobody's to compare.
_NEVER = {"name:김○○", "(victim side; never matched)"}


@pytest.fixture(scope="module")
def entered(tmp_path_factory):
    """The desk, its cases by the story's name, and the story's record of each identifier."""
    desk, cases, noted = a_desk(tmp_path_factory.mktemp("story") / "ic"), {}, {}
    for one in STORY:
        case = cases.setdefault(one["case"], "") or agreed(desk, "RECORD")
        cases[one["case"]] = case
        role = "VICTIM" if one["case"] == "D11" else "SUSPECT"
        said = {
            "value": one["raw"],
            "kind": one["kind"],
            "site": one.get("site"),
            "role": role,
        }
        noted[desk.suspects.add_clue(case, said)] = one
    yield desk, cases, noted
    desk.close()


def test_every_identifier_counts_the_other_cases_that_have_it_and_no_decoy(entered):
    desk, cases, noted = entered
    having = defaultdict(set)
    for one in STORY:
        having[one["canonical"]].add(one["case"])
    seen = Counter()
    for case in cases.values():
        for card in desk.suspects.of_case(case).cards:
            for line in card.clues:
                one = noted[line.id]
                others = (
                    0
                    if one["canonical"] in _NEVER
                    else len(having[one["canonical"]]) - 1
                )
                assert (one["raw"], line.others) == (one["raw"], others)
                seen[one["canonical"]] += 1
    assert sum(seen.values()) == 45


def test_what_was_typed_is_kept_letter_for_letter(entered):
    desk, cases, noted = entered
    for case in cases.values():
        for row in desk.records.list("identifier", case):
            assert row["value"] == noted[row.id]["raw"]


def test_the_look_alike_and_the_transposed_number_are_hinted_at(entered):
    desk, cases, _ = entered
    look = desk.suspects.look(
        cases["D09"], "northpler_x7q", "uploader", "tube-a.example"
    )
    assert (look.near, look.others) == (True, 0)
    assert desk.suspects.look(cases["D10"], "010-0000-4271").near


def test_the_victims_own_account_is_in_no_comparison(entered):
    desk, cases, _ = entered
    look = desk.suspects.look(cases["V01"], "@haru_smile", "instagram")
    assert (look.others, look.here) == (0, "")
