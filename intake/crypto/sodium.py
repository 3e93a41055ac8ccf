"""libsodium, as one plain file: what PyNaCl, which carries another, does not hand on.

* Loaded is the file ``libsodium/`` beside PyNaCl and no other: nothing is searched for, nothing is
  unpacked. What is handed out brings it compiled from its source (``packaging/making/sodium.py``),
  named in the signed list; in a checkout ``packaging/dev.py`` lays it.
* It is loaded at the first use; whoever only imports this loads nothing.
"""

import ctypes
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path
from typing import Final

import nacl

_NAMES: Final = {"win32": "libsodium.dll", "darwin": "libsodium.dylib"}


def place() -> Path:
    """Return the one file that is loaded."""
    beside = Path(nacl.__file__).resolve().parents[1] / "libsodium"
    return beside / _NAMES.get(sys.platform, "libsodium.so")


def function(name: str, given: int, *, tells: bool = True) -> Callable[..., int | None]:
    """Return a function that writes into a buffer, out of so many byte strings.

    It returns 0 where it could, and nothing where it always can (``tells=False``: void in C). How
    long the byte strings are is for the caller to see to.

    Raises:
        OSError: the library is not there, or cannot begin.
    """
    found = getattr(_library(), name)
    found.argtypes = [ctypes.c_void_p, *(ctypes.c_char_p for _ in range(given))]
    found.restype = ctypes.c_int if tells else None
    called: Callable[..., int | None] = found
    return called


@cache
def _library() -> ctypes.CDLL:
    loaded = ctypes.CDLL(str(place()))
    if loaded.sodium_init() < 0:
        raise OSError(f"{place().name} does not begin")
    return loaded
