"""Everything that can be done here, by name and by key: Ctrl+K and F1."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from intake.text import Texts
from ui.actions import ACTIONS, GROUPS, Action, shown_key
from ui.widgets import Button, Sheet, keycap, row, words

_HEIGHT, _AROUND = 420, 240  # around: the sheet's head, foot and distance


def open_commands(
    host: QWidget, texts: Texts, actions: Sequence[Action], run: Callable[[str], None]
) -> Sheet:
    """Open a field to find a command in, with the commands below it."""
    field = QLineEdit()
    field.setPlaceholderText(texts("commands-find"))
    field.setAccessibleName(texts("commands-find"))
    listed, box = QWidget(), QVBoxLayout()
    listed.setObjectName("column")
    listed.setLayout(box)
    box.setContentsMargins(0, 0, 0, 0)
    box.setSpacing(2)
    sheet = Sheet(host, field, 4, _scrolled(listed, host), width=520)
    buttons: list[Button] = []

    def choosing(name: str) -> Callable[[], None]:
        def choose() -> None:
            sheet.close_sheet()
            run(name)

        return choose

    for action in actions:
        button = Button(texts(action.text_id), "section")
        button.on(choosing(action.name))
        over = QVBoxLayout(button)
        over.setContentsMargins(0, 0, 8, 0)
        middle = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter
        over.addWidget(keycap(shown_key(action.key)), 0, middle)
        buttons.append(button)
        box.addWidget(button)
    box.addStretch(1)

    def narrow(text: str) -> None:
        for button in buttons:
            button.setVisible(text.casefold() in button.text().casefold())

    def first() -> None:
        seen = [button for button in buttons if not button.isHidden()]
        if seen:
            seen[0].click()

    field.textChanged.connect(narrow)
    field.returnPressed.connect(first)
    sheet.setAccessibleName(texts("action-commands"))
    sheet.open_sheet(field)
    return sheet


def open_keys(host: QWidget, texts: Texts) -> Sheet:
    """Open the page of keys."""
    page, grid = QWidget(), QGridLayout()
    page.setObjectName("column")
    page.setLayout(grid)
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(16)
    grid.setColumnStretch(1, 1)
    line = 0
    for group in GROUPS:
        grid.addWidget(words(texts(f"keys-{group}"), "strong"), line, 0, 1, 2)
        line += 1
        for action in ACTIONS:
            if action.group == group:
                cap = keycap(shown_key(action.key))
                grid.addWidget(cap, line, 0, Qt.AlignmentFlag.AlignLeft)
                grid.addWidget(words(texts(action.text_id)), line, 1)
                line += 1
        grid.setRowMinimumHeight(line, 12)
        line += 1
    close = Button(texts("shell-close"))
    sheet = Sheet(
        host,
        words(texts("keys-title"), "heading"),
        _scrolled(page, host),
        row(None, close),
        width=520,
    )
    close.on(sheet.close_sheet)
    sheet.setAccessibleName(texts("keys-title"))
    sheet.open_sheet(close)
    return sheet


def _scrolled(page: QWidget, host: QWidget) -> QScrollArea:
    area = QScrollArea()
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidgetResizable(True)
    area.setFixedHeight(min(_HEIGHT, host.height() - _AROUND))
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(page)
    return area
