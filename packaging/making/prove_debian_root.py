"""The root of the proof of Debian: made by ``debootstrap``, entered by ``chroot``, without a network.

The stick is a folder of the root. The person who works is a user of the root like any other.
"""

import hashlib
import json
import os
import shutil
import signal
import stat
import struct
import subprocess
import time
import zlib
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from pathlib import Path

from making import debian, debian_needs, listing, notes, places, repository, signing

# what a Korean desktop has, and what a screen reader needs; nothing of it is ours
DESKTOP = ("xvfb", "xdotool", "dbus", "ibus", "ibus-hangul", "at-spi2-core", "python3-gi", "gir1.2-atspi-2.0", "gnome-keyring", "apparmor")  # fmt: skip
VERSIONS = ("0.0.9", "0.1.1", "0.1.2")
PERSON = "sangdam"
MEDIA = "/media/stick"
SHOTS = f"/home/{PERSON}/shots"
_PLAIN = {"PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LANG": "C.UTF-8", "HOME": "/root", "DEBIAN_FRONTEND": "noninteractive"}  # fmt: skip
_NO_DAEMONS = "#!/bin/sh\nexit 101\n"
_PATIENCE = 3_000


@dataclass(slots=True)
class Told:
    """The lines of the proof."""

    lines: list[tuple[bool, str]] = field(default_factory=list)

    def __call__(self, good: bool, what: str) -> None:
        """Say one line."""
        self.lines.append((good, what))
        print(f"{'PASS' if good else 'FAIL'} {what}", flush=True)

    def heard(self, line: str, before: str = "") -> bool | None:
        """Take over a line that was said inside; show it where it is none of the proof."""
        word, _, what = line.strip().partition(" ")
        if word in ("PASS", "FAIL"):
            self(word == "PASS", before + what)
            return word == "PASS"
        print(line.rstrip(), flush=True)
        return None

    def show(self, said: str, *begin: str) -> None:
        """Show the lines of what a tool said that begin so."""
        for line in said.splitlines():
            if any(word in line for word in begin):
                print(f"    | {line.strip()[:200]}", flush=True)

    def end(self) -> int:
        """Say every line once more; return what the shell is told."""
        print("\n== shown", flush=True)
        for good, what in self.lines:
            print("PASS" if good else "FAIL", what)
        failed = sum(not good for good, _ in self.lines)
        print(f"{len(self.lines) - failed} shown, {failed} failed", flush=True)
        return 1 if failed or not self.lines else 0


@dataclass(frozen=True, slots=True)
class Root:
    """One system below a folder."""

    folder: Path
    old: Path
    new: Path
    next: Path

    def at(self, name: str) -> Path:
        """Return where a file of the system lies."""
        return self.folder / name.lstrip("/")

    def run(self, *command: str, network: bool = False, person: str = "") -> subprocess.CompletedProcess[str]:  # fmt: skip
        """Run something in the system; by itself it has no network."""
        return subprocess.run(self.words(command, network=network, person=person), capture_output=True, text=True, errors="replace", check=False, env=_PLAIN)  # fmt: skip

    def words(self, command: Sequence[str], *, network: bool = False, person: str = "") -> list[str]:  # fmt: skip
        """Return the command that runs something in the system."""
        alone = [] if network else ["unshare", "--net"]
        home = ["env", f"HOME=/home/{person}"]
        as_person = ["runuser", "-u", person, "--", *home] if person else []
        return [*alone, "chroot", str(self.folder), *as_person, *command]

    def say(self, *command: str) -> str:
        """Return all that a command says."""
        return said_by(self.run(*command))

    def apt(self, *words: str) -> bool:
        """Let apt do something; show what it says where it refuses."""
        done = self.run("apt-get", "-y", "-q", *words)
        if done.returncode:
            print(said_by(done)[-1500:], flush=True)
        return done.returncode == 0 and "\nW: " not in said_by(done)

    def refused(self, *words: str) -> str:
        """Let apt try what must be refused; return what was said."""
        done = self.run("apt-get", "-y", "-q", *words)
        must(done.returncode != 0, f"apt-get {words[0]} was not refused: {said_by(done)[-300:]}")  # fmt: skip
        return said_by(done)

    def version(self) -> str:
        """Return the version that is installed, as dpkg and the program itself say it."""
        packed = self.run("dpkg-query", "-W", "-f", "${Version}", "ieum").stdout.strip()
        told = self.at("/usr/lib/ieum/BUILD.json")
        own = json.loads(told.read_text())["version"] if told.is_file() else "?"
        return packed if packed == own else f"{packed} and {own}"

    def stick(self, source: Path) -> None:
        """Connect another stick; trust its signer the first time, as its README says."""
        place = self.at(MEDIA)
        shutil.rmtree(place, ignore_errors=True)
        shutil.copytree(source, place)
        keyring = self.at(f"/usr/share/keyrings/{repository.KEYRING}")
        if not keyring.is_file():
            shutil.copyfile(place / repository.KEYRING, keyring)
            told = (place / "ieum.sources").read_text().replace("@HERE@", MEDIA)
            self.at("/etc/apt/sources.list.d/ieum.sources").write_text(told)

    def desk(self, step: str, told: Told) -> None:
        """Let the person of the root do something at the window."""
        shutil.copyfile(debian.HERE / "proof" / "desk.py", self.at("/usr/local/bin/desk.py"))  # fmt: skip
        words = self.words(["python3", "/usr/local/bin/desk.py", step], person=PERSON)
        with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True, errors="replace", env={**_PLAIN, "HOME": f"/home/{PERSON}"}) as done:  # fmt: skip
            said = [told.heard(line) for line in done.stdout or ()]
        whole = done.returncode == 0 and True in said
        must(whole or False in said, f"the person could not do: {step} ({done.returncode})")  # fmt: skip

    def sums(self, name: str) -> dict[str, str]:
        """Return the SHA-256 of every file below a folder; there must be some."""
        here = self.at(name)
        found = {str(one.relative_to(here)): hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(here.rglob("*")) if one.is_file()}  # fmt: skip
        must(bool(found), f"nothing lies below {name}")
        return found

    @contextmanager
    def open_window(self) -> Iterator[None]:
        """Have the window open meanwhile."""
        words = self.words(["env", "QT_QPA_PLATFORM=offscreen", "ieum-window"], person=PERSON)  # fmt: skip
        with subprocess.Popen(words, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_PLAIN) as window:  # fmt: skip
            try:
                until(lambda: any("/ieum/runtime/" in one[1] for one in self.running()))
                yield
            finally:
                for number, exe in self.running():
                    if "/ieum/runtime/" in exe:
                        os.kill(number, signal.SIGTERM)
                window.wait()

    def running(self) -> list[tuple[int, str]]:
        """Return what runs in the system: number and program."""
        found = []
        for one in Path("/proc").glob("[0-9]*"):
            with suppress(OSError):
                if (one / "root").readlink() == self.folder:
                    found.append((int(one.name), str((one / "exe").readlink())))
        return found

    def cut(self, *words: str) -> str:
        """Let apt begin, and kill it and dpkg while files are laid; return when that was."""
        into = self.at("/usr/lib/ieum/app/intake")
        with subprocess.Popen(self.words(["apt-get", "-y", "-q", *words]), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=_PLAIN) as running:  # fmt: skip
            until(lambda: running.poll() is not None or any(one.name.endswith(".dpkg-new") for one in into.iterdir()))  # fmt: skip
            for number, _ in self.running():
                with suppress(ProcessLookupError):
                    os.kill(number, signal.SIGKILL)
        half = sum(1 for _ in self.at("/usr/lib/ieum").rglob("*.dpkg-new"))
        state = self.run("dpkg-query", "-W", "-f", "${Status}", "ieum").stdout
        return f"{half} files of the new version lay beside the old ones; dpkg: {state}" if half else ""  # fmt: skip


def ready(folder: Path, suite: str, mirror: str, tree: Path, told: Told) -> Root:
    """Make what the proof needs: three versions, their sticks, a fresh root."""
    folder.mkdir(parents=True, exist_ok=True)
    sticks = [stick(tree, version, folder) for version in VERSIONS]
    debs = [next((one / "apt").rglob("*.deb")) for one in sticks]
    bare = base(folder, suite, mirror)
    desk = desktop(folder, needed(folder, bare, debs[0], told))
    live = folder / "root"
    _copy(desk, live)
    (
        live / "etc/apt/sources.list"
    ).unlink()  # a laptop without a network: it knows the stick
    _mount(live)
    root = Root(live, *sticks)
    root.run("useradd", "-m", PERSON)
    user = root.say("id", "-u", PERSON).strip()
    root.run("install", "-d", "-m", "700", "-o", PERSON, f"/run/user/{user}")
    return root


def stick(tree: Path, version: str, folder: Path) -> Path:
    """Return a stick with the tree under another version, signed as that."""
    out = folder / "sticks" / version
    mark = _mark(tree, version)
    if (out / "made-from").is_file() and (out / "made-from").read_text() == mark:
        return out
    own = folder / f"tree-{version}"
    shutil.rmtree(own, ignore_errors=True)
    subprocess.run(["cp", "-al", str(tree), str(own)], check=True)
    said = json.loads((own / "BUILD.json").read_text())
    for name in ("BUILD.json", listing.LIST, listing.SIGNATURE):
        (own / name).unlink()  # the tree itself keeps its own
    words = json.dumps({**said, "version": version}, sort_keys=True, separators=(",", ":"))  # fmt: skip
    (own / "BUILD.json").write_text(words)
    signing.sign(listing.write(own))
    deb = debian.make(debian.plan(own, folder / "debs", quick=True))
    repository.make(deb, out)
    (out / "made-from").write_text(mark)
    shutil.rmtree(own)
    return out


def base(folder: Path, suite: str, mirror: str) -> Path:
    """Return the minimal root; made once."""
    bare = folder / "bare"
    if not (bare / "made").is_file():
        shutil.rmtree(bare, ignore_errors=True)
        print(f"debootstrap --variant=minbase {suite} {mirror}", flush=True)
        places.run("debootstrap", "--variant=minbase", suite, bare, mirror)
        (bare / "usr/sbin/policy-rc.d").write_text(_NO_DAEMONS)
        (bare / "usr/sbin/policy-rc.d").chmod(0o755)
        (bare / "made").write_text(suite)
    return bare


def needed(folder: Path, bare: Path, deb: Path, told: Told) -> Path:
    """Return the minimal root with what the package asks of Debian, and nothing else."""
    asked = subprocess.run(["dpkg-deb", "-f", str(deb), "Depends"], check=True, capture_output=True, text=True).stdout.strip()  # fmt: skip
    names = " ".join(one.split("(")[0].strip() for one in asked.split(","))
    place = _grown(folder / "needed", bare, names)
    _mount(place)
    told(*whole(Root(place, place, place, place), deb))
    _unmount(place)
    return place


def desktop(folder: Path, before: Path) -> Path:
    """Return that root with a desktop and a Korean input method."""
    return _grown(folder / "desktop", before, " ".join(DESKTOP))


def _grown(place: Path, before: Path, names: str) -> Path:
    """Return a root that is another one with packages of Debian; made once."""
    made = f"{(before / 'made').read_text()} {names}"
    if (place / "made").is_file() and (place / "made").read_text() == made:
        return place
    _copy(before, place)
    shutil.copyfile("/etc/resolv.conf", place / "etc/resolv.conf")
    _mount(place)
    print(f"apt-get install {names}", flush=True)
    done = Root(place, place, place, place).run("sh", "-c", f"apt-get -q update && apt-get -y -q --no-install-recommends install {names}", network=True)  # fmt: skip
    must(done.returncode == 0, said_by(done)[-800:])
    _unmount(place)
    (place / "made").write_text(made)
    return place


def whole(root: Root, deb: Path) -> tuple[bool, str]:
    """Look whether every library is found where only the minimal root and Depends are there."""
    trial = root.at("/trial")
    subprocess.run(["dpkg-deb", "-x", str(deb), str(trial)], check=True)
    look = "find /trial/usr/lib/ieum -type f \\( -name '*.so*' -o -path '*/runtime/bin/*' \\) -exec ldd {} + 2>/dev/null"  # fmt: skip
    rows = root.run("sh", "-c", look).stdout.splitlines()
    missing = sorted({row.strip() for row in rows if "not found" in row})
    found = {row.split()[0] for row in rows if "=> /" in row}
    print("".join(f"{row}\n" for row in missing[:10]), end="", flush=True)
    shutil.rmtree(trial)
    return bool(found) and not missing, f"in the minimal root every library is found by what Depends names, without a desktop ({len(found)} libraries)"  # fmt: skip


def forget_lists(root: Root) -> None:
    """As on a laptop that never saw this stick: apt compares with nothing of before."""
    shutil.rmtree(root.at("/var/lib/apt/lists"))


def pictured(source: Path, target: Path) -> None:
    """Write what an X server left of its screen (XWD, 32 bits) as PNG."""
    data = source.read_bytes()
    head = struct.unpack(">25I", data[:100])
    start, width, height, line = head[0] + head[19] * 12, head[4], head[5], head[12]
    rows = bytearray()
    for at in range(height):
        row = data[start + at * line :][: width * 4]
        turned = bytearray(width * 3)
        turned[0::3], turned[1::3], turned[2::3] = row[2::4], row[1::4], row[0::4]
        rows += b"\0" + turned
    parts = ((b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)), (b"IDAT", zlib.compress(bytes(rows))), (b"IEND", b""))  # fmt: skip
    chunks = (struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body)) for kind, body in parts)  # fmt: skip
    target.write_bytes(b"\x89PNG\r\n\x1a\n" + b"".join(chunks))
    source.unlink()


def said_by(done: subprocess.CompletedProcess[str]) -> str:
    """Return all that a command said."""
    return f"{done.stdout}{done.stderr}"


def must(so: bool, words: str) -> None:
    """Break off a step of the proof where something is not so."""
    if not so:
        raise AssertionError(words)


def until(what: Callable[[], bool]) -> None:
    """Wait until something is so."""
    for _ in range(_PATIENCE):
        if what():
            return
        time.sleep(0.02)
    raise AssertionError("it did not happen")


def _mark(tree: Path, version: str) -> str:
    digest = hashlib.sha256((tree / listing.SIGNATURE).read_bytes())
    making = [Path(one.__file__ or "") for one in (debian, debian_needs, repository, notes)]  # fmt: skip
    laid = [one for one in debian.HERE.rglob("*") if "proof" not in one.parts]
    told = [*notes.CHANGES.rglob("*"), places.PACKAGING / "policy.toml"]
    for one in sorted({*making, *laid, *told}):
        if one.is_file():
            digest.update(one.read_bytes())
    return f"{version} {digest.hexdigest()} {repository.fingerprint()}"


def _copy(source: Path, target: Path) -> None:
    _unmount(target)
    shutil.rmtree(target, ignore_errors=True)
    subprocess.run(["cp", "-a", "--reflink=auto", str(source), str(target)], check=True)


def _mount(root: Path) -> None:
    for words in (("proc", "proc"), ("tmpfs", "run"), ("tmpfs", "dev")):
        subprocess.run(["mount", "-t", words[0], words[0], str(root / words[1])], check=True)  # fmt: skip
    _devices(root / "dev")
    (root / "tmp/.X11-unix").mkdir(exist_ok=True)
    for shared in ("tmp", "tmp/.X11-unix"):
        (root / shared).chmod(0o1777)


def _devices(folder: Path) -> None:
    """Lay a ``/dev`` of its own: nothing that is removed later is this machine's."""
    for name, minor in (("null", 3), ("zero", 5), ("full", 7), ("random", 8), ("urandom", 9)):  # fmt: skip
        os.mknod(folder / name, stat.S_IFCHR, os.makedev(1, minor))
        (folder / name).chmod(0o666)
    for name in ("shm", "pts"):
        (folder / name).mkdir()
        (folder / name).chmod(0o1777)
    subprocess.run(["mount", "-t", "devpts", "-o", "newinstance,ptmxmode=666", "devpts", str(folder / "pts")], check=True)  # fmt: skip
    for name, to in (("ptmx", "pts/ptmx"), ("fd", "/proc/self/fd"), ("stdin", "fd/0"), ("stdout", "fd/1"), ("stderr", "fd/2")):  # fmt: skip
        (folder / name).symlink_to(to)


def _unmount(root: Path) -> None:
    for name in ("proc", "dev", "run"):
        subprocess.run(["umount", "-R", "-l", str(root / name)], check=False, capture_output=True)  # fmt: skip
