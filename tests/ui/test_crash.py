import sys

import pytest

from ui import crash

SECRET = "녹두가 말한 것"


@pytest.fixture
def hook():
    before = sys.excepthook
    yield
    sys.excepthook = before


def broken():
    said = SECRET
    raise ValueError(said)


def test_a_report_says_where_and_never_what():
    with pytest.raises(ValueError, match="녹두") as caught:
        broken()
    said = crash.report(caught.type, caught.tb)
    assert "ValueError" in said
    assert "test_crash.py" in said
    assert SECRET not in said


def test_a_mistake_is_shown_without_its_words(hook, capsys):
    shown = []
    crash.install(shown.append)
    with pytest.raises(ValueError, match="녹두") as caught:
        broken()
    sys.excepthook(caught.type, caught.value, caught.tb)
    assert len(shown) == 1
    assert SECRET not in shown[0] + capsys.readouterr().err


def test_ctrl_c_in_a_terminal_stays_ctrl_c(hook, capsys):
    shown = []
    crash.install(shown.append)
    sys.excepthook(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert shown == []
    assert "KeyboardInterrupt" in capsys.readouterr().err
