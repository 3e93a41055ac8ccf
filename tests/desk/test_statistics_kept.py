"""Answers that are kept are those that would be counted, and go with the first word about a case."""

import pytest

from intake.counting import look as looking
from intake.desk import statistics_counting
from intake.desk.views.figures import Asked
from tests.counting import made_up
from tests.counting.test_kept import _ONE
from tests.desks_at_hand import a_desk, planted

_ASKED = Asked("NATION", "", "2024", "2024")


@pytest.fixture(scope="module")
def register(tmp_path_factory):
    desk = a_desk(tmp_path_factory.mktemp("answers") / "v")
    register = made_up.Register(desk)
    register.cases, _ = register.take_in([_ONE, _ONE, _ONE])
    yield register
    desk.close()


def _told(desk, asked=_ASKED, *, whole=True):
    view = desk.statistics.view(asked, whole=whole)
    return view.cards, view.tables, view.pictures, view.hidden_cards


def _rows(desk, asked=_ASKED, *, whole=True):
    """The same with nothing kept."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(looking, "MANY_CASES", 10**9)
        return _told(desk, asked, whole=whole)


def _answers(desk):
    with desk._rooms.vault.reading() as db:
        return db.one("SELECT count(*) FROM c_answer WHERE claim IS NULL")[0]


def test_an_answer_is_kept_and_is_the_one_that_is_counted(register, monkeypatch):
    monkeypatch.setattr(looking, "MANY_CASES", 1)
    desk = register.desk
    for asked in (_ASKED, Asked("NATION"), Asked("NATION", "", "2024-03", "2024-06")):
        first = _told(desk, asked)
        monkeypatch.setattr(
            statistics_counting, "keep", None
        )  # from now on only what is kept
        assert _told(desk, asked) == first == _rows(desk, asked)
        assert _told(desk, asked, whole=False) == _rows(desk, asked, whole=False)
        monkeypatch.undo()
        monkeypatch.setattr(looking, "MANY_CASES", 1)
    assert _answers(desk) == 3


def test_the_first_word_about_a_case_takes_every_answer_away(register, monkeypatch):
    monkeypatch.setattr(looking, "MANY_CASES", 1)
    desk = register.desk
    before = _told(desk)
    assert _answers(desk)
    planted(desk, "deletion_action", register.cases[0], {"kind": "FIRST", "done_on": "2024-05"})  # fmt: skip
    assert not _answers(desk)
    assert _told(desk) == _rows(desk) != before


def test_what_is_said_while_it_is_counted_leaves_no_answer(register, monkeypatch):
    monkeypatch.setattr(looking, "MANY_CASES", 1)
    desk, said = register.desk, []
    planted(desk, "deletion_action", register.cases[1], {"kind": "FIRST", "done_on": "2024-05"})  # fmt: skip

    class Talker:
        def step(self, done, total, what):
            if what == "progress-figures" and not said:
                said.append(True)
                planted(desk, "deletion_action", register.cases[2], {"kind": "AGAIN", "done_on": "2024-05"})  # fmt: skip

    desk.statistics.view(_ASKED, Talker(), whole=True)
    assert said
    assert not _answers(desk)
