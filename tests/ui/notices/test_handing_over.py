"""A case is given to somebody else, from its own page."""

import pytest

from tests.centers_at_hand import closing, desks
from tests.desks_at_hand import agreed
from tests.ui.real_desks import check_reachable, press, said
from tests.vaults_at_hand import PASSPHRASE
from ui.screens.case.handing_over import HandOverSheet


@pytest.fixture
def town(tmp_path):
    opened = desks(tmp_path, "IC", "SL")
    with closing(*opened.values()):
        yield opened


@pytest.fixture
def sheet_of(visit_desk, rest, window):
    """Open the sheet on the page of a case."""

    def open_it(desk, case):
        page = visit_desk(desk, "case", case=case)
        press(page, "담당 변경·이관")
        rest()
        return window.findChildren(HandOverSheet)[-1]

    return open_it


def test_within_the_center_the_case_has_another_counselor(town, sheet_of, rest):
    desk = town["IC"]
    desk.roles.add_person("이동료", "COUNSELOR", PASSPHRASE, "조용한 아침 산길의 돌")
    case = agreed(desk, "RECORD")
    sheet = sheet_of(desk, case)
    sheet.reason.button("STAFF").click()
    sheet.go.click()
    rest()
    assert desk.records.get("case", case)["counselor"] == "이동료"


def test_where_nobody_else_is_known_the_sheet_says_so(town, sheet_of):
    sheet = sheet_of(town["IC"], agreed(town["IC"], "RECORD"))
    sheet.reason.button("STAFF").click()
    assert not sheet.go.isEnabled()
    assert "이 센터에 등록된 다른 상담원이 없습니다." in said(sheet)


def test_without_her_consent_nothing_is_offered_and_the_sheet_says_why(town, sheet_of):
    sheet = sheet_of(town["IC"], agreed(town["IC"], "RECORD"))
    sheet.kind.button("center").click()
    sheet.reason.button("MOVED").click()
    assert not sheet.go.isEnabled()
    assert any(text.startswith("본인이 기록·보관과") for text in said(sheet))


def test_it_is_offered_to_another_center_with_what_goes_and_what_stays(
    town, sheet_of, rest
):
    desk = town["IC"]
    case = agreed(desk, "RECORD", "CENTER")
    sheet = sheet_of(desk, case)
    sheet.kind.button("center").click()
    sheet.reason.button("MOVED").click()
    told = said(sheet)
    assert {"가는 것", "남는 것"} <= set(told)
    assert "SL 센터" in sheet.center.currentText()
    sheet.go.click()
    rest()
    (line,) = desk.handovers.of_case(case)
    assert (line.to_center, line.state) == ("SL", "OFFERED")


def test_the_sheet_is_named_and_reached(town, sheet_of, window):
    sheet = sheet_of(town["IC"], agreed(town["IC"], "RECORD", "CENTER"))
    sheet.kind.button("center").click()
    sheet.reason.button("MOVED").click()
    check_reachable(window, sheet)


def test_the_first_page_says_that_it_is_on_its_way(town, visit_desk, rest, window):
    desk = town["IC"]
    case = agreed(desk, "RECORD", "CENTER")
    handover = desk.handovers.offer(case, "SL", "MOVED")
    page = visit_desk(desk, "case", case=case)
    assert any(text.startswith("SL 센터에 이관을 제안") for text in said(page))
    press(page, "이관 보기")
    rest()
    assert window.screen_.key == f"handover/{handover}"
