"""Keys count in the order in which they were pressed."""

import os
import sys

import pytest

from ui import safe
from ui.input_method import keep_order

WAITS = "IBUS_ENABLE_SYNC_MODE"


@pytest.fixture(autouse=True)
def _as_before(monkeypatch):
    monkeypatch.setattr(safe, "_ours", set())
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv(WAITS, "")  # what was there comes back afterwards
    del os.environ[WAITS]


def test_each_answer_of_ibus_is_waited_for():
    keep_order({"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=ibus"})
    assert os.environ[WAITS] == "1"
    safe.leave_no_trace()
    assert WAITS not in os.environ


def test_what_the_person_said_stays():
    os.environ[WAITS] = "0"
    keep_order()
    safe.leave_no_trace()
    assert os.environ[WAITS] == "0"


@pytest.mark.parametrize("said", [{"QT_IM_MODULE": "fcitx"}, {"QT_IM_MODULE": "ibus", "XMODIFIERS": "@im=fcitx"}], ids=["itself", "in the place of ibus"])  # fmt: skip
def test_fcitx_is_left_as_it_is(said):
    keep_order(said)
    assert WAITS not in os.environ


def test_windows_knows_nothing_of_it(monkeypatch):
    monkeypatch.setattr(sys, "platform", "win32")
    keep_order({})
    assert WAITS not in os.environ
