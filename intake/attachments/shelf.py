"""Where sealed files lie, and what may be done with them.

* ``attachments/`` holds what may travel with its case; ``attachments/withheld/`` what never
  leaves this laptop in a bundle (아동·청소년성착취물): nobody but this room looks there.
* A file is believed by its name: whoever changed a byte of it is noticed without a key.
* A file that no record names is left over from a crash; after a day it may be swept away. A
  record without its file is reported, never repaired.
"""

import re
from collections.abc import Collection, Iterable, Iterator
from pathlib import Path
from typing import Final

from intake.attachments.sealing import PART, Sealing, our_errors
from intake.crypto import PqIdentity, SealReader
from intake.errors import DamagedAttachment, IntakeError, Malformed, NotFound
from intake.ids import new_id
from intake.plain_files import sync_folder

FOLDER: Final = "attachments"
WITHHELD: Final = "withheld"
GRACE_MS: Final = 24 * 60 * 60 * 1000
_NAME = re.compile(r"[0-9a-f]{64}")


class Attachments:
    """The sealed files beside one vault."""

    def __init__(self, vault_folder: Path) -> None:
        """Look beside the vault in ``vault_folder``."""
        self._folder = vault_folder / FOLDER

    def sealing(self, wall_ms: int, *, withheld: bool = False) -> Sealing:
        """Begin to seal a file."""
        folder = self._folder / WITHHELD if withheld else self._folder
        with our_errors():
            folder.mkdir(mode=0o700, parents=True, exist_ok=True)
        return Sealing(folder, new_id(wall_ms))

    def has(self, name: str) -> bool:
        """Whether the file of this name lies here."""
        return self._find(name) is not None

    def is_withheld(self, name: str) -> bool:
        """Whether the file lies among those that never leave and are never shown."""
        found = self._find(name)
        return found is not None and found.parent.name == WITHHELD

    def size(self, name: str) -> int:
        """Return how many sealed bytes a file has; 0 where it is not here."""
        found = self._find(name)
        return found.stat().st_size if found else 0

    def read(self, name: str, key: str) -> Iterator[bytes]:
        """Yield what was sealed, piece by piece, each proven before it is handed out.

        Raises:
            NotFound: the file is not here.
            DamagedAttachment: it does not open with this key, or is not what was sealed.
        """
        path = self._find(name)
        if path is None:
            raise NotFound(entity="attachment")
        try:
            with path.open("rb") as file:
                yield from SealReader(file, [PqIdentity.parse(key)])
        except (IntakeError, OSError) as error:
            raise DamagedAttachment(attachment=name) from error

    def forget(self, names: Iterable[str]) -> int:
        """Remove these files for good; return how many there were."""
        gone, folders = 0, set()
        for name in names:
            while (path := self._find(name)) is not None:
                with our_errors():
                    path.unlink()
                folders.add(path.parent)
                gone += 1
        for folder in folders:
            sync_folder(folder)
        return gone

    def sweep(self, known: Collection[str], now_ms: int) -> int:
        """Remove what a crash left over a day ago: parts, and files that no record names."""
        left = [path for path in self._files("*.age") if path.stem not in known]
        old = [
            path
            for path in (*left, *self._files(f"*{PART}"))
            if path.stat().st_mtime_ns // 1_000_000 + GRACE_MS < now_ms
        ]
        for path in old:
            path.unlink(missing_ok=True)
        return len(old)

    def _files(self, pattern: str) -> tuple[Path, ...]:
        folders = (self._folder, self._folder / WITHHELD)
        return tuple(path for folder in folders for path in folder.glob(pattern))

    def _find(self, name: str) -> Path | None:
        if not _NAME.fullmatch(name):
            raise Malformed(what="attachment")
        for folder in (self._folder, self._folder / WITHHELD):
            path = folder / f"{name}.age"
            if path.is_file() and not path.is_symlink():
                return path
        return None
