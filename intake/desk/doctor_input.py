"""Whether Korean can be typed here (한글 입력기): nothing is typed, only looked for.

* Linux: ibus with its Hangul engine, the daemon of this session, and Qt's own plugin for it.
  fcitx is told: there a space overtakes the last syllable.
* Windows: a Korean keyboard among those of this session.
"""

import importlib.util
import os
import sys
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Final

from intake.desk.doctor_states import finding
from intake.desk.views.doctor import Finding

_KOREAN: Final = 0x12  # the primary language of a Windows keyboard
_PRIMARY: Final = 0x3FF
_MOST: Final = 64
_PLUGIN: Final = "plugins/platforminputcontexts/libibusplatforminputcontextplugin.so"


def typing(environ: Mapping[str, str] | None = None) -> Finding:
    """Look for a way to type Korean in this session."""
    said = os.environ if environ is None else environ
    if sys.platform == "win32":
        return finding("input", "fine" if _has_korean_keyboard() else "english")
    if not (said.get("DISPLAY") or said.get("WAYLAND_DISPLAY")):
        return finding("input", "terminal")
    return finding("input", _linux(said))


def _linux(said: Mapping[str, str]) -> str:
    if not _has_plugin():
        return "plugin"
    hangul = any(one.is_file() for one in _components(said))
    asked = (said.get("QT_IM_MODULE", "") + said.get("XMODIFIERS", "")).lower()
    if not hangul:
        return "fcitx" if "fcitx" in asked else "none"
    if "fcitx" in asked:
        return "fcitx"
    return "fine" if _daemon_runs(said) else "asleep"


def _components(said: Mapping[str, str]) -> Iterator[Path]:
    """Yield where ibus looks for the Hangul engine."""
    named = said.get("IBUS_COMPONENT_PATH")
    if named:
        yield from (Path(one) / "hangul.xml" for one in named.split(":") if one)
        return
    shared = said.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    for one in shared.split(":"):
        if one:
            yield Path(one) / "ibus" / "component" / "hangul.xml"


def _daemon_runs(said: Mapping[str, str]) -> bool:
    if said.get("IBUS_ADDRESS"):
        return True
    config = said.get("XDG_CONFIG_HOME") or str(Path(said.get("HOME", "/")) / ".config")
    bus = Path(config) / "ibus" / "bus"
    try:
        files = sorted(bus.iterdir())[:_MOST]
        return any(_lives(one.read_text("utf-8", "replace")) for one in files)
    except OSError:
        return False


def _lives(said: str) -> bool:
    """Whether the process that a daemon's file names is there."""
    for one in said.splitlines():
        name, _, number = one.partition("=")
        if name == "IBUS_DAEMON_PID" and number.isdigit():
            return Path("/proc", number).exists()
    return False


def _has_plugin() -> bool:
    """Whether the window's toolkit brings its way to ibus; yes where it is not here at all."""
    spec = importlib.util.find_spec("PySide6")
    if spec is None or not spec.submodule_search_locations:
        return True
    top = Path(next(iter(spec.submodule_search_locations)))
    return any((top / where / _PLUGIN).is_file() for where in ("Qt", "."))


def _has_korean_keyboard() -> bool:
    import ctypes  # noqa: PLC0415 - only there

    user = ctypes.windll.user32  # type: ignore[attr-defined,unused-ignore]
    handles = (ctypes.c_void_p * _MOST)()
    count = user.GetKeyboardLayoutList(_MOST, handles)
    return any((handles[n] or 0) & _PRIMARY == _KOREAN for n in range(count))
