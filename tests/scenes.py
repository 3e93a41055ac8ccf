"""What several tests begin with, told once in a process: workspaces that have said something.

``desks_at_hand`` keeps one workspace as the bytes of its files; a scene keeps a folder of them, with
what lies on the stick beside them. Whoever asks for a scene gets these files, opens the workspaces
as on the next morning and has them alone. What was told with them, ids mostly, is the same for all.
"""

import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path
from types import SimpleNamespace
from typing import Any
from unittest.mock import patch

from intake import clock
from intake.desk import Desk, workspace
from tests.desks_at_hand import Kept, _left_as_it_is
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

Desks = Mapping[str, Desk]
_kept: dict[Callable, "Scene"] = {}


@dataclass(frozen=True)
class Scene:
    """A folder of closed workspaces, the keyring of each, and what was told with them."""

    files: Kept
    places: Mapping[str, str]
    keyrings: Mapping[str, Mapping[tuple[str, str], str]]
    told: Any

    @classmethod
    def of(cls, folder: Path, desks: Desks, told: object) -> "Scene":
        """Close workspaces and remember them."""
        places, keyrings = {}, {}
        for code, desk in desks.items():
            places[code] = str(desk._rooms.vault.folder.relative_to(folder))
            _left_as_it_is(desk)
            keyrings[code] = dict(desk._rooms.keyring.kept)
        files = Kept.of(folder, MemoryKeyring(), set())
        return cls(files, places, keyrings, told)

    def open(self, folder: Path) -> dict[str, Desk]:
        """Open what lies in a folder."""
        opened = {}
        for code, place in self.places.items():
            keyring = MemoryKeyring()
            keyring.kept.update(self.keyrings[code])
            opened[code] = workspace.open_(folder / place, PASSPHRASE, keyring=keyring, policy=POLICY)  # fmt: skip
        return opened


def scene(
    tell: Callable[[Path], tuple[Desks, Any]],
    folder: Path,
    wall: Callable[[Any], Callable[[], int]] | None = None,
) -> tuple[dict[str, Desk], Any]:
    """Return the workspaces that ``tell`` makes in a folder, and what it tells with them.

    ``wall`` makes, of what was told, the clock that they are opened by; the computer's without it.
    """
    assert clock.time is time  # else it would be told by the clock of one test, for all
    if tell in _kept:
        _kept[tell].files.lay(folder, MemoryKeyring())
    else:
        folder.mkdir()
        _kept[tell] = Scene.of(folder, *tell(folder))
    kept = _kept[tell]
    if wall is None:
        return kept.open(folder), kept.told
    ms = wall(kept.told)
    with patch.object(clock, "time", SimpleNamespace(time_ns=lambda: ms() * 1_000_000)):
        opened = kept.open(folder)
    for desk in opened.values():
        desk._rooms.clock.wall = ms
    return opened, kept.told
