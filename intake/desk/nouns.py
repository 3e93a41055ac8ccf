"""How the desk holds its nouns (명사): each is loaded and made when it is first asked for.

One line of the desk declares one: the annotation names its class and is what mypy reads (it
stays text), the words are the module of ``intake.desk`` it lies in and the nouns beside it::

    sticks: Sticks = noun("sticks", "exchange")

* A noun is made once, whichever lane asks first.
* Whoever asks the desk is handed the noun as the door shows it; nouns know each other without.
"""

import threading
from collections.abc import Callable, Mapping
from importlib import import_module
from typing import TYPE_CHECKING, Any, Protocol

if TYPE_CHECKING:
    from intake.desk.rooms import Rooms


def noun(place: str, *beside: str) -> Any:  # noqa: ANN401 - the annotation says which
    """Declare a noun."""
    return Noun(place, beside)


class Nouns:
    """The nouns of one desk, as far as they were asked for."""

    def __init__(
        self,
        rooms: "Rooms",
        door: Callable[[str, object], object],
        told: Mapping[str, tuple[object, ...]],
    ) -> None:
        """Stand behind ``door``; ``told``: what else a noun is made with."""
        self.rooms, self.door, self.told = rooms, door, told
        self.made: dict[str, Any] = {}
        self.making = threading.RLock()


class HasNouns(Protocol):
    """A desk."""

    nouns: Nouns


class Noun:
    """Where a noun lies, and what it is made with."""

    def __init__(self, place: str, beside: tuple[str, ...]) -> None:
        """Lie in the module ``place``, beside other nouns."""
        self.place, self._beside = place, beside
        self._name = self._kind = ""

    def __set_name__(self, owner: type, name: str) -> None:
        """Learn what the desk calls it, and how its class is called."""
        self._name, self._kind = name, str(owner.__annotations__[name])

    @property
    def kind(self) -> type:
        """Its class, loaded now."""
        found: type = getattr(import_module(f"intake.desk.{self.place}"), self._kind)
        return found

    def __get__(self, desk: HasNouns | None, owner: type) -> object:
        """Return what the door shows of it; the next time Python finds that by itself."""
        if desk is None:
            return self
        with desk.nouns.making:
            shown = vars(desk).get(self._name)
            if shown is None:
                shown = desk.nouns.door(self._name, self.own(type(desk), desk.nouns))
                vars(desk)[self._name] = shown
            return shown

    def own(self, owner: type, nouns: Nouns) -> Any:  # noqa: ANN401 - any class of a noun
        """Return it as other nouns know it, without the door."""
        if self._name not in nouns.made:
            known = nouns_of(owner)
            others = (known[one].own(owner, nouns) for one in self._beside)
            told = nouns.told.get(self._name, ())
            nouns.made[self._name] = self.kind(nouns.rooms, *others, *told)
        return nouns.made[self._name]


def nouns_of(owner: type) -> dict[str, Noun]:
    """Return every noun of a desk by its name."""
    return {name: one for name, one in vars(owner).items() if isinstance(one, Noun)}
