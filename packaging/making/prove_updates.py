"""Update an installed build from a stick, and try to break it: ``build.py prove updates``.

* Needed: the tree of ``build.py tree``, zstd, tar, ssh-keygen, Xvfb, xdotool; about 3 GB below
  ``build/prove/updates``; as root also a small disk of its own to fill (else that step says so).
* Two versions are made of that tree, each with its own signed list. What is installed is the first;
  the second comes on a stick through the library of a central desk. Every step runs on the
  Python of the installed build, the window is the installed ``ieum-window`` under Xvfb.
* The last lines are PASS or FAIL for each thing shown.
"""

import argparse
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

from making import listing, places, portable, signing, tree
from making.digest import sha256

OLD, NEW, BROKEN = "0.1.0", "0.2.0", "0.3.0"
DRIVER = places.HOUSE / "packaging" / "updates" / "desk.py"
POLICY = 'updates = "next-start"\nallow_device_file = true\nallow_any_place = true\n'
_PATIENCE_S = 90
_KILLS = 8


def main(rest: Sequence[str]) -> int:
    """Run the proof."""
    parser = argparse.ArgumentParser(prog="build.py prove updates")
    parser.add_argument("--tree", type=Path, default=places.tree("linux"))
    parser.add_argument(
        "--keep", action="store_true", help="the versions made last time"
    )
    asked = parser.parse_args(rest)
    if not asked.tree.is_dir():
        print(f"Not made yet: {asked.tree}")
        return 1
    proof = Proof(places.PROVE / "updates", asked.tree.resolve())
    proof.prepare(keep=asked.keep)
    with _screen() as proof.display:
        proof.show()
    return proof.end()


@contextmanager
def _screen() -> Iterator[str]:
    """Have a screen of its own, under a number that nobody else took."""
    words = ["Xvfb", "-displayfd", "1", "-screen", "0", "1280x860x24", "-noreset", "-nolisten", "tcp"]  # fmt: skip
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL, text=True) as screen:  # fmt: skip
        try:
            yield f":{screen.stdout.readline().strip()}" if screen.stdout else ""
        finally:
            screen.terminate()


class Proof:
    """One installed build, its person's folder, two desks and two sticks."""

    def __init__(self, folder: Path, made: Path) -> None:
        """Work below a folder."""
        self.folder, self.made = folder, made
        self.prefix, self.data = folder / "installed", folder / "data"
        self.home = self.data / "ieum" / "program"
        self.stick, self.older = folder / "stick", folder / "older-stick"
        self.lines: list[tuple[bool, str]] = []
        self.display, self.laid_s = "", 0.0

    def tell(self, good: bool, what: str) -> None:
        """Say one line."""
        self.lines.append((good, what))
        print(f"{'PASS' if good else 'FAIL'} {what}", flush=True)

    def end(self) -> int:
        """Say every line once more; return what the shell is told."""
        print("\n== shown")
        for good, what in self.lines:
            print("PASS" if good else "FAIL", what)
        return 0 if self.lines and all(good for good, _ in self.lines) else 1

    def show(self) -> None:
        """Do every step in order; a step that breaks is a FAIL, and the next one is tried."""
        for step in (self.comes, self.runs, self.goes_back, self.altered, self.broken, self.old_stick, self.forged, self.killed, self.full):  # fmt: skip
            try:
                step()
            except (AssertionError, OSError, ValueError, KeyError, subprocess.SubprocessError) as error:  # fmt: skip
                self.tell(False, f"{step.__name__}: {type(error).__name__} {error}")

    # --- made for it ---------------------------------------------------------------------

    def prepare(self, *, keep: bool) -> None:
        """Make the versions, the desks and the sticks."""
        if not keep:
            shutil.rmtree(self.folder, ignore_errors=True)
        (self.folder / "running.txt").unlink(missing_ok=True)
        for one in (self.data, self.stick, self.older, self.folder / "desks"):
            shutil.rmtree(one, ignore_errors=True)
            one.mkdir(parents=True)
        (self.folder / "policy.toml").write_text(POLICY, encoding="utf-8")
        (self.folder / "policy.toml").chmod(0o644)
        if not (self.prefix / listing.SIGNATURE).is_file():
            self._install()
        for version, broken in ((NEW, False), (BROKEN, True)):
            if not self._archive(version).exists():
                self._version(version, self.folder / "making", broken=broken)
                portable.archive(self.folder / "making", self.folder, version, zst=True)  # fmt: skip
                shutil.rmtree(self.folder / "making")
        made = self.folder / "made"
        if not made.is_dir():
            self.drive("make")
            self.drive("publish", self.stick, self._archive(NEW))
            for one in ("desks", "stick"):
                shutil.copytree(self.folder / one, made / one)
        for one, place in (("desks", "desks"), ("stick", "stick"), ("stick", "older-stick")):  # fmt: skip
            shutil.copytree(made / one, self.folder / place, dirs_exist_ok=True)
        size = self._archive(NEW).stat().st_size
        print(f"two desks; the archive of {NEW} has {size / 1e6:.0f} MB")

    def _archive(self, version: str) -> Path:
        return self.folder / f"ieum-{version}-linux-x86_64.tar.zst"

    def _install(self) -> None:
        """Lay what is installed: the tree with our code as it is here."""
        print(f"making {OLD}", flush=True)
        shutil.rmtree(self.prefix, ignore_errors=True)
        places.run("cp", "-a", self.made, self.prefix, kindly=True)
        tree.main(["--ours", "--out", str(self.prefix), "--version", OLD, "--runtime", str(self.prefix / "runtime")])  # fmt: skip

    def _version(self, version: str, root: Path, *, broken: bool = False) -> None:
        """Make another version of it: the same files but what says which, and its own list."""
        print(f"making {version}", flush=True)
        shutil.rmtree(root, ignore_errors=True)
        places.run("cp", "-al", self.prefix, root)
        told = json.loads((root / "BUILD.json").read_text())
        text = json.dumps({**told, "version": version}, sort_keys=True, separators=(",", ":"))  # fmt: skip
        new = {"BUILD.json": text}
        if broken:  # signed by the release key, and yet it falls before its first page
            new["app/start.py"] = "raise SystemExit(1)\n"
        rows = dict(reversed(row.split("  ", 1)) for row in (root / listing.LIST).read_text("utf-8").splitlines())  # fmt: skip
        for name, said in new.items():
            (root / name).unlink()
            (root / name).write_text(said, encoding="utf-8")
            rows[name] = sha256(root / name)
        (root / listing.LIST).unlink()
        (root / listing.LIST).write_text("".join(f"{sha}  {name}\n" for name, sha in rows.items()), encoding="utf-8")  # fmt: skip
        signing.sign(root / listing.LIST)

    # --- asked of the installed build --------------------------------------------------------

    def drive(self, verb: str, *said: str | Path) -> dict[str, Any]:
        """Have the installed build's Python do one thing; return what it said."""
        done = subprocess.run(self._command(self._running(), verb, *said), capture_output=True, text=True, check=False, env=self._environment())  # fmt: skip
        if done.returncode:
            raise AssertionError(f"{verb}: {done.stderr.strip().splitlines()[-1:]}")
        told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
        return told

    def _command(self, prefix: Path, verb: str, *said: str | Path) -> list[str]:
        python = prefix / "runtime" / "bin" / "python3.13"
        return [str(one) for one in (python, "-I", "-S", "-B", "-X", "utf8", DRIVER, prefix / "app", self.folder / "desks", verb, *said)]  # fmt: skip

    def _running(self) -> Path:
        """Return the tree that was run last: the desk is asked as whoever runs."""
        named = self.folder / "running.txt"
        tree_ = Path(named.read_text()) if named.exists() else self.prefix
        return tree_ if tree_.is_dir() else self.prefix

    def _environment(self) -> dict[str, str]:
        kept = {name: os.environ[name] for name in ("PATH", "LANG", "HOME") if name in os.environ}  # fmt: skip
        more = {"XDG_DATA_HOME": str(self.data), "XDG_CONFIG_HOME": str(self.folder / "config"), "XDG_STATE_HOME": str(self.data / "state"), "DISPLAY": self.display, "IEUM_POLICY": str(self.folder / "policy.toml")}  # fmt: skip
        if self._running() != self.prefix:
            more["IEUM_PREFIX"] = str(self.prefix)
        return {**kept, **more}

    @contextmanager
    def _window(self) -> Iterator[tuple[subprocess.Popen[bytes], float]]:
        """Open the installed window; whoever asks closes it by leaving."""
        with suppress(FileNotFoundError):
            (self.folder / "running.txt").unlink()
        words = [str(self.prefix / "ieum-window"), "--folder", str(self.folder / "desks" / "IC")]  # fmt: skip
        began = time.monotonic()
        run = subprocess.Popen(words, env=self._environment(), start_new_session=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
        try:
            yield run, began
        finally:
            with suppress(ProcessLookupError):
                os.killpg(run.pid, signal.SIGTERM)
            run.wait()

    def start(self) -> str:
        """Start the window; return the version whose window is seen, or nothing.

        An update has to note that its first page stands too.
        """
        with self._window() as (run, began):
            found: Path | None = None
            while time.monotonic() - began < _PATIENCE_S and run.poll() is None:
                if (found := _tree_of(run.pid, self.display)) and self._stands(found):
                    break
                time.sleep(0.1)
            if found is None or run.poll() is not None or not self._stands(found):
                return ""
            (self.folder / "running.txt").write_text(str(found))
            version = OLD if found == self.prefix else found.name
            print(f"    the window of {version} is seen after {time.monotonic() - began:.1f} s")  # fmt: skip
            return version

    def _stands(self, found: Path) -> bool:
        return found == self.prefix or bool(self.notes().get("starts", {}).get(found.name, {}).get("well"))  # fmt: skip

    def notes(self) -> dict[str, Any]:
        """Return what is noted of the versions."""
        with suppress(OSError, ValueError):
            told: dict[str, Any] = json.loads((self.home / "notes.json").read_text())
            return told
        return {}

    # --- shown -----------------------------------------------------------------------------

    def comes(self) -> None:
        """A version comes on a stick while the former one goes on."""
        told = self.drive("fetch", self.stick)
        self.tell((told["state"], told["version"]) == ("ready", NEW), f"{NEW} is got ready from the stick in {told['laid']} s, {told['mib']} MiB at the most: {told['label']}")  # fmt: skip
        self.laid_s = float(told["laid"])
        here = [self.drive("choose", self.prefix) for _ in range(5)]
        times = sorted(one["ms"] for one in here)
        self.tell(here[0]["tree"] == NEW, f"the next start would run it; proving all of it takes {times[2]} ms (median of 5: {times})")  # fmt: skip

    def runs(self) -> None:
        """The next start runs it, and it counts as well once its first page stands."""
        self.tell(self.start() == NEW, f"the installed window goes over to {NEW}, which is noted as well: {self.notes().get('starts')}")  # fmt: skip
        told = self.drive("state")
        self.tell((told["running"], told["state"]) == (NEW, "current"), f"it says so: {told['label']}")  # fmt: skip

    def goes_back(self) -> None:
        """A person goes back, and comes again."""
        self.drive("go_back")
        self.tell(self.start() == OLD, f"after going back the next start runs {OLD}")
        (self.home / "notes.json").unlink()
        self.tell(self.start() == NEW, f"and {NEW} again")

    def altered(self) -> None:
        """One byte of it is flipped."""
        file = next((self.home / NEW / "app" / "intake").glob("*.py"))
        whole = file.read_bytes()
        file.write_bytes(b"#" + whole[1:])
        self.tell(self.start() == OLD, f"one byte of {NEW} flipped: {OLD} runs, noted: {self.notes().get('left')}")  # fmt: skip
        told = self.drive("state")
        self.tell(told["state"] == "left", f"it says so: {told['label']}")
        told = self.drive("fetch", self.stick)
        self.tell(told["state"] == "ready" and self.start() == NEW, f"fetched anew from the stick, {NEW} runs")  # fmt: skip

    def broken(self) -> None:
        """A signed version falls before its first page."""
        self.drive("publish", self.stick, self._archive(BROKEN))
        told = self.drive("fetch", self.stick)
        self.tell(
            told["state"] == "ready", f"{BROKEN}, signed and broken, is got ready"
        )
        ran = [self.start() for _ in range(3)]
        self.tell(ran == ["", "", NEW], f"it fails twice and {NEW} runs by itself: {ran}, noted: {self.notes().get('left')}")  # fmt: skip
        told = self.drive("state")
        self.tell(told["state"] == "left", f"it says so: {told['label']}")

    def old_stick(self) -> None:
        """The stick of last time turns up."""
        told = self.drive("fetch", self.older)
        self.tell("place-older" in told.get("error", ""), f"an older stick: {told['label']}")  # fmt: skip

    def forged(self) -> None:
        """Other bytes lie on the stick."""
        shutil.rmtree(self.home)
        self.start()
        file = next(self.stick.rglob(f"*ieum-{BROKEN}-*"))
        whole = file.read_bytes()
        file.write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        told = self.drive("fetch", self.stick)
        self.tell("altered" in told.get("error", ""), f"one bit of the archive flipped: {told['label']}")  # fmt: skip
        file.write_bytes(whole)

    def killed(self) -> None:
        """The laptop dies while a version is laid, again and again."""
        seen = []
        for at in range(_KILLS):
            run = subprocess.Popen(self._command(self.prefix, "fetch", self.stick), env=self._environment(), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
            self._wait_for_laying(run)
            time.sleep(self.laid_s * at / _KILLS)
            run.kill()
            run.wait()
            seen.append(self.drive("choose", self.prefix)["tree"])
            shutil.rmtree(self.home / BROKEN, ignore_errors=True)
        good = set(seen) <= {"installed", BROKEN}
        self.tell(good and "installed" in seen, f"killed {_KILLS} times while it is laid, the next start runs: {seen}")  # fmt: skip
        told = self.drive("fetch", self.stick)
        left = [
            one.name
            for one in self.home.iterdir()
            if one.name.startswith((".laying-", ".gone-", ".noting-"))
        ]
        self.tell(told["state"] == "ready" and not left, f"afterwards it is laid whole, nothing is left of the torn ones: {left}")  # fmt: skip

    def _wait_for_laying(self, run: "subprocess.Popen[bytes]") -> None:
        began = time.monotonic()
        while run.poll() is None and time.monotonic() - began < _PATIENCE_S:
            with suppress(OSError):
                if any(one.name.startswith(".laying-") for one in self.home.iterdir()):
                    return
            time.sleep(0.02)

    def full(self) -> None:
        """The disk is full before it is laid."""
        if os.geteuid() != 0:
            print("not root: the disk that is full was not tried")
            return
        shutil.rmtree(self.home)
        self.home.mkdir()
        done = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=700m", "tmpfs", self.home], capture_output=True, check=False)  # fmt: skip
        if done.returncode:
            print("a disk of its own cannot be mounted here: the disk that is full was not tried")  # fmt: skip
            return
        try:
            told = self.drive("fetch", self.stick)
            left = [one.name for one in self.home.iterdir() if one.name != ".lock"]
            self.tell("no-room" in told.get("error", "") and left == [], f"a disk of 700 MB: {told['label']} Left there: {left}")  # fmt: skip
        finally:
            subprocess.run(["umount", self.home], check=False)


def _tree_of(group: int, display: str) -> Path | None:
    """Return the build whose window is seen, of a group of processes."""
    for one in Path("/proc").iterdir():
        if not one.name.isdigit():
            continue
        with suppress(OSError):
            if os.getpgid(int(one.name)) != group:
                continue
            words = (
                (one / "cmdline").read_bytes().decode("utf-8", "replace").split("\0")
            )
            start = next((word for word in words if word.endswith("/app/start.py")), "")
            if start and "window" in words and _has_window(one, display):
                return Path(start).parents[1]
    return None


def _has_window(process: Path, display: str) -> bool:
    """Whether a process shows a window on that screen."""
    look = ["xdotool", "search", "--onlyvisible", "--pid", process.name]
    done = subprocess.run(look, env={**os.environ, "DISPLAY": display}, capture_output=True, check=False)  # fmt: skip
    return bool(done.stdout.strip())
