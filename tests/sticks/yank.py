"""A stick is pulled at random moments of writing; what is left of it is looked at each time."""

import contextlib
import hashlib
import os
import random  # noqa: TID251 - moments to be repeated by their seed
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

import intake.mailbox.folder as folder_module
import intake.mailbox.letter as letter_module
from intake.mailbox import FolderMailbox, Letter, fetch, find_letters, send
from intake.progress import Silent
from tests.sticks.media import MIB, Stick, make, mounted, write_back

STEP, PART = 16 * 1024, 128 * 1024
SIZES = (400_000, 90_000, 10_000, 300_000)


@dataclass
class Found:
    """What was seen on the sticks that were pulled."""

    pulled: int = 0
    half: int = 0  # anything under its final name that is not whole
    parts_seen: int = 0
    letters_seen: int = 0
    sent_again: int = 0


class Moments:
    """Counts what is asked of the medium: each read of the source, each fsync, each rename."""

    def __init__(self) -> None:
        self.at, self.wanted = 0, frozenset[int]()
        self.pull: Callable[[int], None] = lambda _at: None

    def __call__(self) -> None:
        if self.at in self.wanted:
            self.pull(self.at)
        self.at += 1


@contextlib.contextmanager
def watched(moments: Moments) -> Iterator[None]:
    """Small steps, and a moment before and after everything that is asked of the medium."""
    before = (folder_module._STEP, letter_module.PART, os.fsync, Path.replace, folder_module._copy)  # fmt: skip
    fsync, replace = os.fsync, Path.replace

    def noted_fsync(handle: int) -> None:
        moments()
        fsync(handle)
        moments()

    def noted_replace(old: Path, new: Path) -> Path:
        moments()
        done = replace(old, new)
        moments()
        return done

    def copy(source, out, size):
        left = size
        while left:
            chunk = source.read(min(left, STEP))
            out.write(chunk)
            out.flush()
            moments()
            left -= len(chunk)

    folder_module._STEP, letter_module.PART = STEP, PART
    folder_module._copy, os.fsync, Path.replace = copy, noted_fsync, noted_replace
    try:
        yield
    finally:
        folder_module._STEP, letter_module.PART, os.fsync, Path.replace, folder_module._copy = before  # fmt: skip


def sealed(folder: Path, seed: int) -> list[tuple[Path, Letter]]:
    """Bundles of some parts, and of one."""
    made = []
    for number, size in enumerate(SIZES):
        data = random.Random(f"{seed}-{number}").randbytes(size)
        file = folder / f"{number}.age"
        file.write_bytes(data)
        sha = hashlib.sha256(data).hexdigest()
        parts = -(-size // PART)
        made.append((file, Letter(("ic", "c1")[number % 2], "202611", sha, size, parts=parts)))  # fmt: skip
    return made


def send_all(place: Path, letters: list[tuple[Path, Letter]]) -> int:
    """Send everything; return how many parts were missing."""
    box = FolderMailbox(place)
    return sum(send(box, file, letter, Silent()) for file, letter in letters)


def look(place: Path, letters: list[tuple[Path, Letter]], found: Found) -> None:
    """Every final name is whole; whatever is listed as a letter comes out."""
    whole = {
        key.text: file.read_bytes()[(key.part - 1) * PART :][:PART]
        for file, letter in letters
        for key in letter.names()
    }
    box = FolderMailbox(place)
    for key in box.list(""):
        found.parts_seen += 1
        found.half += b"".join(box.get(key)) != whole[key]
    for addressee in ("ic", "c1"):
        for letter in find_letters(box, addressee):
            found.letters_seen += 1
            with (place.parent / "out").open("wb") as out:
                fetch(box, letter, out, Silent())


def pull(kind: str, folder: Path, times: int, seed: int) -> Found:
    """Fill a stick, pull it at so many moments, and go on with each that was pulled."""
    letters, found, moments = sealed(folder, seed), Found(), Moments()
    with watched(moments):
        (folder / "dry").mkdir()
        send_all(folder / "dry", letters)
        chosen = random.Random(seed).sample(range(moments.at), times)
        pulled: list[Stick] = []
        stick = make(kind, folder / "stick.img", 40 * MIB)
        moments.at, moments.wanted = 0, frozenset(chosen)
        with mounted(stick, folder / "plugged") as place:

            def snap(at: int) -> None:
                if (
                    len(pulled) % 2
                ):  # every second one a little later: what was given is written
                    write_back(place)
                pulled.append(stick.snapshot(folder / f"{at}.img"))

            moments.pull = snap
            send_all(place, letters)
        moments.wanted = frozenset()
        for one in pulled:
            found.pulled += 1
            with mounted(one, folder / "again") as place:
                look(place, letters, found)
                found.sent_again += send_all(place, letters)
                look(place, letters, found)
                assert send_all(place, letters) == 0
                assert len(find_letters(FolderMailbox(place), "ic")) == 2
            one.file.unlink()
    return found
