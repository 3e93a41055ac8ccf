"""The name that was probably meant.

>>> nearest("lock_minuts", ("lock_minutes", "updates"))
'lock_minutes'
"""

from collections.abc import Iterable
from typing import Final

_ALIKE: Final = 0.72


def nearest(name: str, known: Iterable[str]) -> str:
    """Return the known name that is most like a name; empty where none is."""
    return next(iter(all_meant(name, known)), "")


def all_meant(name: str, known: Iterable[str]) -> tuple[str, ...]:
    """Return every known name that a name may stand for: several where its table is not said."""
    import difflib  # noqa: PLC0415 - only where something is off

    names, plain = tuple(known), _plain(name)
    if (above := plain.rpartition(".")[2]) in names:  # only its place is off
        return (above,)
    found = difflib.get_close_matches(plain, names, 1, _ALIKE)
    if found:
        return (found[0],)
    # its own table forgotten, or below another one
    last = {one.rpartition(".")[2] for one in names}
    found = difflib.get_close_matches(above, sorted(last), 1, _ALIKE)
    return tuple(one for one in names if found and one.rpartition(".")[2] == found[0])


def _plain(name: str) -> str:
    return name.lower().replace("-", "_")
