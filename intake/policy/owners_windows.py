"""Whether only administrators can write a file of Windows: its owner and its list of rights.

* ``%ProgramData%`` lets everybody make new files, so the owner is asked first.
* Only what is *given* counts; a rule that forbids takes nothing from what is found here, and one
  of an unknown kind gives everything to everybody.
* What leads elsewhere (a junction, a link) is nobody's: whoever made it may turn it at any time.
"""

import contextlib
import ctypes
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

# The system, the administrators, TrustedInstaller, and whoever owns it (who is one of these).
_OWNERS: Final = ("S-1-5-18", "S-1-5-32-544")
_INSTALLER: Final = "S-1-5-80-956008885-3418522649-1831038044-1853292631-2271478464"
_ITS_OWNER: Final = "S-1-3-4"
_FILE, _OWNER, _RIGHTS = 1, 0x1, 0x4
_ALLOWED: Final = 0  # the kind of a rule that gives
_FORBIDS: Final = (1, 6, 10, 12)  # plain, for an object, and either under a condition
_LEADS_ELSEWHERE: Final = 0x400
_INHERIT_ONLY: Final = 0x8
_COMMON: Final = 0x23  # the folder of what all programs keep for all people
# write data, append, delete what is within, write attributes (which may make a junction of a
# folder), delete, change rights, take over, all, write
_WRITES: Final = (
    0x2 | 0x4 | 0x40 | 0x100 | 0x10000 | 0x40000 | 0x80000 | 0x10000000 | 0x40000000
)


def only_administrators_write(file: Path) -> bool:
    """Whether nobody but administrators may change the file, or put another in its place."""
    return _is_theirs(file) and _is_theirs(file.parent)


def common_data() -> str:
    """Return ``%ProgramData%`` as the system knows it; everybody may set that variable."""
    place = ctypes.create_unicode_buffer(260)
    refused = _library("shell32").SHGetFolderPathW(None, _COMMON, None, 0, place)
    return "C:/ProgramData" if refused else place.value


def _is_theirs(path: Path) -> bool:
    if leads_elsewhere(path):
        return False
    owner, rules = ctypes.c_void_p(), ctypes.c_void_p()
    held = ctypes.c_void_p()
    ask = _advapi().GetNamedSecurityInfoW
    if ask(str(path), _FILE, _OWNER | _RIGHTS, ctypes.byref(owner), None, ctypes.byref(rules), None, ctypes.byref(held)):  # fmt: skip
        return False
    try:
        return fits(owner.value, rules.value)
    finally:
        _kernel().LocalFree(held)


def leads_elsewhere(path: Path) -> bool:
    """Whether a junction or a link stands there, or it cannot be told."""
    with contextlib.suppress(OSError):
        seen = path.lstat()
        return bool(getattr(seen, "st_file_attributes", 0) & _LEADS_ELSEWHERE)
    return True


def fits(owner: int | None, rules: int | None) -> bool:
    """Whether an owner (SID) and a list of rules (ACL), by address, let nobody else write."""
    if _sid(owner) not in {*_OWNERS, _INSTALLER} or not rules:
        return False  # no list at all: everybody may do everything
    return all(is_fine(*rule) for rule in _given(rules))


def is_fine(sid: str, mask: int) -> bool:
    """Whether a rule gives nobody but administrators a right to write."""
    return sid in {*_OWNERS, _INSTALLER, _ITS_OWNER} or not mask & _WRITES


def _given(rules: int) -> Iterator[tuple[str, int]]:
    """Yield who is given which rights by a list of rules (ACL)."""
    count = ctypes.c_uint16.from_address(rules + 4).value
    for at in range(count):
        rule = ctypes.c_void_p()
        if not _advapi().GetAce(ctypes.c_void_p(rules), at, ctypes.byref(rule)):
            yield "", _WRITES
            continue
        where = rule.value or 0
        kind = ctypes.c_uint8.from_address(where).value
        flags = ctypes.c_uint8.from_address(where + 1).value
        mask = ctypes.c_uint32.from_address(where + 4).value
        if kind in _FORBIDS or flags & _INHERIT_ONLY:
            continue
        yield (_sid(where + 8), mask) if kind == _ALLOWED else ("", _WRITES)


def _sid(where: int | None) -> str:
    text = ctypes.c_wchar_p()
    if not _advapi().ConvertSidToStringSidW(ctypes.c_void_p(where), ctypes.byref(text)):
        return ""
    try:
        return text.value or ""
    finally:
        _kernel().LocalFree(text)


def _advapi() -> Any:  # noqa: ANN401 - a library of the system
    return _library("advapi32")


def _kernel() -> Any:  # noqa: ANN401
    return _library("kernel32")


def _library(name: str) -> Any:  # noqa: ANN401
    return ctypes.WinDLL(name)  # type: ignore[attr-defined,unused-ignore]
