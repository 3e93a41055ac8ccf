"""A role without content (전산·감사) walks through the pages: nothing is offered, nothing refused."""

import pytest
from PySide6.QtWidgets import QLabel

from intake.desk import workspace
from intake.progress import Silent
from tests.ui.casework.conftest import open_copy
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring
from ui.screens.case.tabs import TABS
from ui.widgets import Button

HERS = "푸른 들판 너머의 종"


@pytest.fixture(params=["IT", "AUDITOR"])
def desk(request, made, tmp_path, app, clock_stands_still):
    """The desk of a colleague who sees no content, with one case."""
    keyring = MemoryKeyring()
    one = open_copy(made, tmp_path / "workspace", keyring)
    case = one.cases.begin("VISIT", "하늘")
    one.consents.decide(case, {"RECORD": "AGREED"})
    one.roles.add_person("이동료", request.param, PASSPHRASE, HERS)
    one.close()
    hers = workspace.open_(
        tmp_path / "workspace", HERS, Silent(), keyring=keyring, policy=POLICY
    )
    hers.one_case = case
    yield hers
    hers.close()


@pytest.fixture
def toasts(session):
    """Every word that popped up."""
    heard = []
    session.refused.connect(heard.append)
    return heard


def test_a_case_says_one_calm_sentence_and_refuses_nothing(desk, at, toasts, texts):
    for tab in TABS:
        page = at("case", case=desk.one_case, tab=tab)
    assert toasts == []
    told = [one.text() for one in page.centre.findChildren(QLabel) if one.isVisible()]
    assert told.count(texts("case-hidden")) == 1
    assert not any("하늘" in words for words in told)
    shown = {one.text() for one in page.centre.findChildren(Button) if one.isVisible()}
    assert shown == {texts("rail-cases")}  # the way back


def test_no_new_case_is_offered(desk, at, window, toasts, texts):
    for screen in ("today", "cases"):
        at(screen)
        shown = {one.text() for one in window.findChildren(Button) if one.isVisible()}
        assert not any(texts("today-new-case") in words for words in shown)
        assert texts("cases-new") not in shown
    assert toasts == []


def test_what_an_emergency_opens_is_shown_with_its_tabs(desk, at, toasts, texts):
    desk.roles.break_glass(desk.one_case, "EMERGENCY", "전화로 생명이 위험하다고 함")
    page = at("case", case=desk.one_case, tab="suspects")
    assert page._tabs["suspects"].isVisible()
    assert toasts == []
    assert texts("case-hidden") not in [one.text() for one in page.findChildren(QLabel)]
