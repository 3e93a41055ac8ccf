"""Where the words, pictures and typefaces lie.

* A checkout, an installed tree and a frozen program all keep ``resources`` beside the packages;
  where a packager put it beside the program instead, it is found there.

>>> resource("text", "ko").is_dir()
True
"""

import sys
from functools import cache
from pathlib import Path


@cache
def _root() -> Path:
    beside_packages = Path(__file__).resolve().parents[2] / "resources"
    if beside_packages.is_dir():
        return beside_packages
    return Path(sys.executable).resolve().parent / "resources"


def resource(*parts: str) -> Path:
    """Return where a file of ``resources/`` lies, whether it exists or not."""
    return _root().joinpath(*parts)
