r"""Install and use the Windows build under Debian's wine: ``build.py prove windows``.

    python3 packaging/build.py prove windows [--tree DIR] [--runtime DIR] [--keep]

Two installers are made of the tree (an older version of it is made up), the newer one twice and
from two paths. Then, each with a PASS or FAIL line: signature and one flipped byte; silent
installation with a policy; the programs in a terminal and in a window with Korean; a vault, the
Credential Manager, an interview, a PDF, sealing; upgrade; refusal of the older version; a
changed file; repair; removal. Pictures lie in ``build/prove/windows``.

wine is not Windows: what only a real one can show stands in ``packaging/windows/ACCEPTANCE.md``.
"""

import argparse
import hashlib
import json
import shutil
from collections.abc import Callable, Sequence
from pathlib import Path

from making import authenticode, listing, msi, places, signing
from making.debian import plan
from making.prove_debian_root import Told
from making.prove_windows_prefix import (
    POLICY,
    PREFIX,
    WORDS,
    Wine,
    ready,
    screen,
    settled,
    typed,
)

FORMER = "0.0.9"
SAID = "lock_minutes = 7\n"
_EDITED = "lock_minutes = 6  # by IT, afterwards\n"
STEPS = ("install", "use", "picture", "upgrade", "downgrade", "altered", "remove")


def main(rest: Sequence[str]) -> int:
    """Run the proof."""
    parser = argparse.ArgumentParser(prog="build.py prove windows")
    parser.add_argument("--tree", type=Path, default=places.tree("windows"))
    parser.add_argument("--runtime", type=Path, default=places.runtime("windows"))
    parser.add_argument("--keep", action="store_true", help="take the installers that are there")  # fmt: skip
    parser.add_argument("--from", dest="begin", choices=STEPS, default="install", help="go on in the Windows that is there")  # fmt: skip
    asked = parser.parse_args(rest)
    for wanted in (asked.tree, asked.runtime):
        if not wanted.is_dir():
            raise SystemExit(f"Not made yet: {wanted}")
    return prove(
        asked.tree.resolve(),
        asked.runtime.resolve(),
        keep=asked.keep,
        begin=asked.begin,
    )


def prove(tree: Path, runtime: Path, *, keep: bool = False, begin: str = "install") -> int:  # fmt: skip
    """Show everything, in order; each step stands on the one before."""
    told = Told()
    folder = places.PROVE / "windows"
    if begin == STEPS[0]:
        older, newer = installers(tree, folder, told, keep=keep)
        signatures(newer, folder, told)
    else:
        older, newer = sorted((folder / "a").glob("*.msi"))
    print("== a Windows of its own (wine)", flush=True)
    wine = ready(folder, runtime) if begin == STEPS[0] else Wine(folder, runtime)
    steps: dict[str, Callable[[], None]] = {
        "install": lambda: install(wine, older, told),
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
    return told.end()


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
    same = [listing.sha256(one) for one in (there[1], second)]
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


def use(wine: Wine, told: Told) -> None:
    """The terminal, then a day's work on the installed code."""
    print("== use", flush=True)
    shutil.rmtree(wine.at("work"), ignore_errors=True)
    said = wine.ieum("--version").stdout.strip()
    told(said.endswith(("0.1.0", FORMER)), f"ieum.exe --version: {said}")
    checked = wine.ieum(
        "policy", "check", rf"C:\{POLICY}\policy.toml".replace("/", "\\")
    )
    print(_quoted(checked.stdout))
    repeat(wine.proof("use"), told)
    repeat(wine.proof("names"), told)


def picture(wine: Wine, told: Told) -> None:
    """The window in Korean on the vault that was made: it asks, and it opens."""
    print("== window", flush=True)
    asks, opens = (places.PROVE / "windows" / f"{one}.png" for one in ("unlock", "opened"))  # fmt: skip
    with wine.window("--folder", r"C:\work\IC") as opened:
        colours = settled(asks)
        told(opened.poll() is None and colours > WORDS, f"the window stands, {colours} colours: {asks}")  # fmt: skip
        typed(wine.passphrase())
        more = settled(opens)
        told(opened.poll() is None and more > WORDS and asks.read_bytes() != opens.read_bytes(), f"the passphrase opens it, {more} colours: {opens}")  # fmt: skip


def upgrade(wine: Wine, installer: Path, told: Told) -> None:
    """Over the older version: the program is the newer one, policy and vault stay."""
    print("== upgrade", flush=True)
    wine.at(
        POLICY,
    ).joinpath("policy.toml").write_text(_EDITED, encoding="utf-8")
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
    told(_sums(wine.at("work/IC")) == vault, "not a byte of the vault was touched")
    repeat(wine.proof("again"), told)


def downgrade(wine: Wine, installer: Path, told: Told) -> None:
    """The older version over the newer one is refused, in words."""
    print("== downgrade", flush=True)
    code, log = wine.msiexec("/i", _windows(installer))
    now = json.loads((wine.at(PREFIX) / "BUILD.json").read_text("utf-8"))["version"]
    told(code != 0 and now != FORMER, f"{FORMER} over {now} is refused: {code}; {now} stays")  # fmt: skip
    told(not listing.differences(wine.at(PREFIX)), "and nothing of it was touched")
    print(_quoted("\n".join(one for one in log.splitlines() if "이음" in one or "newer" in one.lower())))  # fmt: skip


def altered(wine: Wine, installer: Path, told: Told) -> None:
    """A file of the program is changed: both faces refuse in words; a repair mends it."""
    print("== a changed file", flush=True)
    victim = wine.at(PREFIX) / "app" / "intake" / "errors.py"
    whole = victim.read_bytes()
    victim.write_bytes(whole[:-2] + bytes([whole[-2] ^ 1]) + whole[-1:])
    said = wine.ieum("--folder", r"C:\work\IC", "look")
    told(said.returncode != 0 and "[" in said.stdout, "ieum.exe refuses a changed file in words")  # fmt: skip
    print(_quoted(said.stdout))
    target = places.PROVE / "windows" / "altered.png"
    with wine.window("--folder", r"C:\work\IC"):
        colours = settled(target)
        told(colours > WORDS, f"the window tells it before a passphrase can be typed: {target}")  # fmt: skip
    code, _ = wine.msiexec(
        "/i", _windows(installer), "REINSTALL=ALL", "REINSTALLMODE=amus"
    )
    found = listing.differences(wine.at(PREFIX))
    told(
        not found,
        f"msiexec /i … REINSTALL=ALL REINSTALLMODE=amus mends it: {code} {found[:3]}",
    )
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
    told(_sums(wine.at("work/IC")) == vault, "the vault is kept")


def repeat(said: str, told: Told) -> None:
    """Take over the lines of somebody else's proof."""
    lines = 0
    for line in said.splitlines():
        word, _, what = line.strip().partition(" ")
        if word in ("PASS", "FAIL"):
            told(word == "PASS", what)
            lines += 1
        elif line.strip():
            print(f"    | {line}", flush=True)
    if not lines:
        told(False, "the person of the proof could not do anything")


def _policy(wine: Wine) -> str:
    path = wine.at(POLICY) / "policy.toml"
    return path.read_text("utf-8") if path.is_file() else ""


def _sums(folder: Path) -> dict[str, str]:
    return {one.relative_to(folder).as_posix(): hashlib.sha256(one.read_bytes()).hexdigest() for one in sorted(folder.rglob("*")) if one.is_file()}  # fmt: skip


def _windows(path: Path) -> str:
    return "Z:" + str(path).replace("/", "\\")


def _quoted(text: str) -> str:
    return "\n".join(f"    | {line[:200]}" for line in text.splitlines()[-12:] if line.strip())  # fmt: skip
