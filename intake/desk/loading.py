"""Everything of the desk, loaded at once (모두 읽기)."""

from importlib import import_module

from intake.desk.desk import Desk
from intake.desk.nouns import nouns_of


def load_all() -> tuple[type, ...]:
    """Load the rooms and every noun, and return their classes.

    A page that stands does this beside whoever types the passphrase: opening is then as quick
    as if nothing came late, and what runs is what was looked through at the start, whatever is
    laid over it while the window is open.
    """
    import_module("intake.desk.workspace")
    return tuple(noun.kind for noun in nouns_of(Desk).values())
