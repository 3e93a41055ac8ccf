"""What a disk may hold after the power goes: recorded writes, kept, dropped, reordered or torn.

``strace`` records what a process wrote and when it asked for it to be durable. What was synced
is on the disk; of what was not, every write may be there, may be missing, or may be there in
part (512-byte sectors), in any order.
"""

import hashlib
import re
import subprocess
from dataclasses import dataclass, field

SECTOR = 512
_CALLS = "pwrite64,write,fsync,fdatasync,ftruncate"
_LINE = re.compile(
    r"^\d+ +(?P<call>\w+)\(\d+<(?P<path>[^>]*)>(?:, \"(?P<data>[^\"]*)\")?(?P<rest>.*)\) += (?P<done>-?\d+)"
)


@dataclass(frozen=True, slots=True)
class Call:
    """One recorded call: a write, a sync, a cut of a file, or an acknowledgement."""

    kind: str
    name: str = ""
    at: int = 0
    data: bytes = field(default=b"", repr=False)


class Dice:
    """The same throws in every run."""

    def __init__(self, seed):
        self._seed, self._count = seed, 0

    def throw(self, sides):
        self._count += 1
        said = hashlib.sha256(f"{self._seed}/{self._count}".encode()).digest()
        return int.from_bytes(said[:8]) % sides

    def shuffled(self, things):
        return sorted(things, key=lambda _: self.throw(1 << 30))


def record(command, cwd, log, folder):
    """Run a command under strace and return its calls below a folder, in order."""
    strace = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-y",
        "-xx",
        "-s",
        "200000",
        "-o",
        log,
        "-e",
        f"trace={_CALLS}",
        "-e",
        "signal=none",
    ]
    subprocess.run([*strace, *command], cwd=cwd, check=True, stdout=subprocess.PIPE)
    with log.open(encoding="ascii") as lines:
        return [call for line in lines if (call := _call(line, str(folder)))]


def _call(line, folder):
    if "unfinished" in line and folder in line:
        raise AssertionError("a write of the vault was interleaved with another call")
    found = _LINE.match(line)
    if not found:
        return None
    path, done = _text(found["path"]), int(found["done"])
    assert done >= 0
    data = bytes.fromhex((found["data"] or "").replace("\\x", ""))
    if found["call"] == "write" and path.startswith("pipe:"):
        return Call("said", data=data)
    if not path.startswith(folder):
        return None
    name = path.rpartition("/")[2]
    if found["call"] in ("fsync", "fdatasync"):
        return Call("sync", name)
    if found["call"] == "ftruncate":
        return Call("cut", name, int(found["rest"].rpartition(",")[2]))
    assert found["call"] == "pwrite64"
    assert len(data) == done
    return Call("write", name, int(found["rest"].rpartition(",")[2]), data)


def _text(path):
    return (
        bytes.fromhex(path.replace("\\x", "")).decode()
        if path.startswith("\\x")
        else path
    )


class Disk:
    """What is safe, and what is on its way."""

    def __init__(self, safe, *, lying=False):
        self.safe = {name: bytearray(data) for name, data in safe.items()}
        self.waiting = {}
        self.lying = lying
        self.said = 0

    def take(self, call):
        if call.kind == "said":
            self.said = int(call.data)
        elif call.kind == "sync" and self.lying:
            return
        elif call.kind == "sync":
            for waiting in self.waiting.pop(call.name, ()):
                _apply(self.safe.setdefault(call.name, bytearray()), waiting)
        else:
            self.waiting.setdefault(call.name, []).append(call)

    def after_the_cut(self, dice):
        """Return one possible content of every file."""
        files = {name: bytearray(data) for name, data in self.safe.items()}
        for name, waiting in self.waiting.items():
            for call in dice.shuffled(waiting):
                fate = dice.throw(4)
                if fate == 0:
                    continue
                file = files.setdefault(name, bytearray())
                if fate == 1 and call.kind == "write":
                    _tear(file, call, dice)
                else:
                    _apply(file, call)
        return files


def _apply(file, call):
    if call.kind == "cut":
        del file[call.at :]
        file.extend(bytes(call.at - len(file)))
        return
    file.extend(bytes(max(0, call.at - len(file))))
    file[call.at : call.at + len(call.data)] = call.data


def _tear(file, call, dice):
    """Write some sectors of a write and not the others."""
    at = call.at
    while at < call.at + len(call.data):
        end = min((at // SECTOR + 1) * SECTOR, call.at + len(call.data))
        if dice.throw(2):
            _apply(
                file, Call("write", at=at, data=call.data[at - call.at : end - call.at])
            )
        at = end
