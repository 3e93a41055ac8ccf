"""The core is loaded late, and by one thread at a time (늦게, 한 번에 하나씩 읽기).

Two threads that load modules of one room at once can each hold what the other waits for; Python
then hands one of them half a module (``ImportError`` at a name that is there). So whoever loads a
part of the desk late does it here, and work of the window's threads begins with ``load_all``.
"""

from importlib import import_module
from threading import RLock
from types import ModuleType

_LOADING = RLock()


def late(place: str) -> ModuleType:
    """Load a module now, or wait until another thread has."""
    with _LOADING:
        return import_module(place)


def load_all() -> tuple[type, ...]:
    """Load the rooms and every noun, and return their classes; a second time costs nothing.

    A page that stands does this beside whoever types the passphrase: opening is then as quick
    as if nothing came late, and what runs is what was looked through at the start, whatever is
    laid over it while the window is open. Whoever else loads waits for one noun, not for all.
    """
    late("intake.desk.workspace")
    nouns = late("intake.desk.nouns").nouns_of(late("intake.desk.desk").Desk)
    return tuple(one.kind for one in nouns.values())
