"""Which case a row means: asked for once, however many rows mean it."""

from intake.interchange.casebook import CaseBook
from tests.desks_at_hand import a_desk

NOBODY = "00000000-0000-7000-8000-000000000000"


class Counted:
    """A register that remembers how often a case was asked for."""

    def __init__(self, register):
        self._register, self.asked = register, []

    def get(self, entity, record):
        self.asked.append(record)
        return self._register.get(entity, record)


def test_a_case_that_every_row_means_is_asked_for_once(tmp_path):
    desk = a_desk(tmp_path / "w")
    case = desk.cases.begin("VISIT", "하늘")
    register = Counted(desk._rooms.register)
    book = CaseBook(register, "IC")
    known = {book.by_id(case) for _ in range(3)}
    missing = {book.by_id(NOBODY) for _ in range(3)}
    desk.close()
    assert [one.id for one in known] == [case]
    assert missing == {None}
    assert register.asked == [case, NOBODY]
