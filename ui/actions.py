"""Every menu entry and shortcut, in one table.

* No bare letters: in Hangul mode a letter begins a syllable. Digits, F-keys, Ctrl and Alt only.
* The words of an entry are ``action-<name>`` in ``resources/text/*/window.ftl``.
* ``bound=False``: the key belongs to the widget that has the focus; the entry is for the help.
* Anything the window does not do itself is given to the screen's ``act``.
"""

from dataclasses import dataclass
from typing import Literal

Group = Literal["go", "work", "interview", "window"]


@dataclass(frozen=True, slots=True)
class Action:
    """One thing that can be done from the keyboard or the command list (Ctrl+K)."""

    name: str
    key: str
    group: Group
    bound: bool = True
    listed: bool = True  # in the command list

    @property
    def text_id(self) -> str:
        """The id of its words."""
        return f"action-{self.name}"


ACTIONS = (
    Action("today", "Ctrl+1", "go"),
    Action("cases", "Ctrl+2", "go"),
    Action("people", "Ctrl+3", "go"),
    Action("send", "Ctrl+4", "go"),
    Action("papers", "Ctrl+5", "go"),
    Action("statistics", "Ctrl+6", "go"),
    Action("settings", "Ctrl+7", "go"),
    Action("new-case", "Ctrl+N", "work"),
    Action("find", "Ctrl+F", "work"),
    Action("look-through", "Ctrl+Shift+F", "work"),
    Action("undo", "Ctrl+Z", "work"),
    Action("redo", "Ctrl+Shift+Z", "work"),
    Action("note", "F2", "interview"),
    Action("consent", "F7", "interview"),
    Action("pause", "F8", "interview"),
    Action("adopt", "Alt+A", "interview"),
    Action("known", "Alt+K", "interview"),
    Action("matches", "Ctrl+M", "interview"),
    Action("section-next", "Ctrl+Down", "interview"),
    Action("section-previous", "Ctrl+Up", "interview"),
    Action("section-finish", "Ctrl+Return", "interview"),
    Action("question-next", "Return", "interview", bound=False, listed=False),
    Action("question-previous", "Shift+Return", "interview", bound=False, listed=False),
    Action("choose", "1…7", "interview", bound=False, listed=False),
    Action("unknown", "8", "interview", bound=False, listed=False),
    Action("declined", "9", "interview", bound=False, listed=False),
    Action("clear", "0", "interview", bound=False, listed=False),
    Action("commands", "Ctrl+K", "window", listed=False),
    Action("keys", "F1", "window"),
    Action("pane-next", "F6", "window", listed=False),
    Action("pane-previous", "Shift+F6", "window", listed=False),
    Action("list", "Ctrl+Shift+L", "window"),
    Action("side", "Ctrl+Shift+B", "window"),
    Action("cover", "F9", "window"),
    Action("lock", "Ctrl+L", "window"),
)

GROUPS: tuple[Group, ...] = ("go", "work", "interview", "window")


def shown_key(key: str) -> str:
    """Return a key as people read it on a keyboard."""
    for written, printed in (("Return", "Enter"), ("Down", "↓"), ("Up", "↑")):
        key = key.replace(written, printed)
    return key
