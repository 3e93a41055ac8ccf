"""Signatures that Windows itself checks (Authenticode), made on Linux by ``osslsigncode``.

* IT names its certificate by ``IEUM_AUTHENTICODE``, a TOML file:

      certs = "signer.pem"                 # the certificate, and below it those that lead up
      chain = "between.pem"                # optional: those between, where they lie elsewhere
      key = "signer.key"                   # a file, or what the token calls its key
      module = "/usr/lib/…/pkcs11.so"      # PKCS#11: the key never leaves the token
      engine = "/usr/lib/…/pkcs11.so"      # optional: OpenSSL's engine for it
      pass_file = "pin.txt"                # optional: one line
      roots = "ca.pem"                     # what the signatures are checked against at once
      timestamp = "http://tsa.example"     # RFC 3161, or a stamp of one's own, offline:
      tsa_certs = "tsa.pem"
      tsa_key = "tsa.key"

  Paths are read from the folder of that file.
* Where none is named, a CA for trying out is made under ``build/keys/authenticode``; no Windows
  believes it, and the channel of the build says ``development``.
* Time and salt are fixed, so that signing the same bytes twice gives the same bytes, unless a
  server stamps them.
"""

import os
import shutil
import struct
import subprocess
import tomllib
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from making import places

NAMED = "IEUM_AUTHENTICODE"
_PATHS = ("certs", "chain", "module", "engine", "pass_file", "roots", "tsa_certs", "tsa_key")  # fmt: skip
_DAYS = "3650"
_PE32_PLUS = 0x20B


@dataclass(frozen=True, slots=True)
class Signer:
    """Who signs, and how it is reached."""

    certs: str
    key: str
    roots: str = ""
    chain: str = ""
    module: str = ""
    engine: str = ""
    pass_file: str = ""
    timestamp: str = ""
    tsa_certs: str = ""
    tsa_key: str = ""


def signer() -> Signer:
    """Return who signs this build."""
    named = os.environ.get(NAMED)
    if not named:
        return trial()
    return read(Path(named))


def read(file: Path) -> Signer:
    """Read what IT said of its certificate; a name that is not known is refused."""
    said = {name: str(value) for name, value in tomllib.loads(file.read_text("utf-8")).items()}  # fmt: skip
    unknown = said.keys() - set(Signer.__slots__)
    if unknown or not {"certs", "key"} <= said.keys():
        raise SystemExit(f"{file}: needs certs and key; not known: {', '.join(sorted(unknown)) or 'none'}")  # fmt: skip
    here = file.resolve().parent
    paths = [*_PATHS, *(() if said.get("module") else ("key",))]
    return Signer(**{name: str(here / value) if name in paths else value for name, value in said.items()})  # fmt: skip


def trial() -> Signer:
    """Return a signer under a CA that was made here, and that nobody trusts."""
    home = places.KEYS / "authenticode"
    if not (home / "signer.pem").is_file():
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        _make_ca(home)
    return Signer(certs=str(home / "signer.pem"), key=str(home / "signer.key"), roots=str(home / "ca.pem"))  # fmt: skip


def sign(files: Iterable[Path], made: int, who: Signer | None = None) -> int:
    """Sign files in their place as of ``made``, check each one, and return how many there were."""
    used = who or signer()
    count = 0
    for file in files:
        signed = file.with_name(file.name + ".signed")
        signed.unlink(missing_ok=True)
        done = _said("osslsigncode", "sign", *_words(used, made), "-in", str(file), "-out", str(signed))  # fmt: skip
        if done.returncode or not signed.is_file():
            raise SystemExit(f"{file.name} was not signed:\n{done.stdout}{done.stderr}")
        shutil.copymode(file, signed)
        signed.replace(file)
        if used.roots and not fits(file, used.roots, used.tsa_certs):
            raise SystemExit(f"{file.name}: the signature does not lead to {used.roots}")  # fmt: skip
        count += 1
    return count


def fits(file: Path, roots: str, tsa_roots: str = "") -> bool:
    """Whether a file carries a signature that leads to ``roots`` and fits its bytes."""
    stamps = ("-TSA-CAfile", tsa_roots or roots)
    return _said("osslsigncode", "verify", "-ignore-crl", "-CAfile", roots, *stamps, "-in", str(file)).returncode == 0  # fmt: skip


def unsigned(root: Path) -> Iterator[Path]:
    """Return every program and library of a tree that nobody has signed yet."""
    for path in sorted(root.rglob("*")):
        if path.suffix.lower() in (".exe", ".dll", ".pyd") and not _is_signed(path):
            yield path


def _is_signed(path: Path) -> bool:
    """Whether a PE file has a certificate table (PE32+ keeps it as the fifth directory)."""
    with path.open("rb") as file:
        head = file.read(4096)
    at = struct.unpack_from("<I", head, 0x3C)[0] if head[:2] == b"MZ" else 0
    if not at or head[at : at + 4] != b"PE\0\0":
        raise SystemExit(f"Not a program of Windows: {path}")
    if struct.unpack_from("<H", head, at + 24)[0] != _PE32_PLUS:
        raise SystemExit(f"Not for 64 bits: {path}")
    return bool(struct.unpack_from("<I", head, at + 24 + 112 + 4 * 8 + 4)[0])


def _words(who: Signer, made: int) -> list[str]:
    words = ["-certs", who.certs, "-key", who.key, "-h", "sha256", "-n", "Ieum", "-time", str(made)]  # fmt: skip
    told = {"-ac": who.chain, "-pkcs11module": who.module, "-pkcs11engine": who.engine, "-readpass": who.pass_file, "-ts": who.timestamp, "-TSA-certs": who.tsa_certs, "-TSA-key": who.tsa_key}  # fmt: skip
    for option, value in told.items():
        words += [option, value] if value else []
    if who.tsa_certs:
        words += ["-TSA-time", str(made)]
    return words


def _make_ca(home: Path) -> None:
    """Make a root and a signer below it, for a build that is tried out."""
    root = ("-x509", "-keyout", "ca.key", "-out", "ca.pem", "-subj", "/CN=Ieum development root", "-addext", "basicConstraints=critical,CA:TRUE", "-addext", "keyUsage=critical,keyCertSign,cRLSign")  # fmt: skip
    own = ("-x509", "-CA", "ca.pem", "-CAkey", "ca.key", "-keyout", "signer.key", "-out", "signer.pem", "-subj", "/O=Ieum/CN=Ieum development", "-addext", "basicConstraints=critical,CA:FALSE", "-addext", "keyUsage=critical,digitalSignature", "-addext", "extendedKeyUsage=codeSigning")  # fmt: skip
    for words in (root, own):
        done = _said("openssl", "req", "-new", "-newkey", "rsa:3072", "-noenc", "-sha256", "-days", _DAYS, *words, where=home)  # fmt: skip
        if done.returncode:
            raise SystemExit(f"No certificate for trying out:\n{done.stderr}")


def _said(*command: str, where: Path | None = None) -> "subprocess.CompletedProcess[str]":  # fmt: skip
    try:
        return subprocess.run(command, cwd=where, check=False, capture_output=True, text=True)  # fmt: skip
    except FileNotFoundError:
        raise SystemExit(f"{command[0]} is missing: apt-get install osslsigncode openssl") from None  # fmt: skip
