"""Ask the doctor on a healthy computer and on broken ones: ``build.py prove support``.

* Needed: the tree of ``build.py tree`` (or ``--source``: this checkout and its venv), as root:
  unshare, mount, xvfb-run, dbus-run-session, gnome-keyring, ibus, ibus-hangul; with imagemagick
  the window is photographed too.
* Every system is made anew and really broken: a bind mount that is read-only, no bus and so no
  keyring, no engine of ibus, bytes of the vault, a clock behind the vault's last change, a
  disk of four megabytes, a flipped byte of the program, a module of it cut in half.
* The last lines are PASS or FAIL for each; the words and pictures lie in build/prove/support.
"""

import argparse
import json
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from making import places

_PATIENCE_S: Final = 900
_SEEN: Final = 15  # pictures a second apart on which the window shows something
_SPOKEN: Final = "느린 강물 위의 달빛과 자전거"
# the page before all others has nothing in its lower half: the picture waits for what comes after
# it, and for what is found out while it is there
_HEAD: Final = """
set -u
{keyring}
{typing}
printf '{{"passphrase": "{passphrase}"}}' > "$HOME/secrets.json"
F="$XDG_DATA_HOME/ieum/workspace"
{ieum} --secrets "$HOME/secrets.json" --json create --center-code I1 --center-name 센터 \\
  --device-name 노트북 --counselor 상담원 --code-is-kept > "$BASE/made.json" 2> "$BASE/made.err"
{breaks}
{ieum} --json doctor > "$BASE/doctor.json" 2> "$BASE/doctor.err"; echo $? > "$BASE/exit"
{ieum} --speak ko doctor > "$BASE/doctor.txt" 2>&1
{ieum} --speak en doctor > "$BASE/doctor.en.txt" 2>&1
{window} > "$BASE/window.txt" 2>&1 &
seen=0
for n in $(seq 180); do sleep 1; command -v import > /dev/null || break; import -window root "$BASE/window.png"
  [ "$(convert "$BASE/window.png" -crop 1280x380+0+420 -format %k info:)" -gt 1 ] && seen=$((seen + 1))
  [ $seen -ge {seen} ] && break; done
echo $seen > "$BASE/seen"
kill $! 2> /dev/null; wait $! 2> /dev/null
exit 0
"""
_KEYRING: Final = "printf '\\n' | gnome-keyring-daemon --unlock --components=secrets > /dev/null 2>&1; sleep 2"  # fmt: skip
_TYPING: Final = "export QT_IM_MODULE=ibus; ibus-daemon -d -x -r --panel disable > /dev/null 2>&1; sleep 3"  # fmt: skip


@dataclass(frozen=True)
class Broken:
    """One system: how it is broken, and what the doctor must find and nothing else."""

    finds: tuple[str, ...] = ()
    breaks: str = ":"
    keyring: str = _KEYRING
    typing: str = _TYPING
    bus: bool = True
    vault: bool = True  # one can be made before it is broken
    spoils: str = ""  # the file of the program in which a byte is flipped
    cut: bool = False  # or that is cut in half
    says: str = ""  # where the doctor itself cannot run: what is said instead


SYSTEMS: Final = {
    "healthy": Broken(),
    "no-keyring": Broken(("keyring.nowhere",), keyring=":", bus=False, vault=False),
    "no-hangul": Broken(("input.none",), typing='export XDG_DATA_DIRS="$HOME/nothing"'),
    "read-only-home": Broken(
        ("home.readonly",),
        breaks='mount --bind "$HOME" "$HOME" && mount -o remount,ro,bind "$HOME"',
    ),
    "damaged-vault": Broken(
        ("vault.head",),
        breaks="printf '????' | dd of=\"$F/vault.db\" bs=1 seek=5 conv=notrunc 2> /dev/null",
    ),
    "clock-went-back": Broken(
        ("clock.back",), breaks="touch -d '+400 days' \"$F/vault.db\""
    ),
    "full-disk": Broken(
        ("disk.full",),
        breaks='mkdir "$BASE/copy" && cp -a "$F/." "$BASE/copy" && mount -t tmpfs -o size=4m,mode=700 k8 "$F"'
        ' && cp -a "$BASE/copy/vault.db" "$BASE"/copy/vault.keys* "$F"; rm -f "$F/vault.ballast"',
    ),
    "altered-program": Broken(
        ("program.altered",),
        vault=False,
        spoils="resources/samples/scenario.json",
    ),
    "altered-so-that-nothing-loads": Broken(
        vault=False,
        spoils="intake/desk/__pycache__/doctor.cpython-313.pyc",
        cut=True,
        says="[PROGRAM-ALTERED:",
    ),
}


def main(rest: Sequence[str]) -> int:
    """Run the proof."""
    parser = argparse.ArgumentParser(prog="build.py prove support")
    parser.add_argument("--tree", type=Path, default=places.tree("linux"))
    parser.add_argument("--source", action="store_true", help="this checkout instead")
    parser.add_argument("--only", action="append", choices=SYSTEMS)
    asked = parser.parse_args(rest)
    if not asked.source and not (asked.tree / "ieum").exists():
        print(f"Not made yet: {asked.tree}")
        return 1
    told = []
    for name in asked.only or SYSTEMS:
        if SYSTEMS[name].spoils and asked.source:
            continue  # a checkout has no signed list
        told.append(_shown(name, asked.source, asked.tree.resolve()))
    print("\n".join(told))
    return 1 if any(one.startswith("FAIL") for one in told) else 0


def _shown(name: str, source: bool, tree: Path) -> str:
    """Make one system, ask, and return the line that says how it went."""
    system, base = SYSTEMS[name], places.PROVE / "support" / name
    shutil.rmtree(base, ignore_errors=True)
    (base / "run").mkdir(parents=True, mode=0o700)
    (base / "home").mkdir(mode=0o700)
    print(f"--- {name}", flush=True)
    ieum, window = _commands(
        source, _altered(tree, base, system) if system.spoils else tree
    )
    parts = {"keyring": system.keyring, "typing": system.typing, "breaks": system.breaks}  # fmt: skip
    (base / "act.sh").write_text(
        _HEAD.format(ieum=ieum, window=window, passphrase=_SPOKEN, seen=_SEEN, **parts),
        encoding="utf-8",
    )
    _run(base, bus=system.bus)
    print((base / "doctor.txt").read_text(encoding="utf-8"), flush=True)
    if _made(base) != system.vault:
        return f"FAIL {name}: a vault was{'' if _made(base) else ' not'} made"
    if wrong := _amiss(base, system):
        return f"FAIL {name}: {wrong}"
    if system.says:
        said = (base / "doctor.err").read_text(encoding="utf-8")
        good = system.says in said and (base / "exit").read_text().strip() != "0"
        return f"{'PASS' if good else 'FAIL'} {name}: the terminal says {said.splitlines()[-1:]}"
    return _judged(name, base, set(system.finds))


def _made(base: Path) -> bool:
    """Whether the terminal said that it made a vault."""
    return '"vault"' in (base / "made.json").read_text(encoding="utf-8")


def _amiss(base: Path, system: Broken) -> str:
    """Return what is wrong with what was said and shown, whatever the doctor found."""
    said = {name: (base / name).read_text("utf-8") for name in ("doctor.txt", "doctor.en.txt", "doctor.err", "window.txt")}  # fmt: skip
    if fallen := [name for name, words in said.items() if "Traceback" in words]:
        return f"a traceback stands in {fallen}"
    korean, english = said["doctor.txt"], said["doctor.en.txt"]
    if not system.says and not (_is_korean(korean) and english and not _is_korean(english)):  # fmt: skip
        return "the doctor does not speak both languages"
    if shutil.which("import") and int((base / "seen").read_text()) < _SEEN:
        return "the window was not seen"
    return ""


def _is_korean(words: str) -> bool:
    return any("가" <= letter <= "힣" for letter in words)


def _judged(name: str, base: Path, wanted: set[str]) -> str:
    try:
        said: dict[str, Any] = json.loads((base / "doctor.json").read_text("utf-8"))
        left = int((base / "exit").read_text())
    except (OSError, ValueError) as error:
        return f"FAIL {name}: the doctor said nothing ({type(error).__name__})"
    lines = said["findings"]
    found = {f"{one['check']}.{one['code']}" for one in lines if one["state"] == "broken"}  # fmt: skip
    words = all(one["remedy"] for one in lines if one["state"] != "ok")
    good = found == wanted and words and left == (1 if wanted else 0)
    seen = "with its picture" if (base / "window.png").exists() else "window not run"
    return f"{'PASS' if good else 'FAIL'} {name}: {', '.join(sorted(found)) or 'nothing broken'}, exit {left}, {seen}"


def _run(base: Path, *, bus: bool) -> None:
    """Run the script in a screen, a bus and a mount table of its own."""
    session = ["dbus-run-session", "--"] if bus else []
    home = base / "home"
    adding = {
        "HOME": str(home),
        "BASE": str(base),
        "LANG": "ko_KR.UTF-8",
        "XDG_RUNTIME_DIR": str(base / "run"),
        "XDG_DATA_HOME": str(home / "data"),
        "XDG_STATE_HOME": str(home / "state"),
        "XDG_CONFIG_HOME": str(home / "config"),
    }
    environ = {**places.environment(adding), "LC_ALL": ""}
    environ.pop("DBUS_SESSION_BUS_ADDRESS", None)
    screen = ["xvfb-run", "-a", "-s", "-screen 0 1280x800x24"]
    command = ["nice", "-n", "10", "unshare", "-m", *screen, *session, "bash", str(base / "act.sh")]  # fmt: skip
    with (base / "noise.txt").open("wb") as noise:  # children keep pipes open
        subprocess.run(
            command,
            env=environ,
            cwd=places.HOUSE,
            stdout=noise,
            stderr=noise,
            check=False,
            timeout=_PATIENCE_S,
        )


def _commands(source: bool, tree: Path) -> tuple[str, str]:
    if source:
        python = places.HOUSE / ".venv" / "bin" / "python"
        return f"{python} -m intake", f"{python} -m ui"
    return str(tree / "ieum"), str(tree / "ieum-window")


def _altered(tree: Path, base: Path, system: Broken) -> Path:
    """Return a copy of the program with one file that is another."""
    copy = base / "program"
    shutil.copytree(tree, copy, symlinks=True)
    file = copy / "app" / system.spoils
    data = bytearray(file.read_bytes())
    data[len(data) // 2] ^= 1
    file.write_bytes(data[: len(data) // 2] if system.cut else data)
    return copy
