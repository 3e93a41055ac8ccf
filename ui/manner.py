"""How the window looks before anything is opened: language, theme, scale (화면 설정).

* One small file beside the vault, with three words in it and nothing about anybody.
* A file that cannot be read gives the defaults; writing it never stops work.
"""

import json
from dataclasses import asdict, dataclass, replace
from pathlib import Path

from intake.settings import SETTINGS

FILE = "window.json"


@dataclass(frozen=True, slots=True)
class Manner:
    """Three settings that the lock screen needs."""

    language: str = "ko"
    theme: str = "system"
    scale: int = 100


def read_manner(folder: Path) -> Manner:
    """Return what was kept, or the defaults."""
    try:
        kept = json.loads((folder / FILE).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return Manner()
    if not isinstance(kept, dict):
        return Manner()
    known = {
        name: SETTINGS[name].read(str(kept[name]))
        for name in asdict(Manner())
        if name in kept
    }
    return replace(Manner(), **known)  # type: ignore[arg-type]  # the settings check the types


def keep_manner(folder: Path, manner: Manner) -> None:
    """Keep it for the next start."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
        (folder / FILE).write_text(json.dumps(asdict(manner)), encoding="utf-8")
    except OSError:
        return  # a look that is not remembered harms nobody
