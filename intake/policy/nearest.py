"""The name that was probably meant.

>>> nearest("lock_minuts", ("lock_minutes", "updates"))
'lock_minutes'
"""

from collections.abc import Iterable
from typing import Final

_ALIKE: Final = 0.72


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like a name; empty where none is."""
    import difflib  # noqa: PLC0415 - only where something is off

    names, plain = tuple(known), _plain(name)
    found = difflib.get_close_matches(plain, names, 1, _ALIKE)
    if found:
        return found[0]
    # its own table forgotten, or below another one
    last = {one.rpartition(".")[2]: one for one in names}
    found = difflib.get_close_matches(plain.rpartition(".")[2], last, 1, _ALIKE)
    return last[found[0]] if found else ""


def _plain(name: str) -> str:
    return name.lower().replace("-", "_")
