"""The shared dossier over sealed bundles: three centers send, and it says whom she allowed it to say.

Incheon's and Seoul's victims agreed to the court and to being put together; Busan's did not.
"""

import contextlib

import pypdfium2
import pytest

from intake.desk.people import principal_of
from intake.errors import ConsentMissing, NotFound
from tests.centers_at_hand import QUIET, carry, closing, desks
from tests.desks_at_hand import agreed
from tests.links_at_hand import as_somebody_else

COURT = "수원지방법원 안양지원"
PHONE, OTHER = "010-0000-4217", "010-0000-4218"
VICTIM = "자목련"
ACTIONS = {"IC": 11, "SL": 13, "BS": 17}
# What stands in Busan's case and nowhere else.
SILENT = ("night_moon07", "왼손에흉터", "BS", "부산이라는별명")


@pytest.fixture
def land(tmp_path):
    made = desks(tmp_path, "C0", "IC", "SL", "BS")
    stick = tmp_path / "stick"
    stick.mkdir()
    with closing(*made.values()):
        yield Land(made, stick)


class Land:
    """Three centers and the central desk; what each holds is carried there."""

    def __init__(self, made, stick):
        self._made, self._stick = made, stick
        self.central = made["C0"]
        self.cases, self.suspects = {}, {}
        self.a_case("IC", PHONE)
        self.a_case("SL", PHONE, OTHER)
        self.a_case("BS", OTHER, "@night_moon07", court=False)
        self.bring("IC", "SL")

    def __getitem__(self, code):
        return self._made[code]

    def a_case(self, code, *values, court=True):
        desk = self._made[code]
        case = agreed(desk, "RECORD", "SENSITIVE", "CENTRAL", *(("CENTER",) if court else ()))  # fmt: skip
        if court:
            desk.giving.decide(case, "COURT", "COURT", COURT, "AGREED")
        desk.cases.rename(case, VICTIM)
        desk.people.add(case, {"role": "VICTIM", "name": VICTIM, "phone": "010-0000-9999"})  # fmt: skip
        said = {} if court else {"nickname": "부산이라는별명", "features": "왼손에흉터"}
        if (
            code == "IC"
        ):  # nobody is named: the case's identifiers are of whom she speaks
            suspect = principal_of("suspect", case, "")
            for value in values:
                clue = {"kind": "phone", "value": value, "role": "SUSPECT"}
                desk.records.add("identifier", case, clue)
        else:
            suspect = desk.suspects.add(case, said)
            for value in values:
                desk.suspects.add_clue(case, {"value": value}, suspect)
        for n in range(ACTIONS[code]):
            url = f"https://board.example/{code}/{n}"
            post = desk.records.add("posting", case, {"url": url})
            said = {"posting": post, "kind": "FIRST"}
            desk.records.add("deletion_action", case, said)
        self.cases[code], self.suspects[code] = case, suspect

    def bring(self, *codes):
        for code in codes:
            carry(self._made[code], self.central, self._stick)

    def confirm(self):
        """Two people at the central desk confirm whatever is proposed with much."""
        desk = self.central
        while found := [one for one in desk.matches.queue("NEW") if one.word == "VERY_HIGH"]:  # fmt: skip
            as_somebody_else(desk, "한조정")
            desk.matches.decide(found[0].id, "SAME", "ACCOUNTS")
            as_somebody_else(desk, "두확인")
            for one in desk.matches.queue("SECOND"):
                desk.matches.second(one.link, "SAME", "ACCOUNTS")

    def drawn(self, code="IC"):
        """The dossier, as whoever holds it reads it, and how it is called."""
        made = self.central.dossiers.of_profile(self.suspects[code])
        pdf = pypdfium2.PdfDocument(made.data)
        with contextlib.closing(pdf):
            pages = [page.get_textpage().get_text_bounded() for page in pdf]
        return made, "\n".join(pages)


def without_foot(text):
    """What is said, without the day and the state in the margins."""
    return [line for line in text.splitlines() if "장부" not in line]


def test_who_did_not_agree_stands_nowhere_and_changes_no_figure(land):
    """The paper is the same, letter by letter, whether Busan ever sent anything or not."""
    land.confirm()
    _, before = land.drawn()
    for said in (
        "가-01",
        "가-02",
        "IC 센터",
        "SL 센터",
        PHONE,
        "11",
        "13",
        "한조정",
        "두확인",
    ):
        assert said in before
    land.bring("BS")
    land.confirm()
    assert len(land.central.suspects.group(land.suspects["BS"])) == 3
    made, after = land.drawn()
    assert without_foot(after) == without_foot(before)
    for said in (*SILENT, VICTIM, "9999", str(sum(ACTIONS.values())), *numbers(land)):
        assert said not in "\n".join((made.name, *without_foot(after))), said
    for code in ("SL", "BS"):  # whoever is asked about: the same person, the same paper
        assert without_foot(land.drawn(code)[1]) == without_foot(after)


def numbers(land):
    """What the cases are called at their centers and at the central desk."""
    held = land.central.cases
    return [held.header(case).number for case in land.cases.values()]


def test_what_she_takes_back_is_out_of_the_next_one(land):
    land.confirm()
    assert "가-02" in land.drawn()[1]
    (line,) = land["SL"].giving.lines(land.cases["SL"])
    land["SL"].giving.withdraw(line.id)
    land.bring("SL")
    _, text = land.drawn()
    assert "가-02" not in text
    for said in (OTHER, "SL", "한조정", "13"):
        assert said not in "\n".join(without_foot(text)), said
    land["IC"].consents.withdraw(land.cases["IC"], "CENTRAL")
    land.bring("IC")
    with pytest.raises(ConsentMissing):
        land.drawn("SL")


def test_a_destroyed_case_is_out_of_the_next_one_and_leaves_no_word(land):
    land.confirm()
    assert "가-02" in land.drawn()[1]
    header = land["SL"].cases.header(land.cases["SL"])
    land["SL"].erasing.destroy(land.cases["SL"], "whole", "REQUEST", header.number, QUIET)  # fmt: skip
    land.bring("SL")
    _, text = land.drawn()
    assert "가-02" not in text
    for said in (OTHER, "SL", "13"):
        assert said not in "\n".join(without_foot(text)), said
    with pytest.raises(NotFound):
        land.drawn("SL")
