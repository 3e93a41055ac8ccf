"""What stories of accidents share: laptops on real files, a folder between them, and one window.

A page is shown in Korean by day and in English by night; what it says is asked by the id of its
text. With ``IEUM_PICTURES`` set to a folder, what was seen is kept there.
"""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import SimpleNamespace

import pytest
from PySide6.QtWidgets import QAbstractButton

from intake.desk import Desk, workspace
from intake.errors import NothingToSend
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.ui.real_desks import said
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring
from ui import theme

QUIET = Silent()
DAY_MS = 86_400_000
WAYS = (("ko", "light"), ("en", "dark"))


class Land:
    """Incheon and the central desk; both leave and find bundles in one folder."""

    def __init__(self, folder: Path) -> None:
        """Let them know each other."""
        self.folder, self.keyring = folder, MemoryKeyring()
        self.opened: list[Desk] = []
        self.box = folder / "box"
        self.box.mkdir(parents=True)
        self.center = self.keep(a_desk(folder / "ic", self.keyring))
        self.central_keyring = MemoryKeyring()
        self.central = self.keep(a_desk(folder / "c0", self.central_keyring, role="central", code="C0"))  # fmt: skip
        introduce(self.center, self.central)
        for one, to in ((self.center, "C0"), (self.central, "IC")):
            meets(one, self.box, to)

    def keep(self, desk: Desk) -> Desk:
        """Close it at the end."""
        self.opened.append(desk)
        return desk

    def open(self, name: str, keyring: MemoryKeyring) -> Desk:
        """Open a workspace of the land."""
        return self.keep(workspace.open_(self.folder / name, PASSPHRASE, keyring=keyring, policy=POLICY))  # fmt: skip

    def copied(self, name: str = "twin") -> Desk:
        """Copy the whole laptop of the center to a second computer, and open it there.

        The keyring was copied with it, and holds what it held then.
        """
        keyring = MemoryKeyring()
        keyring.kept.update(self.keyring.kept)
        without = shutil.ignore_patterns("*.lock")
        shutil.copytree(self.folder / "ic", self.folder / name, ignore=without)
        return self.open(name, keyring)


def meets(desk: Desk, box: Path, to: str) -> None:
    """Leave and find bundles for somebody in a folder."""
    listed = desk.places.listing()
    place = listed[0].id if listed else desk.places.add("folder", "공용 폴더", str(box))
    desk.sync.allow(place, to)


def going(*desks: Desk) -> None:
    """Each goes a round."""
    for one in desks:
        one.sync.run(QUIET)


def carried(desk: Desk, stick: Path, to: str = "C0") -> None:
    """Seal what may go and leave it on a stick."""
    sealed = desk.exchange.make(desk.exchange.plan(to), QUIET)
    desk.exchange.deliver(sealed, stick, QUIET)


def case_of(desk: Desk) -> str:
    """A case that may go to the central desk."""
    return agreed(desk, "RECORD", "SENSITIVE", "CENTRAL")


def cases(desk: Desk) -> set[str]:
    """Every case that a desk has."""
    return {one.id for one in desk.records.list("case")}


def kinds(desk: Desk) -> list[str]:
    """What was noticed."""
    return [one.kind for one in desk.accidents.listing()]


@contextmanager
def clock_off(desk: Desk, ms: int) -> Iterator[None]:
    """Set one laptop's clock wrong, as somebody in its settings would."""
    trust, right = desk._rooms.exchange.trust, desk._rooms.clock.wall
    clocks = (desk._rooms.clock, trust._clock)
    for one in clocks:
        one.wall = lambda: right() + ms
    trust._own = None  # what it knows of its keys was read at another time
    try:
        yield
    finally:
        for one in clocks:
            one.wall = right
        trust._own = None


class Seen:
    """What one page said in one language."""

    def __init__(self, texts, words: list[str]) -> None:
        """Hear it."""
        self.texts, self.words = texts, words

    def tells(self, text_id: str, **facts) -> bool:
        """Whether a text stands on the page, alone or within a longer one."""
        text = self.texts(text_id, **facts)
        return any(text in one for one in self.words)


class Window:
    """The one real window, looking at whichever desk a story is at."""

    def __init__(self, window, session, visit, app, rest) -> None:
        """Look through these."""
        self.window, self.session, self.visit = window, session, visit
        self.app, self.rest = app, rest
        self.kept = os.environ.get("IEUM_PICTURES", "")
        window.resize(1180, 720)

    def page(self, desk: Desk, screen: str = "send", language: str = "ko", **facts):
        """Show a page anew, in a language."""
        session = self.session
        if session.is_open:
            session.leave()
        for one in self.window._screens.values():
            one.setParent(None)  # else every page of the story is dressed anew
            one.deleteLater()
        self.window._screens.clear()
        desk.settings.set("language", language)
        session.texts.speak(language)
        return self.visit(desk, screen, **facts)

    def look(
        self, desk: Desk, name: str, screen: str = "send", **facts
    ) -> tuple[Seen, Seen]:
        """Show a page in both languages; return what it said in each."""
        found = []
        for language, mode in WAYS:
            if self.kept:
                theme.apply(self.app, mode)
            desk.settings.set("language", language)
            before = desk.accidents.listing()
            page = self.page(desk, screen, language, **facts)
            after = desk.accidents.listing()  # what it says may hold the minute
            shown = [*said(page), *offered(page)]
            for pair in zip(before, after, strict=True) if screen == "send" else ():
                for part in ("sentence", "remedy"):
                    assert {getattr(one, part) for one in pair} & set(shown), pair
            check_calm(shown)
            self.picture(f"{name}-{language}-{mode}")
            found.append(SimpleNamespace(words=shown, language=language))
        if self.kept:
            theme.apply(self.app, "light")
        return tuple(
            Heard(self.session.texts, one.language, one.words) for one in found
        )

    def picture(self, name: str) -> None:
        """Keep what is seen, where somebody wants to look."""
        if self.kept:
            self.window.grab().save(str(Path(self.kept) / f"{name}.png"))


class Heard(Seen):
    """What one page said, whatever language is spoken now."""

    def __init__(self, texts, language: str, words: list[str]) -> None:
        """Hear it."""
        super().__init__(texts, words)
        self.language = language

    def tells(self, text_id: str, **facts) -> bool:
        """Whether a text stands on the page."""
        now = self.texts.language
        self.texts.speak(self.language)
        try:
            return super().tells(text_id, **facts)
        finally:
            self.texts.speak(now)


def offered(page) -> list[str]:
    """Every button that can be seen."""
    found = page.findChildren(QAbstractButton)
    return [one.text().strip() for one in found if one.isVisibleTo(page)]


def check_calm(words: list[str]) -> None:
    """Nothing shouts, and nobody is asked why."""
    for one in words:
        assert "!" not in one, one
        assert "왜 " not in one, one


def both(found: tuple[Seen, Seen], text_id: str, **facts) -> bool:
    """Whether both languages tell it."""
    return all(one.tells(text_id, **facts) for one in found)


def nothing_to_send(desk: Desk, to: str) -> bool:
    """Whether everything that may travel has travelled."""
    try:
        desk.exchange.make_more(to, QUIET)
    except NothingToSend:
        return True
    return False


@pytest.fixture
def land(tmp_path):
    """Incheon and the central desk, and a folder between them."""
    made = Land(tmp_path / "land")
    yield made
    for desk in made.opened:
        desk.close()


@pytest.fixture
def seen(window, session, visit_desk, app, rest):
    """The window."""
    return Window(window, session, visit_desk, app, rest)
