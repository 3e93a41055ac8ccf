"""The forms at hand (양식 서가): compiled packs, opened once and kept.

* An interview asks for its own version; a newer one on the shelf changes nothing for it.
* What is begun with is the version that was chosen here; where nobody chose, or the program brought
  a later one since, the newest there is. Whoever went back to a former one stays with it.
"""

from functools import cache, cached_property
from pathlib import Path

from intake.desk.packs_keeping import FORMS, InVault, in_vault
from intake.desk.rooms import Rooms
from intake.errors import NotFound
from intake.forms import Form, PackCard, find_packs, load_pack, version_order
from intake.text import resource


class Shelf:
    """Every pack in a folder."""

    def __init__(self, folder: Path | None = None) -> None:
        """Look at the packs that come with the program, or at a folder."""
        self._folder = folder

    @cached_property
    def packs(self) -> dict[tuple[str, str], PackCard]:
        """The cards by id and version, the newest version of each form last."""
        folder = self._folder or resource("forms")
        return {(card.id, card.version): card for card in find_packs(folder)}


SHELF = Shelf()


class Forms:
    """The forms of the program and those that were installed, as one."""

    def __init__(self, own: Shelf, more: InVault) -> None:
        """Put them side by side."""
        self._own, self._more = own, more
        both = {**more.cards, **own.packs}
        self._cards = dict(sorted(both.items(), key=lambda one: (one[0][0], version_order(one[0][1]))))  # fmt: skip

    def newest(self) -> tuple[PackCard, ...]:
        """Return of every form the version to begin with."""
        return tuple(map(self.newest_of, dict.fromkeys(form for form, _ in self._cards)))  # fmt: skip

    def versions_of(self, form: str) -> tuple[PackCard, ...]:
        """Return every version of a form that is here, the newest last."""
        return tuple(card for card in self._cards.values() if card.id == form)

    def is_own(self, card: PackCard) -> bool:
        """Whether a version came with the program."""
        return (card.id, card.version) in self._own.packs

    def card(self, form: str, version: str) -> PackCard:
        """Return a pack's card.

        Raises:
            NotFound: this version is not on the shelf.
        """
        found = self._cards.get((form, version))
        if found is None:
            raise NotFound(entity="form", form=form, version=version)
        return found

    def newest_of(self, form: str) -> PackCard:
        """Return the version of a form to begin with.

        Raises:
            NotFound: no version of it is on the shelf.
        """
        found = self.versions_of(form)
        if not found:
            raise NotFound(entity="form", form=form)
        choice = self._more.choices.get((FORMS, form))
        chosen = self._cards.get((form, choice.version)) if choice else None
        if choice is None or chosen is None:
            return found[-1]
        own = [card for card in found if self.is_own(card)]
        later = not choice.pinned and own and version_order(own[-1].version) > version_order(chosen.version)  # fmt: skip
        return own[-1] if later else chosen

    def open(self, form: str, version: str) -> Form:
        """Return a compiled form; the second time it is at hand."""
        card = self.card(form, version)
        return _opened(card.path) if self.is_own(card) else self._more.open(form, version)  # fmt: skip


def forms_of(rooms: Rooms) -> Forms:
    """Return the forms of a workspace."""
    return Forms(SHELF, in_vault(rooms.vault))


@cache
def _opened(path: Path) -> Form:
    return load_pack(path)
