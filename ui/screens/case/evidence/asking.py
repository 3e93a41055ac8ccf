"""무엇인가요: what dropped files are, before one byte of them is read.

* Anything sexual leaves its fingerprint only; that is the choice already made for whatever is
  not words. The sentence below always says what will happen.
* A legal reason to keep a file all the same is folded away until somebody asks for it.
"""

from collections.abc import Callable, Sequence
from pathlib import Path
from typing import Final

from PySide6.QtWidgets import QWidget

from intake.desk.views.evidence import FileNote, Grounds
from intake.text import Texts
from ui.widgets import Button, Card, Choices, column, row, words
from ui.widgets.code_words import code_choices
from ui.widgets.combo import Combo
from ui.widgets.field import Field, labelled
from ui.widgets.tall_sheet import TallSheet

# What a person means by a picture of words; the core has the same list and the last word.
_WORDS: Final = frozenset({"CHAT", "TRANSFER", "LETTER", "PAPER"})
_UNSEEN: Final = frozenset({"AUDIO", "OTHER"})
_COLUMNS: Final = 4
_SHOWN: Final = 3
Items = Sequence[tuple[str, str]]  # materials of the case: id and words


class AskSheet(TallSheet):
    """Asks what files are and calls ``keep`` with the kind and what else is known."""

    def __init__(
        self,
        parent: QWidget,
        texts: Texts,
        files: Sequence[Path],
        items: Items,
        keep: Callable[[str, FileNote], None],
    ) -> None:
        """Ask about ``files``; nothing is chosen for the kind."""
        self._texts, self._keep = texts, keep
        self.go = Button(texts("evidence-ask-go"), "primary").on(self._on_go)
        self.no = Button(texts("shell-cancel")).on(self.close_sheet)
        super().__init__(
            parent, texts("evidence-ask-title"), self.no, self.go, width=760
        )
        kinds = code_choices(texts.language, "evidence_kind")
        self.kinds = Choices(kinds, texts("evidence-ask-kind"), columns=_COLUMNS)
        self.kinds.chosen.connect(lambda _values: self._on_kind())
        offered = (("YES", texts("evidence-sexual-yes")), ("NO", texts("evidence-sexual-no")))  # fmt: skip
        self.sexual = Choices(offered, texts("evidence-ask-sexual"), digits=False)
        self.sexual.choose("YES")
        self.sexual.chosen.connect(lambda _values: self._tell())
        self.title = Field(texts("evidence-ask-name"), texts("evidence-ask-name-help"))
        self.item = Combo(texts("evidence-ask-item"))
        self.item.addItem(texts("evidence-ask-item-none"), "")
        for value, text in items:
            self.item.addItem(text, value)
        self._what = words("")
        self._card = Card(self._what, ground="info")
        self.more = Button(texts("evidence-grounds"), "quiet", icon="chevron-down")
        self.more.on(self._on_more)
        self._make_grounds()
        self._stand(files, any_items=bool(items))
        self._tell()

    def ask(self) -> "AskSheet":
        """Show the sheet with the focus on the kinds."""
        self.open_sheet(self.kinds)
        self.kinds.focus_first()
        return self

    def note(self) -> FileNote:
        """Return what was said."""
        grounds = Grounds(
            self.basis.text(), self.keeper.text(), str(self.purpose.currentData() or "")
        )
        return FileNote(
            sexual=self.sexual.values == ("YES",),
            title=self.title.text(),
            item=str(self.item.currentData() or ""),
            grounds=None if self._grounds.isHidden() else grounds,
        )

    def _stand(self, files: Sequence[Path], *, any_items: bool) -> None:
        says = self._texts
        names = ", ".join(file.name for file in files[:_SHOWN])
        more = len(files) - _SHOWN
        shown = (
            says("evidence-ask-more", names=names, count=more) if more > 0 else names
        )
        self.put(words(shown, "muted"))
        self.put(column(words(says("evidence-ask-kind"), "strong"), self.kinds, gap=6))
        self.put(column(words(says("evidence-ask-sexual"), "strong"), row(self.sexual, None), gap=6))  # fmt: skip
        self.put(self._card)
        self.put(self.title)
        item = labelled(says("evidence-ask-item"), self.item)
        self.put(item, row(self.more, None), self._grounds)
        item.setVisible(any_items)

    def _make_grounds(self) -> None:
        says = self._texts
        self.basis = Field(says("evidence-basis"), says("evidence-basis-help"))
        self.keeper = Field(says("evidence-keeper"))
        self.purpose = Combo(says("evidence-purpose"))
        for value, text in code_choices(says.language, "access_purpose"):
            self.purpose.addItem(text, value)
        self.purpose.setCurrentIndex(self.purpose.findData("INVESTIGATION"))
        self._grounds = Card(ground="soft", gap=10)
        purpose = labelled(says("evidence-purpose"), self.purpose)
        self._grounds.add(words(says("evidence-grounds-help"), "small"))
        self._grounds.add(self.basis, self.keeper, purpose)
        self._grounds.hide()
        for field in (self.basis, self.keeper):
            field.edited.connect(self._tell)

    def _on_kind(self) -> None:
        kind = next(iter(self.kinds.values), "")
        self.sexual.choose("NO" if kind in _WORDS | _UNSEEN else "YES")
        self._tell()

    def _on_more(self) -> None:
        self._grounds.setVisible(self._grounds.isHidden())
        self._tell()
        self.place()

    def _tell(self) -> None:
        note, says = self.note(), self._texts
        kept = note.grounds is not None and note.grounds.complete()
        if not note.sexual:
            said = says("evidence-will-seal")
        else:
            said = says("evidence-will-withhold" if kept else "evidence-will-print")
        self._what.setText(said)
        self.more.setVisible(bool(note.sexual))
        self.go.setEnabled(bool(self.kinds.values))

    def _on_go(self) -> None:
        kind, note = next(iter(self.kinds.values)), self.note()
        self.close_sheet()
        self._keep(kind, note)
