"""Whether the SQLCipher that was compiled here is the one our vault relies on.

    python3 packaging/build.py sqlcipher            the wheel of build/made, tried each time
    python3 packaging/build.py sqlcipher --tests    and the tests of the vault with it (minutes)

* Version 4 of the format, our OpenSSL by name and version, the full-text index, a file without
  a readable word in it, a wrong key refused, a flipped byte found, a key changed.
* ``--tests`` runs ``tests/vault`` under the runtime that is handed out, with the wheels that are
  handed out; a second reader (apsw-sqlite3mc) opens what was written. The sdist has no tests.
"""

import argparse
import shutil
import subprocess
import zipfile
from collections.abc import Sequence
from pathlib import Path

from making import places

_TOOLS = (
    *("apsw-sqlite3mc", "execnet", "hypothesis", "iniconfig", "pluggy", "pygments"),
    *("pytest", "pytest-qt", "pytest-socket", "pytest-xdist", "sortedcontainers"),
)
_PLAIN = "tests/vault/test_opening.py"  # it asks a plain sqlite3, which is not there
_VAULT = ("tests/vault", "--ignore", _PLAIN)
_TRIED = r"""
import pathlib, sys
from sqlcipher3 import dbapi2 as db
place, wrong = pathlib.Path("vault.db"), "00" * 32
def opened(key):
    one = db.connect(str(place))
    one.execute(f"PRAGMA key = \"x'{key}'\"")
    return one
def refused(what):
    try:
        what()
    except db.DatabaseError:
        return True
    return False
one = opened("11" * 32)
asked = lambda name: one.execute(f"PRAGMA {name}").fetchone()[0]
version, provider, engine = asked("cipher_version"), asked("cipher_provider"), asked("cipher_provider_version")
assert version.startswith("4."), version
assert provider == "openssl" and engine.startswith("OpenSSL 3.5."), (provider, engine)
assert asked("cipher_hmac_algorithm") == "HMAC_SHA512"
options = {row[0] for row in one.execute("PRAGMA compile_options")}
assert {"HAS_CODEC", "ENABLE_FTS5", "THREADSAFE=1", "TEMP_STORE=2"} <= options, options
one.execute("CREATE VIRTUAL TABLE words USING fts5(word, tokenize='trigram')")
one.executemany("INSERT INTO words VALUES (?)", [("상담 기록 %d" % at,) for at in range(500)])
one.commit()
assert one.execute("SELECT count(*) FROM words WHERE words MATCH ?", ('"상담 기"',)).fetchone() == (500,)
assert one.execute("PRAGMA cipher_integrity_check").fetchall() == []
one.execute("PRAGMA wal_checkpoint(TRUNCATE)")
one.close()
data = place.read_bytes()
assert "상담".encode() not in data and not data.startswith(b"SQLite")
assert refused(lambda: opened(wrong).execute("SELECT count(*) FROM words"))
assert opened("11" * 32).execute("SELECT count(*) FROM words").fetchone() == (500,)
other = opened("11" * 32)
other.execute("SELECT count(*) FROM words").fetchone()
other.execute("PRAGMA rekey = \"x'" + "22" * 32 + "'\"")
other.close()
assert refused(lambda: opened("11" * 32).execute("SELECT count(*) FROM words"))
data = bytearray(place.read_bytes())
data[4096 * 3 + 100] ^= 1
place.write_bytes(data)
assert opened("22" * 32).execute("PRAGMA cipher_integrity_check").fetchall() != []
print(f"SQLCipher {version}, SQLite {db.sqlite_version}, {engine}")
"""


def main(rest: Sequence[str]) -> int:
    """Try the wheel."""
    parser = argparse.ArgumentParser(prog="build.py sqlcipher", description="Try SQLCipher.")  # fmt: skip
    parser.add_argument(
        "--tests", nargs="*", help="and the tests of the vault, or these"
    )
    asked = parser.parse_args(rest)
    wheel = next((places.BUILD / "made" / "sqlcipher3").glob("*.whl"))
    print(prove(wheel), flush=True)
    if asked.tests is None:
        return 0
    failed = tests(asked.tests or _VAULT)
    print("FAIL" if failed else "PASS", "tests of the vault with the runtime and the wheels of Linux")  # fmt: skip
    return failed


def tests(chosen: Sequence[str]) -> int:
    """Run tests of ours with what is handed out; return pytest's exit code."""
    from making import cpython, tree, wheels  # noqa: PLC0415 - which ask for OpenSSL first

    lock = (places.PACKAGING / "requirements-check.txt").read_text(encoding="utf-8")
    others = [name for name, _ in wheels.PIN.findall(lock) if name not in _TOOLS]
    tools = wheels.fetch("linux", "".join(wheels.without(lock, others)), places.INPUTS / "check")  # fmt: skip
    place = places.PROVE / "sqlcipher"
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(places.runtime("linux"), place)
    beside = place / "lib" / f"python{cpython.VERSION}" / "site-packages"
    tree.unpack(places.wheels("linux"), beside)
    for wheel in tools:
        with zipfile.ZipFile(wheel) as packed:
            packed.extractall(beside)
    python = place / "bin" / f"python{cpython.VERSION}"
    words = ["nice", "-n", "10", python, "-s", "-B", "-X", "utf8", "-m", "pytest", "-n0", "-q", "-p", "no:cacheprovider", *chosen]  # fmt: skip
    env = places.environment({"PYTHONPATH": str(places.HOUSE), "QT_QPA_PLATFORM": "offscreen"})  # fmt: skip
    env.pop("SOURCE_DATE_EPOCH")
    return subprocess.run(words, cwd=places.HOUSE, env=env, check=False).returncode


def prove(wheel: Path) -> str:
    """Try a wheel under the runtime that it is made for; return what it is."""
    from making import cpython  # noqa: PLC0415 - which asks for OpenSSL first

    place = places.BUILD / "made" / "trial"
    shutil.rmtree(place, ignore_errors=True)
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(place)
    for path in place.rglob("*.so"):
        cpython.asks(path)
    python = places.runtime("linux") / "bin" / f"python{cpython.VERSION}"
    words = [python, "-s", "-S", "-B", "-X", "utf8", "-c", _TRIED]
    env = places.environment({"PYTHONPATH": str(place)})
    done = subprocess.run(words, cwd=place, env=env, check=False, capture_output=True, text=True)  # fmt: skip
    shutil.rmtree(place)
    if done.returncode:
        raise SystemExit(f"{wheel.name} is not what the vault needs:\n{done.stderr}")
    return done.stdout.strip()
