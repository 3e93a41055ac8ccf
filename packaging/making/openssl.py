"""OpenSSL 3.5 (LTS, supported until April 2030), as the runtime and the vault need it.

* Static and position independent: it is linked into ``_ssl``, ``_hashlib`` and SQLCipher, whose
  own symbols stay hidden, so that no other library of the system can stand in its place.
* What nobody here speaks is left out: QUIC, DTLS, CMP, CMS, time stamps, the ciphers of the
  nineties, engines and modules. It reads no openssl.cnf; certificates of the system lie
  where Debian has them.
* ``-O2`` without symbols and without a path in any flag: the same bytes from any folder.
"""

import argparse
import os
from collections.abc import Sequence
from pathlib import Path

from making import inputs, places

MADE = places.BUILD / "made"
_FLAGS = {"CFLAGS": "-O2 -ffunction-sections -fdata-sections", **inputs.CLOCK}
_LEFT_OUT = (
    *("shared", "module", "dso", "engine", "apps", "docs", "tests", "autoload-config"),
    *("afalgeng", "ui-console", "quic", "dtls", "cmp", "cms", "ts", "ct", "srp"),
    *("ssl3", "weak-ssl-ciphers", "comp", "legacy", "sm2", "sm3", "sm4", "aria", "bf"),
    *("camellia", "cast", "idea", "seed", "rc2", "rc4", "md4", "mdc2", "whirlpool"),
    *("gost", "siphash", "slh-dsa", "dsa", "ec2m"),
)
_CONFIGURED = (
    *("linux-x86_64", "--prefix=/ieum", "--openssldir=/etc/ssl", "--libdir=lib"),
    *(f"no-{one}" for one in _LEFT_OUT),
    "enable-ec_nistp_64_gcc_128",
)
LIBRARIES = ("libcrypto.a", "libssl.a")


def main(rest: Sequence[str]) -> int:
    """Make it."""
    parser = argparse.ArgumentParser(prog="build.py openssl", description="Compile OpenSSL.")  # fmt: skip
    parser.add_argument("--again", action="store_true", help="compile again")
    print(make(again=parser.parse_args(rest).again))
    return 0


def make(where: Path = MADE / "openssl", *, again: bool = False) -> Path:
    """Compile OpenSSL below ``where``; return the folder with ``include`` and ``lib``."""
    out = where / "out"
    recipe = " ".join((*_CONFIGURED, *_FLAGS.values(), inputs.of("openssl")[0].sha256))
    stamp = out / "recipe"
    if not again and stamp.is_file() and stamp.read_text() == recipe:
        return out
    source = inputs.lay_source("openssl", where)
    places.run("./Configure", *_CONFIGURED, where=source, adding=_FLAGS)
    places.run("make", "-s", f"-j{os.cpu_count() or 1}", "build_libs", where=source, adding=_FLAGS, kindly=True)  # fmt: skip
    lay(source, out)
    stamp.write_text(recipe)
    return out


def lay(source: Path, out: Path) -> None:
    """Lay out what is linked against; in the tree of the source both already lie in place."""
    (out / "lib").mkdir(parents=True, exist_ok=True)
    places.run("cp", "-r", source / "include", out)
    for name in LIBRARIES:
        places.run("cp", source / name, out / "lib" / name)
