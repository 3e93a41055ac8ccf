"""An installer without chance in it: two runs over one tree leave the same bytes.

An ``.msi`` is a compound file (MS-CFB). ``wixl`` writes into it a random package code and the
times at which it ran; the package code is set by the version instead, and every time by the
build. Nothing is moved: the bytes are changed where they stand.
"""

import struct
from collections.abc import Iterator
from pathlib import Path

_MAGIC = bytes.fromhex("d0cf11e0a1b11ae1")
_END = 0xFFFFFFFA  # sector numbers from here on are marks
_SUMMARY = "\x05SummaryInformation"
_REVISION, _PRINTED, _CREATED, _SAVED = 9, 11, 12, 13
_TEXT, _TIME = 30, 64
_EPOCH = 11644473600  # seconds from 1601 to 1970


def normalise(msi: Path, code: str, made: int) -> None:
    """Put the package code and one time into an installer, in its place."""
    data = bytearray(msi.read_bytes())
    file = _Compound(data)
    time = struct.pack("<Q", (made + _EPOCH) * 10_000_000)
    for at in file.entries():
        data[at + 100 : at + 116] = bytes(16)  # created, modified
    _summary(file, f"{{{code}}}".encode("ascii"), time)
    msi.write_bytes(data)


class _Compound:
    """Where the bytes of a stream stand in a compound file."""

    def __init__(self, data: bytearray) -> None:
        if data[:8] != _MAGIC:
            raise SystemExit("Not an installer of Windows")
        self.data = data
        self.sector: int = 1 << struct.unpack_from("<H", data, 30)[0]
        self.small: int = 1 << struct.unpack_from("<H", data, 32)[0]
        self.cutoff = struct.unpack_from("<I", data, 56)[0]
        self.table = self._table()
        self.directory = self._chain(struct.unpack_from("<I", data, 48)[0])

    def entries(self) -> Iterator[int]:
        """Return where each entry of the directory stands."""
        for sector in self.directory:
            yield from range(self._at(sector), self._at(sector) + self.sector, 128)

    def named(self, name: str) -> int:
        """Return where the entry of a stream stands."""
        wanted = name.encode("utf-16-le") + b"\0\0"
        for at in self.entries():
            size = struct.unpack_from("<H", self.data, at + 64)[0]
            if self.data[at : at + size] == wanted:
                return at
        raise SystemExit(f"The installer has no {name[1:]}")

    def places(self, entry: int) -> list[int]:
        """Return where every byte of a stream stands."""
        start, size = struct.unpack_from("<II", self.data, entry + 116)
        if size >= self.cutoff:
            found = [self._at(one) + step for one in self._chain(start) for step in range(self.sector)]  # fmt: skip
            return found[:size]
        root = next(iter(self.entries()))
        held = [self._at(one) for one in self._chain(struct.unpack_from("<I", self.data, root + 116)[0])]  # fmt: skip
        table = self._numbers(self._chain(struct.unpack_from("<I", self.data, 60)[0]))
        found = []
        while start < _END:
            begin = start * self.small
            at = held[begin // self.sector] + begin % self.sector
            found += range(at, at + self.small)
            start = table[start]
        return found[:size]

    def _at(self, sector: int) -> int:
        return int(sector + 1) * self.sector

    def _numbers(self, sectors: list[int]) -> list[int]:
        count = self.sector // 4
        return [one for sector in sectors for one in struct.unpack_from(f"<{count}I", self.data, self._at(sector))]  # fmt: skip

    def _table(self) -> list[int]:
        sectors = [one for one in struct.unpack_from("<109I", self.data, 76) if one < _END]  # fmt: skip
        further, count = struct.unpack_from("<I", self.data, 68)[0], self.sector // 4
        while further < _END:
            held = struct.unpack_from(f"<{count}I", self.data, self._at(further))
            sectors += [one for one in held[:-1] if one < _END]
            further = held[-1]
        return self._numbers(sectors)

    def _chain(self, sector: int) -> list[int]:
        found = []
        while sector < _END:
            found.append(sector)
            sector = self.table[sector]
        return found


def _summary(file: _Compound, code: bytes, time: bytes) -> None:
    """Set the code and the times of the stream that describes the installer (MS-OLEPS)."""
    where = file.places(file.named(_SUMMARY))
    said = bytes(file.data[at] for at in where)
    begin = struct.unpack_from("<I", said, 44)[0]
    for at in range(begin + 8, begin + 8 + 8 * struct.unpack_from("<I", said, begin + 4)[0], 8):  # fmt: skip
        name, offset = struct.unpack_from("<II", said, at)
        kind = struct.unpack_from("<I", said, begin + offset)[0]
        value = begin + offset + 4
        if name in (_PRINTED, _CREATED, _SAVED) and kind == _TIME:
            _put(file, where[value : value + 8], time)
        if name == _REVISION and kind == _TEXT:
            size = struct.unpack_from("<I", said, value)[0]
            if size < len(code):
                raise SystemExit("The installer has no room for its code")
            _put(file, where[value + 4 : value + 4 + len(code)], code)


def _put(file: _Compound, where: list[int], what: bytes) -> None:
    for at, byte in zip(where, what, strict=True):
        file.data[at] = byte
