"""Places and libraries for the tests of the library."""

from dataclasses import dataclass, field

from intake.crypto import SigningKey
from intake.trust import library as lib

DAY = 24 * 60 * 60 * 1000
NOW = 1_790_000_000_000  # September 2026


@dataclass
class Stick:
    """A place that holds what is given to it, and bounds what it hands out."""

    files: dict[str, bytes] = field(default_factory=dict)
    order: list[str] = field(default_factory=list)

    def read_paper(self, name, limit):
        assert lib.is_paper(name), name
        data = self.files.get(name)
        return None if data is None else data[: limit + 1]

    def write_paper(self, name, data):
        assert lib.is_paper(name), name
        self.files[name] = data
        self.order.append(name)

    def copy(self) -> "Stick":
        return Stick(dict(self.files))


@dataclass
class Desk:
    """The central desk's side: its keys and what it published."""

    roots: list[SigningKey] = field(default_factory=lambda: [SigningKey.generate() for _ in range(3)])  # fmt: skip
    working: lib.Working = field(default_factory=lib.Working.generate)
    at: int = NOW

    def __post_init__(self):
        self.library = lib.found(self.roots, self.working, self.at)
        self.first_root = self.library.roots[0]

    def publish(self, path: str, data: bytes) -> "Desk":
        self.library = lib.published(self.library, self.working, path, data, self.at)
        return self

    def rotate(self, *, roots=(), by=None) -> "Desk":
        self.working = lib.Working.generate()
        signing = self.roots[:2] if by is None else by
        self.library = lib.rotated(self.library, signing, self.working, self.at, roots)
        self.roots = list(roots) or self.roots
        return self

    def stick(self) -> Stick:
        made = Stick()
        lib.lay(self.library, made)
        return made

    @property
    def bootstrap(self) -> lib.Kept:
        return lib.Kept(self.first_root)


def look(stick, kept, at=NOW):
    """Refresh from a stick; return what was said and what is kept."""
    reading = lib.Reading(stick, kept, at)
    return reading.refresh(), reading.kept


def number(kept) -> int:
    return lib.versions(kept)["targets"]
