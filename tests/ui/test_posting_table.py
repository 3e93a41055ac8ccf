"""The table of postings: many rows, several columns, several chosen."""

from array import array

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtWidgets import QWidget

from intake.desk.views.deleting import PostingLine
from ui.tables.posting_table import posting_table, shown_url

MANY = 100_000


def a_line(row, **said):
    facts = {
        "url": f"https://www.tube-a.example/v/{row}",
        "platform_text": "성인사이트",
        "found_on": "2026-11-02",
        "requested_on": "2025-01-09",
        "result": "REMOVED",
        "result_text": "삭제 완료",
        "result_on": "",
        "next_check": "2026-11-20",
        "overdue": True,
    } | said
    return PostingLine(row=row, id=f"p{row}", host="", site="", platform="ADULT", requests=1, restored=0, reposts=2, parent="", police_too=False, **facts)  # fmt: skip


@pytest.fixture
def table(qtbot, app, texts):
    table = posting_table(texts)
    asked = []

    def on_wanted(block, ids):
        asked.append(block)
        table.rows.fill(block, [a_line(row) for row in ids], table.rows.generation)

    table.rows.wanted.connect(on_wanted)
    table.asked = asked
    qtbot.addWidget(table)
    table.resize(900, 480)
    table.show()
    return table


def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester, table):
    table.show_ids(array("q", range(300)))
    qtmodeltester.check(table.rows)


def test_a_hundred_thousand_rows_ask_only_for_what_is_seen(table):
    table.show_ids(array("q", range(MANY)))
    table.grab()
    table.scrollToBottom()
    table.grab()
    assert len(set(table.asked)) <= 4
    assert 0 in table.asked


def test_every_row_is_chosen_at_once_without_a_line_being_asked(table, qtbot):
    table.show_ids(array("q", range(MANY)))
    table.asked.clear()
    table.selectAll()
    assert table.chosen_count() == MANY
    assert table.chosen_ids() == array("q", range(MANY))
    assert len(table.asked) <= 1


def test_the_heads_do_not_ask_every_row_whether_it_is_chosen(table, monkeypatch):
    table.show_ids(array("q", range(MANY)))
    asked = []
    plain = type(table.rows).columnCount
    monkeypatch.setattr(type(table.rows), "columnCount", lambda rows, *at: asked.append(1) or plain(rows, *at))  # fmt: skip
    table.selectAll()
    table.grab()
    assert len(asked) < MANY / 10


def test_what_is_chosen_outlives_a_vector_that_is_not_whole_yet(table):
    table.show_ids(array("q", range(50)))
    table.choose_ids([3, 40, 41])
    table.show_ids(array("q", range(10)), whole=False)
    assert table.chosen_count() == 3
    assert set(table.chosen_ids()) == {3, 40, 41}
    table.show_ids(array("q", range(41)))
    assert list(table.chosen_ids()) == [3, 40]
    table.forget_chosen()
    assert table.chosen_count() == 0


def test_space_and_the_box_pick_a_row_beside_others(table, qtbot):
    table.show_ids(array("q", [50, 40, 30, 20]))
    table.setFocus()
    model = table.selectionModel()
    for row in (0, 2):
        model.setCurrentIndex(table.rows.index(row, 1), QItemSelectionModel.SelectionFlag.NoUpdate)  # fmt: skip
        qtbot.keyClick(table, Qt.Key.Key_Space)
    assert list(table.chosen_ids()) == [50, 30]
    spot = table.visualRect(table.rows.index(3, 0)).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert list(table.chosen_ids()) == [50, 30, 20]
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    assert list(table.chosen_ids()) == [50, 30]


def test_shift_and_the_arrows_pick_a_range(table, qtbot):
    table.show_ids(array("q", range(20)))
    table.setCurrentIndex(table.rows.index(1, 0))
    for _ in range(3):
        qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert list(table.chosen_ids()) == [1, 2, 3, 4]


def test_what_is_chosen_stays_chosen_in_another_order(table):
    table.show_ids(array("q", [1, 2, 3, 4, 5]))
    table.choose_ids([2, 4])
    table.show_ids(array("q", [5, 4, 3, 2]))
    assert list(table.chosen_ids()) == [4, 2]


@given(
    st.sets(st.integers(0, 199)),
    st.permutations(list(range(200))),
    st.integers(0, 200),
)
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_choosing_and_swapping_lose_and_invent_nothing(table, chosen, order, kept):
    table.show_ids(array("q", range(200)))
    table.choose_ids(chosen)
    assert set(table.chosen_ids()) == chosen
    table.show_ids(array("q", order[:kept]))
    assert set(table.chosen_ids()) == chosen & set(order[:kept])
    assert table.chosen_count() == len(chosen & set(order[:kept]))


class Ground(QWidget):
    """A page that hears what the table leaves to it."""

    def __init__(self):
        super().__init__()
        self.heard = []

    def keyPressEvent(self, event):
        if event.key() != Qt.Key.Key_Control:
            self.heard.append((event.key(), event.modifiers()))


def test_digits_and_the_clipboard_are_left_to_the_page(table, qtbot):
    ground = Ground()
    table.setParent(ground)
    table.show_ids(array("q", range(5)))
    ctrl, none = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier
    keys = [(Qt.Key.Key_1, none), (Qt.Key.Key_4, none), (Qt.Key.Key_V, ctrl), (Qt.Key.Key_C, ctrl)]  # fmt: skip
    for key, modifier in keys:
        qtbot.keyClick(table, key, modifier)
    table.setParent(None)
    assert ground.heard == keys
    assert table.chosen_count() == 0


def test_a_letter_searches_nothing(table, qtbot):
    table.show_ids(array("q", range(MANY)))
    table.asked.clear()
    qtbot.keyClick(table, Qt.Key.Key_V)
    assert len(table.asked) <= 1
    assert table.chosen_count() == 0


def test_a_narrow_table_leaves_out_what_is_least_needed(table):
    table.show_ids(array("q", range(5)))
    names = [column.name for column in table.rows.columns]

    def seen():
        return {n for at, n in enumerate(names) if not table.isColumnHidden(at)}

    assert seen() == set(names)
    table.resize(600, 400)
    assert "platform" not in seen()
    assert {"pick", "url", "result", "requested_on"} <= seen()
    width = sum(table.columnWidth(at) for at in range(len(names)) if not table.isColumnHidden(at))  # fmt: skip
    assert width == table.viewport().width()


def test_the_head_asks_for_another_order_and_says_it(table):
    asked = []
    table.sort_wanted.connect(asked.append)
    at = [column.name for column in table.rows.columns].index("found_on")
    table.horizontalHeader().sectionClicked.emit(at)
    table.horizontalHeader().sectionClicked.emit(0)
    assert asked == ["found_on"]
    table.rows.show_order("-found_on")
    head = Qt.Orientation.Horizontal
    assert table.rows.headerData(at, head).endswith("↓")


def test_a_cell_is_read_aloud(table):
    table.show_ids(array("q", [7]))
    table.grab()
    said = table.rows.data(table.rows.index(0, 1), Qt.ItemDataRole.AccessibleTextRole)
    assert "https://www.tube-a.example/v/7" in said
    assert "점검일이 지났습니다" in said


def test_days_are_short_and_a_past_check_says_so(table):
    words = table.rows.words
    line = a_line(1)
    assert words.cell(line, "found_on") == "11.2."
    assert words.cell(line, "requested_on") == "25.1.9."
    assert words.cell(line, "next_check") == "11.20. 지남"
    assert words.cell(a_line(1, check_stopped=True), "next_check") == "점검 안 함"
    assert words.cell(a_line(1, found_on="2026-11"), "found_on") == "2026-11"


def test_an_address_is_shown_without_what_all_begin_with():
    assert shown_url("https://www.a.example/x") == "a.example/x"
    assert shown_url("http://a.example") == "a.example"


def test_lines_known_before_stay_in_sight_while_they_are_asked_again(table):
    table.show_ids(array("q", range(3)))
    table.rows.line_at(0)
    table.asked.clear()
    table.rows.wanted.disconnect()
    table.rows.refresh_lines()
    assert table.rows.line_at(0) is not None
    table.rows.fill(0, [a_line(row, result_text="새") for row in range(3)], table.rows.generation)  # fmt: skip
    assert table.rows.line_at(0).result_text == "새"
