"""Whether counts leave is said before it begins; whose counts are there is said by name."""

import pytest

from tests.centers_at_hand import carry, closing, desks
from tests.desk.test_aggregates import filled, forged
from tests.desks_at_hand import agreed
from tests.ui.real_desks import check_reachable, press, said
from tests.ui.sections.conftest import becomes


@pytest.fixture
def counts(real, visit_desk):
    return visit_desk(real, "settings", section="counts").sections["counts"]


@pytest.fixture
def asked(session):
    """What was asked in a sheet before a deed."""
    found = []
    session.asked.connect(found.append)
    return found


def test_what_leaves_what_stays_and_the_reason_stand_above_the_choice(counts):
    words = said(counts)
    assert {"나가는 것", "남는 것", "이유"} <= set(words)
    assert counts.choice.values == ("off",)


def test_counts_begin_to_leave_only_after_a_question_that_says_so_once_more(counts, real, asked, rest):  # fmt: skip
    counts.choice.button("on").click()
    rest()
    assert real.settings.get("send_counts") is False
    assert counts.choice.values == ("off",)
    (question,) = asked
    assert "수로만 함께 나갑니다" in question.body
    question.act()
    rest()
    assert real.settings.get("send_counts") is True
    assert counts.choice.values == ("on",)
    assert any("중앙의 열쇠" in one for one in said(counts))


def test_they_stop_at_a_press(counts, real, asked, rest):
    real.settings.set("send_counts", True)
    counts.arrive()
    rest()
    counts.choice.button("off").click()
    rest()
    assert real.settings.get("send_counts") is False
    assert asked == []


@pytest.mark.parametrize("roles", [("COUNSELOR",), ("IT",), ("AUDITOR",)])
def test_who_does_not_supervise_sees_what_is_set_and_why_it_is_not_hers(real, visit_desk, session, roles):  # fmt: skip
    becomes(real, *roles)
    refused = []
    session.refused.connect(lambda error, _retry: refused.append(error))
    section = visit_desk(real, "settings", section="counts").sections["counts"]
    assert any("감독자가 정합니다" in one for one in said(section))
    assert not section.choice.isEnabled()
    assert refused == []


def test_the_tab_key_comes_to_everything(counts, window):
    check_reachable(window, window.screen_.centre)


# --- between a center and the central desk ------------------------------------------------


@pytest.fixture
def town(tmp_path):
    opened = desks(tmp_path, "IC", "SL", "BS", "C0")
    with closing(*opened.values()):
        yield opened


@pytest.fixture
def stick(tmp_path):
    (tmp_path / "carried").mkdir()
    return tmp_path / "carried"


def test_the_center_sees_what_became_of_its_tables(town, stick, visit_desk, rest):
    town["IC"].settings.set("send_counts", True)
    last = str(town["IC"]._rooms.clock.today().year - 1)
    town["IC"].aggregates.make(last, last)
    section = visit_desk(town["IC"], "settings", section="counts").sections["counts"]
    assert "아직 보내지 않음" in " ".join(said(section))
    sealed = town["IC"].exchange.make(town["IC"].exchange.plan("C0"), Quiet())
    section.arrive()
    rest()
    assert " ".join(said(section)).count("확인 기다림") == 2
    town["IC"].exchange.deliver(sealed, stick, Quiet())
    town["C0"].exchange.receive(stick, Quiet())
    town["IC"].exchange.receive(stick, Quiet())
    section.arrive()
    rest()
    assert " ".join(said(section)).count("중앙이 받음") == 2


class Quiet:
    def step(self, *_told):
        pass


def test_the_central_desk_names_who_is_added_who_is_missing_and_who_sent_what_does_not_count(town, stick, visit_desk, window, rest, monkeypatch):  # fmt: skip
    for code in ("IC", "SL"):
        filled(town[code], 3)
        town[code].settings.set("send_counts", True)
        carry(town[code], town["C0"], stick)
    year = town["C0"]._rooms.clock.today().year
    monkeypatch.setattr(
        "tests.desk.test_aggregates.MONTHS", (f"{year}-01", f"{year}-12")
    )
    forged(town["SL"], center="IC")
    carry(town["SL"], town["C0"], stick)
    page = visit_desk(town["C0"], "settings", section="counts")
    card = page.sections["counts"].nation
    told = said(card)
    assert any("센터 2곳" in one for one in told)
    assert told[told.index("BS 센터") + 1].endswith("아직 없음")
    assert any(
        "다른 센터의 이름으로" in one and "보낸 곳: SL 센터" in one for one in told
    )
    check_reachable(window, page.centre)
    card.years.button(str(year - 2)).click()
    rest()
    assert any("아직 오지 않았습니다" in one for one in said(card))
    assert not card.saves["xlsx"].isEnabled()


def test_where_a_center_has_so_few_cases_neither_its_number_nor_the_sum_is_said(town, stick, visit_desk):  # fmt: skip
    agreed(town["IC"], "RECORD")
    filled(town["SL"], 3)
    for code in ("IC", "SL"):
        town[code].settings.set("send_counts", True)
        carry(town[code], town["C0"], stick)
    card = visit_desk(town["C0"], "settings", section="counts").sections["counts"].nation  # fmt: skip
    told = said(card)
    assert "센터 2곳의 집계를 더했습니다." in told
    assert any("사건이 적어" in one for one in told)
    assert not any("사건 1건" in one for one in told)


def test_the_sums_are_saved_as_a_file(town, stick, visit_desk, rest, tmp_path, monkeypatch):  # fmt: skip
    filled(town["IC"], 3)
    town["IC"].settings.set("send_counts", True)
    carry(town["IC"], town["C0"], stick)
    card = visit_desk(town["C0"], "settings", section="counts").sections["counts"].nation  # fmt: skip
    place = tmp_path / "sums.zip"
    monkeypatch.setattr("ui.widgets.paper.QFileDialog.getSaveFileName", lambda *_: (str(place), ""))  # fmt: skip
    press(card, "합계를 CSV로 저장")
    rest()
    assert place.read_bytes()[:2] == b"PK"
