"""The forms at hand (양식 서가): compiled packs, opened once and kept.

* An interview asks for its own version; a newer one on the shelf changes nothing for it.
* The newest version of each form is the one to begin with.
"""

from functools import cache, cached_property
from pathlib import Path

from intake.errors import NotFound
from intake.forms import Form, PackCard, find_packs, load_pack
from intake.text import resource


class Shelf:
    """Every pack in a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look at the packs that come with the program, or at a folder."""
        self._folder = folder

    @cached_property
    def _packs(self) -> dict[tuple[str, str], PackCard]:
        folder = self._folder or resource("forms")
        return {(card.id, card.version): card for card in find_packs(folder)}

    def newest(self) -> tuple[PackCard, ...]:
        """Return the newest version of every form."""
        return tuple({card.id: card for card in self._packs.values()}.values())

    def card(self, form: str, version: str) -> PackCard:
        """Return a pack's card.

        Raises:
            NotFound: this version is not on the shelf.
        """
        found = self._packs.get((form, version))
        if found is None:
            raise NotFound(entity="form", form=form, version=version)
        return found

    def newest_of(self, form: str) -> PackCard:
        """Return the newest version of one form.

        Raises:
            NotFound: no version of it is on the shelf.
        """
        found = [card for card in self._packs.values() if card.id == form]
        if not found:
            raise NotFound(entity="form", form=form)
        return found[-1]

    def open(self, form: str, version: str) -> Form:
        """Return a compiled form; the second time it is at hand."""
        return _opened(self.card(form, version).path)


@cache
def _opened(path: Path) -> Form:
    return load_pack(path)


SHELF = Shelf()
