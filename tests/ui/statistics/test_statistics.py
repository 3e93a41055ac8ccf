"""The page of statistics shows what the desk counted: in cards, bars, cells and words alike."""

import zipfile
from threading import Event

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QFileDialog, QLabel

from intake.desk import workspace
from intake.desk.views.drawing import drawn
from intake.desk.views.figures import Asked
from intake.progress import Silent
from tests.centers_at_hand import carry, closing, desks
from tests.desks_at_hand import a_desk, planted
from tests.links_at_hand import known
from tests.ui.real_desks import Kept, check_reachable, press, said
from tests.ui.walking import name_of
from tests.vaults_at_hand import PASSPHRASE, POLICY
from ui.jobs import Lane
from ui.screens.statistics.period import quick, today
from ui.screens.statistics.reading import cell_of
from ui.screens.statistics.saving import SaveSheet

HERS = "조용한 아침 산길의 돌"
QUIET = "상담이 진행 중이어서 보이지 않습니다. 상담이 끝나면 볼 수 있습니다."
_COUNTED = {"PERSONS": "명", "CASES": "개 사건", "ACTIONS": "건", "ADDRESSES": "개", "KINDS": "건"}  # fmt: skip
AGES = (
    21,
    24,
    27,
    29,
    33,
    35,
    15,
    16,
    17,
)  # two are too few to be told, and tell of three
HIDDEN = ("30대", "여성")


class Story:
    """Nine women of one center: four in their twenties, two in their thirties, three younger."""

    def __init__(self, folder):
        self.desk = a_desk(folder / "desk")
        self.cases = [self.case(at, age) for at, age in enumerate(AGES)]

    def case(self, at, age):
        desk = self.desk
        case = desk.cases.begin("VISIT", f"하나 {at}")
        planted(desk, "case", case, {"received_on": "2024-03-04"}, case)
        planted(desk, "person", case, {"role": "VICTIM", "sex": "F", "age": age})
        self.addresses(case, 3)
        return case

    def addresses(self, case, count, month="03"):
        for k in range(count):
            found = {"url": f"https://tube-a.example/{case}/{month}/{k}", "found_on": f"2024-{month}-05",
                     "platform": "ADULT", "result": "REMOVED" if k else "REFUSED", "result_on": f"2024-{month}-09"}  # fmt: skip
            posting = planted(self.desk, "posting", case, found)
            done = {"posting": posting, "kind": "FIRST", "done_on": f"2024-{month}-0{k + 1}"}  # fmt: skip
            planted(self.desk, "deletion_action", case, done)


@pytest.fixture(scope="module")
def kept(tmp_path_factory, _cheap_guessing):
    folder = tmp_path_factory.mktemp("counted")
    return Kept(Story(folder), folder, desk="desk")


@pytest.fixture
def story(kept, tmp_path):
    story = kept.told_again(tmp_path)
    with closing(story.desk):
        yield story


@pytest.fixture
def page(visit_desk, story, rest):
    """The page with everything there ever was."""
    page = visit_desk(story.desk, "statistics")
    choose(page, "whole", rest)
    return page


@pytest.fixture
def view(story):
    return story.desk.statistics.view(Asked())


def choose(page, name, rest):
    page.ask_bar.quick.button(name).click()
    rest()


def picture(page, name):
    return next(one for one in page.pictures if one.picture.id == name)


def hidden_bar(card):
    """The bar that may not be read: group and series."""
    names = [name for name, _ in card.picture.groups]
    return names.index(HIDDEN[0]), card.picture.series.index(HIDDEN[1])


def cases_of(page):
    """The numbers of the cases in the panel."""
    rows = page.rows.list.rows
    return [rows.line_at(at).title for at in range(rows.rowCount())]


def numbers(story, cases):
    return sorted(story.desk.cases.line(case).number for case in cases)


# --- numbers ---------------------------------------------------------------------------


def test_the_numbers_are_those_of_the_desk_each_with_its_rule(page, view):
    assert list(page.figures.cards) == [line.rule for line in view.cards]
    for line in view.cards:
        card = page.figures.cards[line.rule]
        told = [one.text() for one in card.findChildren(QLabel)]
        assert told[:4] == [f"{line.value:,}", line.unit_label, line.label, line.how]
        assert name_of(card) == f"{line.label} {line.value:,}{_COUNTED[line.unit]}"
    assert f"이 센터의 사건 · {page.view.as_of}에 센 수입니다." in said(page)


def test_what_is_hidden_is_said_to_be_hidden(page, view):
    assert view.hidden_note in said(page)[: said(page).index("통계표")]


def test_a_number_opens_to_its_cases_and_a_case_is_gone_to(page, story, rest, window, qtbot):  # fmt: skip
    page.figures.cards["R1"].click()
    rest()
    assert sorted(cases_of(page)) == sorted(numbers(story, story.cases) * 3)
    assert page.rows.list.hasFocus()
    first = page.rows.list.rows.line_at(0)
    assert first.under.startswith("2024년 3월")
    qtbot.keyClick(page.rows.list, Qt.Key.Key_Return)
    assert (window.place.screen, window.place.facts) == ("case", {"case": first.value})


def test_enter_opens_a_number_too_and_unfolds_a_table(page, rest, qtbot):
    qtbot.keyClick(page.figures.cards["R1"], Qt.Key.Key_Return)
    rest()
    assert page.rows.isVisibleTo(page)
    qtbot.keyClick(page.tables.line("T1").head, Qt.Key.Key_Return)
    assert page.tables.line("T1").is_open


def test_it_is_said_when_records_changed_since(page, story, session, rest):
    session.do(lambda desk, _p: desk.cases.begin("VISIT", "새로"), by=None)
    rest()
    assert any(one.endswith("그 뒤에 기록이 바뀌었습니다.") for one in said(page))
    page.ask_bar.again.click()
    rest()
    assert not any(one.endswith("그 뒤에 기록이 바뀌었습니다.") for one in said(page))


def test_a_time_in_which_nothing_was_done_says_so_and_draws_no_bars(page, rest):
    choose(page, "last-year", rest)
    assert any(one.startswith("이 기간에 이루어진 지원이 없습니다.") for one in said(page))  # fmt: skip
    assert "이 기간에는 그릴 수가 없습니다." in said(picture(page, "months"))
    assert not picture(page, "months").chart.isVisibleTo(page)


def test_the_panel_closes_with_escape_and_the_number_has_the_keyboard_again(page, rest, qtbot):  # fmt: skip
    card = page.figures.cards["R2"]
    card.setFocus()
    card.click()
    rest()
    qtbot.keyClick(page.rows.list, Qt.Key.Key_Escape)
    assert page.rows.isHidden()
    assert card.hasFocus()


def test_a_frozen_number_stands_beside_what_holds_today(page, story, rest):
    page.figures.cards["R1"].click()
    rest()
    page.rows.keep.click()
    rest()
    assert "✓ 같음" in said(page)
    story.addresses(story.cases[0], 2)
    page.ask_bar.again.click()
    rest()
    told = said(page)
    assert {"27건", "오늘 29건", "· 달라짐"} <= set(told)
    assert "그 뒤에 기록이 더해지거나 파기되었습니다." in told


def test_a_frozen_number_is_counted_again_as_of_its_day_and_opens_to_its_rows(page, story, rest):  # fmt: skip
    page.figures.cards["R1"].click()
    rest()
    page.rows.keep.click()
    rest()
    story.addresses(story.cases[0], 2)
    (line,) = page.frozen.lines
    line.again.click()
    rest()
    assert any(one.startswith("그때 기준으로 다시 센 수는 27건입니다.") for one in said(line))  # fmt: skip
    line.rows.click()
    rest()
    assert sorted(cases_of(page)) == sorted(numbers(story, story.cases) * 3)
    assert page.rows.keep.isHidden()


# --- of which time ---------------------------------------------------------------------


def test_a_period_is_read_as_people_say_it(page, story, rest):
    story.addresses(story.cases[0], 2, month="05")
    page.ask_bar.first.setText("2024년 5월")
    page.ask_bar.last.setText("2024-05")
    page.ask_bar.again.click()
    rest()
    assert page.view.asked == Asked("CENTER", "", "2024-05", "2024-05")
    assert page.figures.cards["R1"].line.value == 2
    assert page.ask_bar.quick.values == ()


def test_what_is_no_day_is_named_and_nothing_is_counted(page, rest):
    before = page.view
    for first, last, why in (("언젠가", "", "날짜로 읽을 수 없습니다."), ("2025", "2024", "끝나는 때가")):  # fmt: skip
        page.ask_bar.first.setText(first)
        page.ask_bar.last.setText(last)
        page.ask_bar.again.click()
        rest()
        assert any(one.startswith(why) for one in said(page))
    assert page.view is before


def test_where_nothing_is_to_be_counted_one_sentence_says_so(visit_desk, tmp_path, rest):  # fmt: skip
    desk = a_desk(tmp_path / "empty")
    with closing(desk):
        page = visit_desk(desk, "statistics")
        assert "이 기간에는 집계할 기록이 없습니다." in said(page)
        assert page.ask_bar.quick.values == ("this-year",)
        press(page, "전체 기간으로 세기")
        rest()
        assert page.view.asked == Asked()


# --- pictures ----------------------------------------------------------------------------


def test_a_picture_holds_what_its_table_holds(page, view):
    assert [card.picture for card in page.pictures] == list(view.pictures)
    for card in page.pictures:
        for group, (_, values) in enumerate(card.picture.groups):
            for series, value in enumerate(values):
                row, column = cell_of(card.picture, group, series)
                assert card.picture.table.rows[row].cells[column].value == value


def test_the_bars_stand_where_paper_has_them(page):
    for card in page.pictures:
        drawing = card.chart.drawing
        plot, room = drawing.plot, 0
        assert drawing.bars == drawn(card.picture, plot.width(), plot.height(), room)
        assert max(bar.height for bar in drawing.bars.bars) <= plot.height()


def test_the_keyboard_walks_from_bar_to_bar_and_says_each(page, qtbot):
    card = picture(page, "waves")
    chart, series = card.chart, card.picture.series
    chart.setFocus()
    heard = [chart.accessibleDescription()]
    for _ in range(len(series) - 1):
        qtbot.keyClick(chart, Qt.Key.Key_Right)
        heard.append(chart.accessibleDescription())
    values = card.picture.groups[0][1]
    assert heard == [f"2024년 3월, {name} {value}개" for name, value in zip(series, values, strict=True)]  # fmt: skip
    assert heard[-1] in said(card)
    qtbot.keyClick(chart, Qt.Key.Key_Home)
    qtbot.keyClick(chart, Qt.Key.Key_Left)
    assert chart.here == (0, 0)


def test_a_bar_opens_to_its_cases(page, story, rest, qtbot):
    card = picture(page, "ages")
    names = [name for name, _ in card.picture.groups]
    card.chart.setFocus()
    card.chart.go((names.index("20대"), card.picture.series.index("여성")))
    qtbot.keyClick(card.chart, Qt.Key.Key_Return)
    rest()
    assert sorted(cases_of(page)) == numbers(story, story.cases[:4])
    assert "4명" in said(page.rows)


def test_a_picture_turns_into_its_table_and_back(page):
    card = picture(page, "ages")
    press(card, "표로 보기")
    assert card.shows_table
    assert card.table.hasFocus()
    assert not card.chart.isVisibleTo(card)
    press(card, "그림으로 보기")
    assert card.chart.hasFocus()


# --- small numbers of people ---------------------------------------------------------------


def test_a_hidden_number_is_a_gap_that_is_said_and_does_not_open(page, rest, session):
    told, card = [], picture(page, "ages")
    session.told.connect(lambda toast: told.append(toast.text))
    card.chart.setFocus()
    card.chart.go(hidden_bar(card))
    assert card.chart.accessibleDescription() == "30대, 여성 감춤"
    card.chart.opened.emit(*hidden_bar(card))
    rest()
    assert told == ["감춘 칸은 열어 볼 수 없습니다."]
    assert page.rows.isHidden()


def test_no_screen_reader_finds_a_hidden_number(page):
    for line in page.tables.lines:
        line.fold()
    for card in page.pictures:
        card.toggle.click()
    grids = [card.table for card in page.pictures] + [line.grid for line in page.tables.lines]  # fmt: skip
    met = 0
    for grid in grids:
        reader = QAccessible.queryAccessibleInterface(grid)
        assert reader.text(QAccessible.Text.Name) == f"{grid.cells.table.title} 표"
        for row, line in enumerate(grid.cells.table.rows):
            for column, cell in enumerate(line.cells):
                index = grid.cells.index(row, column)
                heard = grid.cells.data(index, Qt.ItemDataRole.AccessibleTextRole)
                where = f"{line.label}, {grid.cells.table.columns[column]}"
                assert heard.startswith(where)
                if cell.value is None:
                    met += 1
                    assert heard == f"{where} 감춤"
                    assert grid.cells.data(index) == "감춤"
    assert met


def test_small_numbers_are_seen_when_somebody_asks_for_them_and_stay_hidden_in_files(page, story, rest, tmp_path):  # fmt: skip
    page.ask_bar.small.setChecked(True)
    rest()
    card = picture(page, "ages")
    card.chart.setFocus()
    card.chart.go(hidden_bar(card))
    assert card.chart.accessibleDescription() == "30대, 여성 2명"
    assert any(
        one.startswith("3명 미만인 수까지 보이고 있습니다.") for one in said(page)
    )
    page.save_to("csv", tmp_path / "t.zip")
    rest()
    with zipfile.ZipFile(tmp_path / "t.zip") as packed:
        names = [one for one in packed.namelist() if one.startswith("T2")]
        assert "감춤" in packed.read(names[0]).decode("utf-8-sig")


# --- tables ------------------------------------------------------------------------------


def test_every_table_is_there_in_order_and_the_annex_stands_apart(page, view):
    assert [line.table for line in page.tables.lines] == list(view.tables)
    told = said(page.tables)
    assert told.index("지역 추가 표") > told.index("통계표")
    assert not any(line.is_open for line in page.tables.lines)


def test_a_table_unfolds_with_its_rule_and_its_cells_open(page, story, rest, qtbot):
    line = page.tables.line("T1")
    line.head.click()
    rest()
    table = line.table
    assert f"{table.rule} · {table.how}" in said(line)
    line.grid.setFocus()
    line.grid.stand_on(0, 0)
    qtbot.keyClick(line.grid, Qt.Key.Key_Return)
    rest()
    assert sorted(cases_of(page)) == numbers(story, story.cases)
    line.head.setFocus()
    line.head.focusNextPrevChild(True)
    assert line.grid.hasFocus()
    line.head.click()
    assert line.grid is None


def test_the_yearly_report_is_counted_when_it_is_wanted(page, story, rest):
    assert page.years.lines == []
    page.years.open.click()
    rest()
    year = today().year
    assert [line.table for line in page.years.lines] == list(story.desk.statistics.years(year - 4, year))  # fmt: skip
    page.years.lines[0].head.click()
    assert page.years.lines[0].grid.cells.rowCount() == 5
    page.ask_bar.again.click()
    rest()
    assert page.years.lines == []


# --- leaving -----------------------------------------------------------------------------


@pytest.mark.parametrize("form", ["xlsx", "csv"])
def test_the_tables_are_written_to_the_place_that_was_chosen(page, tmp_path, rest, monkeypatch, window, form):  # fmt: skip
    place = tmp_path / "tables"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a: (str(place), ""))
    press(page, "표 내보내기")
    (sheet,) = window.findChildren(SaveSheet)
    sheet.form.button(form).click()
    press(window, "저장할 곳 고르기")
    rest()
    assert zipfile.is_zipfile(place)
    assert page.save.isEnabled()


def test_a_report_is_made_of_the_same_question(page, session):
    went = []
    session.went.connect(went.append)
    page.report.click()
    assert went[0].screen == "papers"
    assert went[0].facts["kind"] == "STATISTICS"
    assert went[0].facts["about_kind"] == "CENTER"


# --- waiting and being quiet ---------------------------------------------------------------


def test_while_it_is_counted_the_old_numbers_stay_and_nothing_waits(page, session, rest):  # fmt: skip
    gate, before = Event(), page.view
    session.ask(lambda _desk, _p: gate.wait(), lambda _x: None, lane=Lane.BULK)
    page.ask_bar.again.click()
    assert page.view is before
    assert page._column.column.graphicsEffect() is not None
    page.ask_bar.first.setText("2024")
    assert page.figures.cards["R1"].isVisibleTo(page)
    gate.set()
    rest()
    assert page.view is not before
    assert page._column.column.graphicsEffect() is None


def test_counting_can_be_stopped_and_what_was_counted_stays(page, session, rest):
    gate, before = Event(), page.view
    session.ask(lambda _desk, _p: gate.wait(), lambda _x: None, lane=Lane.BULK)
    page.ask_bar.again.click()
    page.ask_bar.progress.stop.click()
    gate.set()
    rest()
    assert page.view is before
    assert page._column.column.graphicsEffect() is None


def test_while_somebody_of_it_sits_here_there_is_one_sentence(visit_desk, story, rest):
    desk = story.desk
    one, other = known(desk), known(desk)
    desk.suspects.merge(one.suspect, other.suspect)
    story.addresses(one.case, 3)
    page = visit_desk(desk, "statistics", of=one.suspect)
    assert page.view.asked.about_kind == "PROFILE"
    assert page.figures.cards["R1"].line.value == 3
    desk.interviews.begin(other.case, "intake")
    page.ask_bar.again.click()
    rest()
    assert QUIET in said(page)
    assert not page.ask_bar._as_of.text()
    assert not page._column.isVisibleTo(page)
    assert not page.save.isEnabled()


def test_the_whole_country_is_asked_for_at_the_central_desk_only(page, visit_desk, tmp_path, texts):  # fmt: skip
    assert not page.ask_bar.whom.button("NATION").isVisibleTo(page)
    desk = a_desk(tmp_path / "central", role="central", code="C0")
    with closing(desk):
        page = visit_desk(desk, "statistics")
        assert page.ask_bar.whom.button("NATION").isVisibleTo(page)
        assert page.view.asked.about_kind == "NATION"


def test_what_centers_sent_stands_apart_at_the_central_desk(visit_desk, tmp_path, rest):
    folder = tmp_path / "told"
    (folder / "stick").mkdir(parents=True)
    town = desks(folder, "C0", "IC", "SL")
    with closing(town["C0"]), closing(town["IC"]), closing(town["SL"]):
        known(town["IC"])
        year = quick("this-year", today())
        town["IC"].aggregates.make(*year)
        carry(town["IC"], town["C0"], folder / "stick")
        page = visit_desk(town["C0"], "statistics")
        told = said(page.nation)
        assert told[0] == "센터별 합(중복 제거 전)"
        assert any(one.startswith("센터 1곳의 집계를 더했습니다: IC 센터") for one in told)  # fmt: skip
        assert "자료가 없는 센터: SL 센터" in told
        page.nation.lines[0].head.click()
        assert page.nation.lines[0].is_open
        choose(page, "whole", rest)
        assert any("기간을 해나 달로 고르면" in one for one in said(page.nation))


@pytest.mark.parametrize("language", ["ko", "en"])
def test_everything_is_named_and_reached(visit_desk, story, window, session, rest, language):  # fmt: skip
    session.texts.speak(language)
    story.desk.settings.set("language", language)
    page = visit_desk(story.desk, "statistics")
    choose(page, "whole", rest)
    page.tables.line("T2").head.click()
    page.figures.cards["R1"].click()
    rest()
    check_reachable(window, page.centre)


def test_who_sees_no_content_sees_numbers_and_is_told_that_rows_are_not_for_her(visit_desk, story, tmp_path, rest):  # fmt: skip
    keyring = story.desk._rooms.keyring
    story.desk.roles.add_person("이전산", "IT", PASSPHRASE, HERS)
    story.desk.figures.freeze("R1", Asked("CENTER"))
    story.desk.close()
    folder = tmp_path / "desk"
    hers = workspace.open_(folder, HERS, Silent(), keyring=keyring, policy=POLICY)
    with closing(hers):
        page = visit_desk(hers, "statistics")
        choose(page, "whole", rest)
        assert page.figures.cards["R1"].line.value == 27
        page.figures.cards["R1"].click()
        rest()
        assert cases_of(page) == []
        for away in (page.ask_bar.small, page.rows.keep, page.save, page.report):
            assert not away.isVisibleTo(page)
        (frozen,) = page.frozen.lines
        assert "27건" in said(frozen)
        assert not frozen.rows.isVisibleTo(page)
        assert not frozen.again.isVisibleTo(page)
        assert any("볼 수 없습니다" in one or "권한" in one for one in said(page.rows))


def test_the_page_has_its_key_and_its_place_in_the_rail(visit_desk, story, window, rest):  # fmt: skip
    visit_desk(story.desk, "today")
    window._actions["statistics"].trigger()
    rest()
    assert window.place.screen == "statistics"
    assert window._actions["statistics"].shortcut().toString() == "Ctrl+6"
    assert [name for name, one in window._rail._buttons.items() if one.isChecked()] == ["statistics"]  # fmt: skip
