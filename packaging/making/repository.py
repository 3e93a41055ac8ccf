"""The folder from which ``apt`` installs: on a stick, a share or a disk, signed as a whole.

    python3 packaging/build.py apt [DEB] [--out DIR] [--days N]

* ``reprepro`` lays the packages and their index, ``gpg`` signs the index; ``apt`` then believes
  nothing that the index does not name by its SHA-256.
* The key is that of the archive (``making.signing``): IT names it by ``IEUM_RELEASE_GPG``, in
  its own keyring or on a card; where none is named, one for trying out lies in ``build/keys/``.
* An index is good for half a year: an old stick cannot hold anybody on an old version for ever.
* One version lies in the folder. Whoever has a newer one is told so by ``apt``.
"""

import argparse
import os
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from making import places

HERE = places.PACKAGING / "debian" / "stick"
SUITE, KEYRING, DAYS = "ieum", "ieum-archive-keyring.gpg", 180
_WHO = "ieum development <release@ieum.example>"
_CONF = """Origin: Ieum
Label: Ieum
Suite: {suite}
Codename: {suite}
Version: {version}
Architectures: amd64
Components: main
Description: Ieum for Debian 12 and 13
SignWith: {fingerprint}
ValidFor: {days}d
"""


def main(rest: Sequence[str]) -> int:
    """Make the folder of a stick."""
    parser = argparse.ArgumentParser(prog="build.py apt")
    parser.add_argument("deb", type=Path, nargs="?", help="else that of build/dist")
    parser.add_argument("--out", type=Path, default=places.DIST / "stick")
    parser.add_argument("--days", type=int, default=DAYS, help="how long it is good")
    asked = parser.parse_args(rest)
    deb = asked.deb or places.DIST / f"ieum_{places.version()}_amd64.deb"
    if not deb.is_file():
        raise SystemExit(f"Not made yet: {deb}")
    out = make(deb.resolve(), asked.out.resolve(), days=asked.days)
    print(f"{out}: signed by {fingerprint()}")
    return 0


def make(deb: Path, out: Path, *, days: int = DAYS, home: Path | None = None) -> Path:
    """Make the folder anew with one package in it; ``home`` is another keyring to sign with."""
    shutil.rmtree(out, ignore_errors=True)
    apt = out / "apt"
    (apt / "conf").mkdir(parents=True)
    signer = fingerprint(home)
    version = _asked("dpkg-deb", "--field", str(deb), "Version")
    told = _CONF.format(suite=SUITE, version=version, fingerprint=signer, days=days)
    (apt / "conf" / "distributions").write_text(told, encoding="utf-8")
    places.run("reprepro", "--silent", "-b", apt, "includedeb", SUITE, deb, adding=environment(home))  # fmt: skip
    for spare in ("conf", "db"):
        shutil.rmtree(apt / spare)
    _export(out / KEYRING, signer, home)
    _words(out, version, signer)
    return out


def environment(home: Path | None = None) -> Mapping[str, str]:
    """Return what ``gpg`` must know: whose keyring is meant."""
    if home is None and os.environ.get("IEUM_RELEASE_GPG"):
        return {}
    return {"GNUPGHOME": str(_home(home))}


def fingerprint(home: Path | None = None) -> str:
    """Return the fingerprint of the key that signs; one for trying out is made where none is."""
    named = os.environ.get("IEUM_RELEASE_GPG", "") if home is None else ""
    found = _secret(home, named)
    if named and not found:
        raise SystemExit(f"No such key: {named}")
    if not found:
        made = ("--quick-generate-key", _WHO, "ed25519", "sign", "never")
        _gpg(home, "--passphrase", "", *made)
        found = _secret(home, "")
    return found


def again(out: Path, home: Path | None = None) -> None:
    """Sign the index that lies in ``out`` once more, whatever it says now."""
    release = out / "apt" / "dists" / SUITE / "Release"
    signer = fingerprint(home)
    for name, how in (("InRelease", "--clearsign"), ("Release.gpg", "--detach-sign")):
        armored = ("--armor",) if how == "--detach-sign" else ()
        _gpg(home, "--local-user", signer, *armored, "--output", str(release.with_name(name)), how, str(release))  # fmt: skip


def _words(out: Path, version: str, signer: str) -> None:
    release = (out / "apt" / "dists" / SUITE / "Release").read_text(encoding="utf-8")
    until = next(row for row in release.splitlines() if row.startswith("Valid-Until:"))
    spaced = " ".join(signer[at : at + 4] for at in range(0, len(signer), 4))
    words = (HERE / "README.txt").read_text(encoding="utf-8")
    for key, word in (
        ("VERSION", version),
        ("FINGERPRINT", spaced),
        ("UNTIL", until.split(": ")[1]),
    ):
        words = words.replace(f"@{key}@", word)
    (out / "README.txt").write_text(words, encoding="utf-8")
    shutil.copyfile(HERE / "ieum.sources", out / "ieum.sources")


def _export(place: Path, signer: str, home: Path | None) -> None:
    place.write_bytes(_gpg(home, "--export", "--export-options", "export-minimal", signer))  # fmt: skip


def _secret(home: Path | None, named: str) -> str:
    said = _gpg(home, "--list-secret-keys", "--with-colons", *filter(None, (named,))).decode()  # fmt: skip
    return next((row.split(":")[9] for row in said.splitlines() if row.startswith("fpr:")), "")  # fmt: skip


def _gpg(home: Path | None, *words: str) -> bytes:
    command = ("gpg", "--batch", "--yes", "--quiet", "--no-auto-check-trustdb", *words)
    done = subprocess.run(command, env=places.environment(environment(home)), capture_output=True, check=False)  # fmt: skip
    if done.returncode:
        raise SystemExit(done.stderr.decode(errors="replace").strip() or "gpg refuses")
    return done.stdout


def _home(home: Path | None) -> Path:
    own = home or places.KEYS / "gnupg"
    own.mkdir(parents=True, exist_ok=True, mode=0o700)
    return own


def _asked(*command: str) -> str:
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.strip()  # fmt: skip
