"""Everything of the desk, loaded at once (모두 읽기).

Two threads that load modules of one room from different ends can each hold what the other waits
for; Python then hands one of them half a module (``ImportError`` at a name that is there). So
whatever works beside another thread begins with ``load_all``: all of them load in one order, and
whoever comes second waits for the first.
"""

from importlib import import_module


def load_all() -> tuple[type, ...]:
    """Load the rooms and every noun, and return their classes; a second time costs nothing.

    A page that stands does this beside whoever types the passphrase: opening is then as quick
    as if nothing came late, and what runs is what was looked through at the start, whatever is
    laid over it while the window is open.
    """
    import_module("intake.desk.workspace")
    nouns = import_module("intake.desk.nouns").nouns_of
    kinds = nouns(import_module("intake.desk.desk").Desk)
    return tuple(one.kind for one in kinds.values())
