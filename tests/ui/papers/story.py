"""A center with three cases of one man: two agreed to a court, the third did not."""

import datetime as dt
from functools import cache

from tests.desk.test_figures import supported
from tests.desks_at_hand import a_desk, planted
from tests.documents.test_sealing import key_file
from tests.links_at_hand import known

COURT, NUMBER, ACCUSED = "서울중앙지방법원", "2099고합7", "김하루"


class Story:
    """The desk, its cases, and the suspect they share."""

    def __init__(self, folder):
        self.desk = desk = a_desk(folder / "w")
        self.cases = [known(desk) for _ in range(3)]
        for at, one in enumerate(self.cases):
            supported(desk, one.case, urls=at + 2, age=(15, 24, 31)[at])
            incident = planted(desk, "incident", one.case, {"happened_from": "2024-02-03", "happened_to": "2024-05"})  # fmt: skip
            planted(desk, "harm", one.case, {"of": incident, "kind": "DIST", "chosen": True})  # fmt: skip
        first, second, third = (one.suspect for one in self.cases)
        desk.suspects.merge(first, second)
        desk.suspects.merge(first, third)
        self.profile = desk.profiles.of_suspect(first)
        for one in self.cases[:2]:
            desk.giving.decide(one.case, "COURT", "COURT", COURT, "AGREED")

    def go_to_court(self):
        """One of the cases knows the trial."""
        one = self.cases[0]
        self.desk.suspects.change(one.suspect, {"name": ACCUSED})
        self.desk.trials.begin(one.case, one.suspect, NUMBER, {"court": COURT})


def sheet_of(window, kind):
    """The sheet of a kind that is open."""
    return next(one for one in window.findChildren(kind) if one.isVisible())


@cache
def seal_of(today):
    """A key file that is good today, and its certificate; made once for all tests."""
    return key_file(today - dt.timedelta(1), today + dt.timedelta(300))
