"""The SHA-256 of a file: the one way in which every step names what it holds."""

import hashlib
from pathlib import Path


def sha256(path: Path) -> str:
    """Return it as 64 hex digits; the file is read piece by piece."""
    with path.open("rb") as file:
        return hashlib.file_digest(file, "sha256").hexdigest()
