"""Where a workspace lies (작업 폴더). Nothing is loaded for it: it is asked before the first paint."""

import os
import sys
from pathlib import Path


def default_folder() -> Path:
    """Return where a workspace lies unless somebody says otherwise."""
    if os.name == "nt":
        return Path(os.environ["LOCALAPPDATA"]) / "Ieum" / "workspace"
    if sys.platform == "darwin":
        return Path.home() / "Library" / "Application Support" / "Ieum" / "workspace"
    return (
        Path(os.environ.get("XDG_DATA_HOME") or Path.home() / ".local" / "share")
        / "ieum"
        / "workspace"
    )
