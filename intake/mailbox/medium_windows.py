"""What Windows itself says of a drive: whether it lies on it, and how a stick is called.

* Windows is asked, never the environment: anybody may set a variable, and the drive that counts as
  the computer's own is free of IT's rules for sticks.
* Where Windows does not answer, no drive is its own and none has a name.
"""

import ctypes
from typing import Any, Final

_LONGEST: Final = 261


def windows_folder() -> str:
    r"""Return the folder of the system (``C:\Windows``); "" where it cannot be told."""
    return _told("GetSystemWindowsDirectoryW")


def system_folder() -> str:
    r"""Return the folder of the system's own programs (``C:\Windows\System32``)."""
    return _told("GetSystemDirectoryW")


def label_of(anchor: str) -> str:
    r"""Return the name that somebody gave to a drive (``E:\``); "" where it has none."""
    name = ctypes.create_unicode_buffer(_LONGEST)
    asked = (anchor, name, _LONGEST, None, None, None, None, 0)
    return name.value if _kernel().GetVolumeInformationW(*asked) else ""


def _told(name: str) -> str:
    place = ctypes.create_unicode_buffer(_LONGEST)
    size = getattr(_kernel(), name)(place, _LONGEST)
    return place.value if 0 < size < _LONGEST else ""


def _kernel() -> Any:  # noqa: ANN401 - a library of the system
    return ctypes.WinDLL("kernel32")  # type: ignore[attr-defined,unused-ignore]
