r"""Install and use the Windows build under Debian's wine: ``build.py prove windows``.

    python3 packaging/build.py prove windows [--tree DIR] [--keep] [--from STEP]

Two installers are made of the tree (an older version of it is made up), the newer one twice and
from two paths. Then, each with a PASS or FAIL line: signature and one flipped byte; silent
installation with a policy; the window in Korean; by the installed ``ieum.exe`` a vault, the
Credential Manager, an interview, a PDF, sealing, ``policy check`` and the doctor; upgrade;
refusal of the older version; a changed file; repair; removal. Which page a window shows is read
from the program's own log and seen in the picture of the screen; the pictures lie in
``build/prove/windows``.

wine is not Windows: what only a real one can show stands in ``packaging/windows/ACCEPTANCE.md``.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import time
from collections.abc import Callable, Sequence
from pathlib import Path

from making import authenticode, listing, msi, places, prove_windows_work, signing
from making.debian import plan
from making.digest import sha256
from making.prove_debian_root import Told
from making.prove_windows_prefix import (
    POLICY,
    PREFIX,
    Wine,
    pressed,
    ready,
    screen,
    stands,
    title,
    typed,
)
from making.prove_windows_work import PASSPHRASE, show

FORMER = "0.0.9"
SAID = f"lock_minutes = {prove_windows_work.MINUTES}\n"
_REFUSED = 1603 & 0xFF  # as much of it as a process can say here
_SAID_NO = " 0."  # how the log ends a step that was not passed
_EDITED = "lock_minutes = 6  # by IT, afterwards\n"
STEPS = ("install", "first", "use", "picture", "upgrade", "downgrade", "altered", "remove")  # fmt: skip


def main(rest: Sequence[str]) -> int:
    """Run the proof."""
    parser = argparse.ArgumentParser(prog="build.py prove windows")
    parser.add_argument("--tree", type=Path, default=places.tree("windows"))
    parser.add_argument("--keep", action="store_true", help="take the installers that are there")  # fmt: skip
    parser.add_argument("--from", dest="begin", choices=STEPS, default="install", help="go on in the Windows that is there")  # fmt: skip
    asked = parser.parse_args(rest)
    if not asked.tree.is_dir():
        raise SystemExit(f"Not made yet: {asked.tree}")
    return prove(asked.tree.resolve(), keep=asked.keep, begin=asked.begin)


def prove(tree: Path, *, keep: bool = False, begin: str = "install") -> int:
    """Show everything, in order; each step stands on the one before."""
    told, began = Told(), time.monotonic()
    folder = places.PROVE / "windows"
    print(f"of {(tree / 'BUILD.json').read_text('utf-8').strip()}", flush=True)
    if begin == STEPS[0]:
        older, newer = installers(tree, folder, told, keep=keep)
        signatures(newer, folder, told)
    else:
        older, newer = sorted((folder / "a").glob("*.msi"))
    print("== a Windows of its own (wine)", flush=True)
    wine = ready(folder) if begin == STEPS[0] else Wine(folder)
    steps: dict[str, Callable[[], None]] = {
        "install": lambda: install(wine, older, told),
        "first": lambda: first(wine, told),
        "use": lambda: use(wine, told),
        "picture": lambda: picture(wine, told),
        "upgrade": lambda: upgrade(wine, newer, told),
        "downgrade": lambda: downgrade(wine, older, told),
        "altered": lambda: altered(wine, newer, told),
        "remove": lambda: remove(wine, newer, told),
    }
    with screen():
        for name in STEPS[STEPS.index(begin) :]:
            steps[name]()
            print(f"== {name} done: {_since(began)}", flush=True)
    code = told.end()
    print(f"whole run from {begin!r}: {_since(began)}", flush=True)
    return code


def _since(began: float) -> str:
    load = ", ".join(f"{one:.1f}" for one in os.getloadavg())
    return f"{(time.monotonic() - began) / 60:.1f} minutes, load {load}"


def installers(tree: Path, folder: Path, told: Told, *, keep: bool) -> tuple[Path, Path]:  # fmt: skip
    """Make an older and the present installer; the present one from two paths."""
    print("== installers", flush=True)
    version = str(json.loads((tree / "BUILD.json").read_text("utf-8"))["version"])
    there = [folder / "a" / f"ieum-{one}-windows-x86_64.msi" for one in (FORMER, version)]  # fmt: skip
    if not keep or not all(one.is_file() for one in there):
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        former = folder / "former"
        shutil.copytree(tree, former)
        aged(former)
        msi.make(plan(former, folder / "a"))
        shutil.rmtree(former)
        msi.make(plan(tree, folder / "a"))
    again = folder / "another" / "way" / "to the tree"
    shutil.rmtree(again, ignore_errors=True)
    shutil.copytree(tree, again)
    second = msi.make(plan(again, folder / "b"))
    shutil.rmtree(again)
    same = [sha256(one) for one in (there[1], second)]
    told(same[0] == same[1], f"the signed installer is the same from two paths: {same[0]}")  # fmt: skip
    second.unlink()
    return there[0], there[1]


def aged(tree: Path) -> None:
    """Make an older version out of a copy: it says so, and has a file that the newer one has not."""
    said = json.loads((tree / "BUILD.json").read_text("utf-8"))
    said["version"] = FORMER
    text = json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=False)
    (tree / "BUILD.json").write_text(text, encoding="utf-8")
    (tree / "app" / "former.txt").write_text("only in the former version\n", "utf-8")
    signing.sign(listing.write(tree))


def signatures(installer: Path, folder: Path, told: Told) -> None:
    """The signature fits; after one flipped byte, or to somebody else's root, it does not."""
    print("== signature", flush=True)
    who = authenticode.signer()
    told(authenticode.fits(installer, who.roots), "the signature of the installer fits (osslsigncode verify)")  # fmt: skip
    flipped = folder / "flipped.msi"
    data = bytearray(installer.read_bytes())
    data[len(data) // 2] ^= 1
    flipped.write_bytes(data)
    told(not authenticode.fits(flipped, who.roots), "one flipped byte: the signature does not fit")  # fmt: skip
    flipped.unlink()
    told(not authenticode.fits(installer, "/etc/ssl/certs/ca-certificates.crt"), "nobody's root but ours leads to it")  # fmt: skip


def install(wine: Wine, installer: Path, told: Told) -> None:
    """Install in silence, with a policy from a folder."""
    print("== silent installation", flush=True)
    it = wine.at("it")
    it.mkdir(exist_ok=True)
    (it / "policy.toml").write_text(SAID, encoding="utf-8")
    code, log = wine.msiexec("/i", _windows(installer), r"POLICYFROM=C:\it")
    root = wine.at(PREFIX)
    told(code == 0 and root.is_dir(), f"msiexec /i … /qn POLICYFROM=C:\\it: {code}")
    if not root.is_dir():
        print(log[-3000:])
        raise SystemExit(told.end())
    found = listing.differences(root)
    told(not found, f"every file of the signed list is there: {len(listing.names(root))} files, {found[:3]}")  # fmt: skip
    told(_policy(wine) == SAID, r"the policy lies in %ProgramData%\Ieum")
    links = [one.name for one in wine.drive.rglob("*.lnk")]
    told(any("이음" in one for one in links), f"the menu has it: {links}")


def first(wine: Wine, told: Told) -> None:
    """The window on a computer where nobody worked yet: Korean, and it begins."""
    print("== first start of the window", flush=True)
    target = _picture("first-run")
    with wine.window() as window:
        said = window.says("looked", "mistake", "fault")
        told(said == "looked state=first_run", f"the window begins the first start: {said}")  # fmt: skip
        told(stands("first_run", target), f"its picture: {target}")
        names = title()
        told(any("이음" in one for one in names), f"its title is Korean: {names}")


def use(wine: Wine, told: Told) -> None:
    """A day's work by the installed program of the terminal."""
    print("== use", flush=True)
    for left in (wine.at("work"), wine.stick):
        shutil.rmtree(left, ignore_errors=True)
    said = wine.ieum("--version").stdout.strip()
    told(said == places.version(), f"ieum.exe --version: {said}")
    for one in prove_windows_work.DAY:
        one(wine, told)


def picture(wine: Wine, told: Told) -> None:
    """The window on the vault that was made: it asks, opens, locks, and asks anew."""
    print("== window", flush=True)
    asks, opens, anew = (_picture(one) for one in ("unlock", "opened", "locked"))
    with wine.window("--folder", prove_windows_work.HERE) as window:
        said = window.says("looked", "mistake", "fault")
        told(said == "looked state=unlock" and stands("unlock", asks), f"the window asks for the passphrase: {said}, {asks}")  # fmt: skip
        typed(PASSPHRASE)
        said = window.says("opened", "refused", "mistake", "fault")
        told(said == "opened role=center" and stands("opened", opens), f"the passphrase opens it: {said}, {opens}")  # fmt: skip
        pressed("ctrl+l")
        gone = window.says("locked", "mistake", "fault")
        said = window.says("looked", "mistake", "fault")
        told(gone == "locked" and said == "looked state=unlock" and stands("unlock", anew), f"Ctrl+L locks, ieum-window.exe begins anew and asks: {gone}, {said}, {anew}")  # fmt: skip


def upgrade(wine: Wine, installer: Path, told: Told) -> None:
    """Over the older version: the program is the newer one, policy and vault stay."""
    print("== upgrade", flush=True)
    (wine.at(POLICY) / "policy.toml").write_text(_EDITED, encoding="utf-8")
    vault = _sums(wine.at("work/IC"))
    code, log = wine.msiexec("/i", _windows(installer))
    root = wine.at(PREFIX)
    now = json.loads((root / "BUILD.json").read_text("utf-8"))["version"]
    told(code == 0 and now != FORMER, f"upgraded from {FORMER} to {now}: {code}")
    if code:
        print(log[-3000:])
    found = listing.differences(root)
    told(not found, f"nothing of the former version is left, nothing is missing: {found[:3]}")  # fmt: skip
    told(_policy(wine) == _EDITED, "IT's edit of the policy is kept")
    told(_is_kept(wine, vault), "not a byte of the vault was touched")
    prove_windows_work.again(wine, told)


def downgrade(wine: Wine, installer: Path, told: Told) -> None:
    """The older version over the newer one is refused, in words."""
    print("== downgrade", flush=True)
    code, log = wine.msiexec("/i", _windows(installer))
    now = json.loads((wine.at(PREFIX) / "BUILD.json").read_text("utf-8"))["version"]
    asked = [one for one in log.splitlines() if "LaunchConditions" in one]
    refused = code == _REFUSED and any(one.rstrip().endswith(_SAID_NO) for one in asked)
    told(refused and now != FORMER, f"{FORMER} over {now} is refused by its conditions: 1603; {now} stays")  # fmt: skip
    told(not listing.differences(wine.at(PREFIX)), "and nothing of it was touched")
    show("\n".join(asked))
    words = subprocess.run(["msiinfo", "export", installer, "LaunchCondition"], check=True, capture_output=True, encoding="utf-8").stdout  # fmt: skip
    told(msi.OLDER in words, f"the words are in it, wine does not show them: {msi.OLDER}")  # fmt: skip


def altered(wine: Wine, installer: Path, told: Told) -> None:
    """A file of the program is changed: both faces refuse in words; a repair mends it."""
    print("== a changed file", flush=True)
    vault = _sums(wine.at("work/IC"))
    victim = wine.at(PREFIX) / "app" / "intake" / "errors.py"
    whole = victim.read_bytes()
    victim.write_bytes(whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:])
    said = wine.ieum("--folder", prove_windows_work.HERE, "look")
    told(said.returncode == 1 and "프로그램" in said.stdout and "app/intake/errors.py" in said.stdout, "ieum.exe refuses, in words and with the name of the file")  # fmt: skip
    show(said.stdout)
    target = _picture("altered")
    with wine.window("--folder", prove_windows_work.HERE) as window:
        line = window.says("looked", "mistake", "fault")
        begun = window.seen
        told(line == "looked state=altered changed=1 missing=0 extra=0" and stands("altered", target), f"the window tells it instead of asking: {line}, {target}")  # fmt: skip
        typed(PASSPHRASE)  # its first space is the button that has the focus: close
        line = window.says("ended", "opened", "refused", "mistake", "fault")
        then = window.since(begun)
        told(line == "ended" and not any(one.startswith(("opened", "refused")) for one in then), f"a passphrase that is typed all the same opens nothing: {then}")  # fmt: skip
    told(_is_kept(wine, vault), "not a byte of the vault was touched")
    code, _ = wine.msiexec("/i", _windows(installer), "REINSTALL=ALL", "REINSTALLMODE=amus")  # fmt: skip
    found = listing.differences(wine.at(PREFIX))
    told(code == 0 and not found, f"msiexec /i … REINSTALL=ALL REINSTALLMODE=amus mends it: {code} {found[:3]}")  # fmt: skip
    if found:
        victim.write_bytes(whole)


def remove(wine: Wine, installer: Path, told: Told) -> None:
    """Remove: the program goes; policy, vault and their words stay."""
    print("== removal", flush=True)
    vault = _sums(wine.at("work/IC"))
    code, _ = wine.msiexec("/x", _windows(installer))
    left = [one.relative_to(wine.drive).as_posix() for one in wine.at(PREFIX).rglob("*")][:5]  # fmt: skip
    told(code == 0 and not left, f"msiexec /x: {code}, nothing is left: {left}")
    links = [one.name for one in wine.drive.rglob("*.lnk") if "이음" in one.name]
    told(not links, "the menu has it no more")
    told(_policy(wine) == _EDITED, "the policy is kept")
    told(_is_kept(wine, vault), "the vault is kept")


def _picture(name: str) -> Path:
    return places.PROVE / "windows" / f"{name}.png"


def _policy(wine: Wine) -> str:
    path = wine.at(POLICY) / "policy.toml"
    return path.read_text("utf-8") if path.is_file() else ""


def _sums(folder: Path) -> dict[str, str]:
    return {one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.rglob("*")) if one.is_file()}  # fmt: skip


def _is_kept(wine: Wine, vault: dict[str, str]) -> bool:
    """Whether the vault is as it was, and there was one."""
    return bool(vault) and _sums(wine.at("work/IC")) == vault


def _windows(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")
