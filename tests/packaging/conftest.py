"""The making code runs from ``packaging/``, as ``build.py`` finds it."""

import sys
from pathlib import Path

MAKING = str(Path(__file__).resolve().parents[2] / "packaging")
if MAKING not in sys.path:
    sys.path.append(MAKING)
