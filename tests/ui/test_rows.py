from array import array

from PySide6.QtCore import Qt

from ui.tables import BLOCK, RowList, RowPainter, RowsModel
from ui.tables.rows import KEPT


def answer(model, asked=None):
    def on_wanted(block, ids):
        if asked is not None:
            asked.append(block)
        model.fill(block, [f"line {row}" for row in ids], model.generation)

    model.wanted.connect(on_wanted)


def test_qt_finds_nothing_wrong_with_the_model(qtmodeltester, app):
    model = RowsModel()
    answer(model)
    model.show_ids(array("q", range(300)))
    qtmodeltester.check(model)


def test_a_list_of_a_hundred_thousand_asks_only_for_what_is_seen(qtbot, app):
    asked = []
    view = RowList("사건", RowPainter())
    answer(view.rows, asked)
    qtbot.addWidget(view)
    view.resize(320, 640)
    view.show()
    view.rows.show_ids(array("q", range(100_000)))
    view.grab()
    assert asked == [0]
    view.scrollToBottom()
    view.grab()
    assert set(asked) <= {0, 99_999 // BLOCK - 1, 99_999 // BLOCK}


def test_lines_of_an_older_vector_are_dropped(app):
    model = RowsModel()
    model.show_ids(array("q", [1, 2, 3]))
    old = model.generation
    model.show_ids(array("q", [4, 5, 6]))
    model.fill(0, ["one", "two", "three"], old)
    assert model.line_at(0) is None


def test_only_so_many_blocks_are_kept(app):
    model = RowsModel()
    answer(model)
    model.show_ids(array("q", range(BLOCK * (KEPT + 6))))
    for block in range(KEPT + 6):
        model.line_at(block * BLOCK)
    assert len(model._blocks) == KEPT
    assert model.line_at((KEPT + 5) * BLOCK) == f"line {(KEPT + 5) * BLOCK}"


def test_the_first_lines_are_there_before_anything_is_asked(app):
    asked, model = [], RowsModel()
    answer(model, asked)
    model.show_ids(array("q", range(5)), first=["a", "b", "c", "d", "e"])
    assert model.line_at(4) == "e"
    assert asked == []


def test_a_row_is_opened_by_click_and_by_enter(qtbot, app):
    opened = []
    view = RowList("사건", RowPainter())
    qtbot.addWidget(view)
    view.resize(320, 400)
    view.show()
    view.rows.show_lines(("one", "two", "three"))
    view.opened.connect(opened.append)
    place = view.visualRect(view.rows.index(1, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.keyClick(view, Qt.Key.Key_Down)
    qtbot.keyClick(view, Qt.Key.Key_Return)
    assert opened == ["two", "three"]


def test_a_row_is_chosen_by_its_id(qtbot, app):
    view = RowList("사건", RowPainter())
    qtbot.addWidget(view)
    view.rows.show_ids(array("q", [30, 10, 20]))
    view.choose(20)
    assert view.currentIndex().row() == 2
    view.choose(99)
    assert not view.selectionModel().hasSelection()


def test_the_whole_list_is_reached_by_tab_once(qtbot, app):
    view = RowList("사건", RowPainter())
    qtbot.addWidget(view)
    assert not view.tabKeyNavigation()
