"""What somebody who wants in would try: other bytes on the stick, another signer, an installed file.

Every one of these is refused, by words that are shown as they are said.
"""

import gzip
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from making import repository
from making.digest import sha256
from making.prove_debian_root import MEDIA, Root, Told, forget_lists, must, said_by

_WORDS = ("E:", "W:", "Err", "NO_PUBKEY", "Missing key", "mismatch", "expired", "not signed")  # fmt: skip
INSTALLED = "/usr/lib/ieum/app/resources/text/ko/errors.ftl"
LISTS = "/var/lib/apt/lists"


def package(root: Root, told: Told) -> None:
    """One bit of the package on the stick is another."""
    with _stick(root) as apt:
        _flip(next(apt.rglob("*.deb")))
        root.apt("update")
        said = root.refused("install", "--reinstall", "ieum")
        told("Hash Sum mismatch" in said, "a package with one bit flipped is refused by apt; the words:")  # fmt: skip
        told.show(said, *_WORDS)


def index(root: Root, told: Told) -> None:
    """Package and index were both written anew; the signature is the old one."""
    with _stick(root) as apt:
        deb = next(apt.rglob("*.deb"))
        before = sha256(deb)
        _flip(deb)
        packages = next(apt.rglob("Packages"))
        words = packages.read_text().replace(before, sha256(deb))
        packages.write_text(words)
        packages.with_name("Packages.gz").write_bytes(gzip.compress(words.encode()))
        forget_lists(root)
        said = root.refused("update")
        told("Hash Sum mismatch" in said or "unexpected size" in said, "an index written anew is refused by apt; the words:")  # fmt: skip
        told.show(said, *_WORDS)


def signer(root: Root, told: Told) -> None:
    """All of the stick was signed by somebody else."""
    with _stick(root) as apt:
        repository.again(apt.parent, root.at("/root/stranger"))
        _still_old(root, told, "a stick signed by somebody else is refused by apt", "NO_PUBKEY", "Missing key")  # fmt: skip
    shutil.rmtree(root.at("/root/stranger"), ignore_errors=True)


def unsigned(root: Root, told: Told) -> None:
    """Nobody signed."""
    with _stick(root) as apt:
        for name in ("InRelease", "Release.gpg"):
            (apt / "dists" / repository.SUITE / name).unlink()
        _still_old(root, told, "a stick without a signature is refused by apt", "signed.")  # fmt: skip


def expired(root: Root, told: Told) -> None:
    """A stick of long ago, rightly signed."""
    with _stick(root) as apt:
        release = apt / "dists" / repository.SUITE / "Release"
        past = re.sub(r"(?m)^Valid-Until: .*$", "Valid-Until: Mon, 02 Mar 2026 00:00:00 UTC", release.read_text())  # fmt: skip
        release.write_text(re.sub(r"(?m)^Date: .*$", "Date: Mon, 02 Feb 2026 00:00:00 UTC", past))  # fmt: skip
        repository.again(apt.parent)
        forget_lists(root)
        said = root.refused("update")
        told("expired" in said, "a stick that is too old is refused by apt; the words:")
        told.show(said, *_WORDS)


def installed(root: Root, told: Told) -> None:
    """A file of the installed program is another."""
    place = root.at(INSTALLED)
    whole = place.read_bytes()
    place.write_bytes(whole + b"\n# other words\n")
    seen = root.say("dpkg", "-V", "ieum")
    told(INSTALLED in seen, "dpkg -V names the changed file; the words:")
    told.show(seen, INSTALLED)
    said = root.run("env", "LANG=ko_KR.UTF-8", "ieum", "look")
    told(said.returncode != 0 and "errors.ftl" in said_by(said), "the command ieum refuses; the words:")  # fmt: skip
    print("".join(f"    | {line}\n" for line in said_by(said).splitlines()), end="")
    root.desk("altered", told)
    root.stick(root.next)
    root.apt("update")
    told(root.apt("install", "--reinstall", "ieum") and place.read_bytes() == whole, "apt-get install --reinstall ieum mends it")  # fmt: skip
    strange = root.at("/usr/lib/ieum/app/stranger.pth")
    strange.write_text("import os\n")
    more = root.run("ieum", "look")
    told(more.returncode != 0 and "stranger.pth" in said_by(more), "a file that was added is refused too")  # fmt: skip
    strange.unlink()


STEPS: dict[str, Callable[[Root, Told], None]] = {
    "package": package,
    "index": index,
    "signer": signer,
    "unsigned": unsigned,
    "expired": expired,
    "installed": installed,
}


@contextmanager
def _stick(root: Root) -> Iterator[Path]:
    """Have a stick at hand that may be spoiled; apt believed it as it was."""
    root.stick(root.next)
    forget_lists(root)
    must(root.apt("update"), "apt does not believe a stick that nobody spoiled")
    try:
        yield root.at(MEDIA) / "apt"
    finally:
        root.stick(root.next)


def _still_old(root: Root, told: Told, what: str, *either: str) -> None:
    """Update must say one of these words (Debian 12, 13), and what apt knew before must stand."""
    known = _index(root)
    done = root.run("apt-get", "-q", "update")
    refused = done.returncode != 0 or "\nW: " in said_by(done)
    told(refused and any(word in said_by(done) for word in either), f"{what}; the words:")  # fmt: skip
    told.show(said_by(done), *_WORDS)
    told(_index(root) == known, "and what apt knew before is still what it knows")


def _index(root: Root) -> dict[str, str]:
    """Return what apt keeps of the stick that it believed last."""
    kept = {name: sha for name, sha in root.sums(LISTS).items() if name.startswith("_")}
    must(len(kept) > 1, "apt knows no stick")
    return kept


def _flip(file: Path) -> None:
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data)
