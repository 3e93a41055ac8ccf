"""Runs inside the proof's root, as the person who works: real keys, seen as a screen reader sees.

    python3 desk.py STEP        make | work | again | guarded | altered

* Nothing of the program is imported: commands are the installed ``ieum``, the window is the
  installed ``ieum-window``, Hangul is typed on keys through ibus and its Hangul engine, and what
  the window shows is read over the bus of assistive technology (AT-SPI).
* Each thing shown is one line ``PASS …`` or ``FAIL …``; the rest is what was done. Whatever
  breaks a step off is a line ``FAIL`` too, and so is a window that falls or does not close.
* A picture is taken when what it shall show is seen.
"""

import json
import os
import signal
import subprocess
import sys
import time
from contextlib import contextmanager
from pathlib import Path

import gi

gi.require_version("Atspi", "2.0")
from gi.repository import Atspi, Gio, GLib  # noqa: E402

HOME = Path.home()
CENTRAL, STICK = HOME / "central", HOME / "stick"
SHOTS = HOME / "shots"
LEFT = HOME / "proof.json"
PASSPHRASE = "slow river under the paper moon"
KEYS, SAID = "gksrmf tkdeka wlsgod ", "한글 상담 진행 "
NOTE, ALIAS = "자유 기록", "하늘"
MISTAKE = "예상하지 못한 문제가 생겼습니다"  # over the work, where the program made one
PATIENCE_S, CLOSING_S = 180, 60


def main(step: str) -> int:
    """Do one step; return 1 if something was not as it must be."""
    os.umask(0o077)
    try:
        with session():
            return {"make": make, "work": work, "again": again, "guarded": guarded, "altered": altered}[step]()  # fmt: skip
    except Exception as error:  # noqa: BLE001 - whatever it is, the proof must not go on without it
        said = " | ".join(str(error).splitlines())
        return tell(False, f"{step}: {type(error).__name__} {said}")


def make() -> int:
    """Make a center's vault and a central desk's, with the keyring of the desktop."""
    ieum("create", "--center-code", "IC", "--center-name", "인천 센터", "--device-name", "상담실", "--counselor", "박상담", "--recovery-sheet", str(HOME / "sheet.pdf"), "--code-is-kept")  # fmt: skip
    ieum("create", "--role", "central", "--center-code", "C0", "--center-name", "중앙센터", "--device-name", "중앙", "--counselor", "김중앙", "--recovery-sheet", str(HOME / "sheet0.pdf"), "--code-is-kept", folder=CENTRAL)  # fmt: skip
    ieum("--out", str(HOME / "c0.card"), "keys", "enrolment", folder=CENTRAL)
    ieum("--out", str(HOME / "ic.card"), "keys", "enrolment")
    ieum("keys", "accept-enrolment", f"@{HOME}/c0.card")
    ieum("keys", "accept-enrolment", f"@{HOME}/ic.card", folder=CENTRAL)
    ieum("setup", "skip", "mailbox")
    case = ieum("cases", "begin", "VISIT", "--alias", ALIAS)
    ieum("consents", "decide", case, json.dumps(dict.fromkeys(("RECORD", "SENSITIVE", "CENTRAL"), "AGREED")))  # fmt: skip
    interview = ieum("interviews", "begin", case, "intake")
    LEFT.write_text(json.dumps({"case": case, "interview": interview}))
    vault = HOME / ".local/share/ieum/workspace/vault.db"
    found = [one for one in vault.parent.rglob("*") if one.is_file()]
    plain = [one.name for one in found if one.read_bytes()[:15] == b"SQLite format 3"]
    return tell(bool(found) and not plain, "a vault is made from the terminal; no file of it is plain SQLite")  # fmt: skip


def work() -> int:
    """Record an interview in the window, typing Hangul through ibus; finish it; seal it."""
    left = json.loads(LEFT.read_text())
    with window() as screen:
        failed = tell(screen.comes(lambda: screen.find("암호문")), "the window starts under Xvfb and asks for the passphrase")  # fmt: skip
        shot("1-unlock")
        screen.unlock()
        screen.click("이어가기")
        screen.until(lambda: screen.find(NOTE), "the interview opens")
        screen.focus(NOTE)
        keys("shift+space")  # 한/영
        typed(KEYS)
        held = screen.until(lambda: len(screen.text(NOTE)) >= len(SAID) and screen.text(NOTE), "the note holds as many letters as were typed")  # fmt: skip
        failed |= tell(held == SAID, f"typed {KEYS!r} through ibus-hangul, the window holds {held!r}")  # fmt: skip
        keys("shift+space")
        shot("2-interview")
        for _ in range(30):
            if screen.find("상담 마무리"):
                break
            keys("ctrl+Return")
            time.sleep(1)
        screen.until(lambda: screen.find("상담 마무리"), "the last page comes")
        shot("3-closing")
        screen.click("상담 마무리")
        screen.until(lambda: screen.find(ALIAS) and screen.find("새 상담 기록"), "the interview is finished, the case is seen")  # fmt: skip
        shot("4-finished")
        failed |= tell(screen.lacks(MISTAKE), "the window met nothing unexpected")
    page = ieum("interviews", "page", left["interview"])
    failed |= tell((page["note"], page["state"]) == (SAID, "finished"), "the interview is recorded and finished, read by the terminal")  # fmt: skip
    return failed | sealed(left["case"])


def sealed(case: str) -> int:
    """Seal what may travel, onto a stick; the central desk opens it."""
    STICK.mkdir(exist_ok=True)
    made = ieum("exchange", "make", json.dumps(ieum("exchange", "plan", "C0")))
    word = SAID.split(maxsplit=1)[0].encode()
    files = [one for one in (HOME / ".local/share/ieum").rglob("*") if one.is_file()]
    open_ = [one.name for one in files if word in one.read_bytes()]
    failed = tell(bool(made) and not open_, f"the interview is sealed for the central desk; no word of it can be read in any of {len(files)} files of the workspace")  # fmt: skip
    ieum("exchange", "deliver", json.dumps(made), str(STICK))
    onto = [one for one in STICK.rglob("*") if one.is_file()]
    failed |= tell(bool(onto) and not any(word in one.read_bytes() for one in onto), f"delivered onto a stick: {len(onto)} files, no word of the interview in them")  # fmt: skip
    ieum("exchange", "receive", str(STICK), folder=CENTRAL)
    there = json.dumps(ieum("cases", "first", "{}", "10", folder=CENTRAL))
    return failed | tell(case in there, "the central desk opens what was sealed")


def again() -> int:
    """After an upgrade: the window opens the same vault, and the note is there."""
    left = json.loads(LEFT.read_text())
    page = ieum("interviews", "page", left["interview"])
    failed = tell(page["note"] == SAID, "the vault is kept: the note is read by the new version")  # fmt: skip
    seen = opened("5-upgraded", "마지막으로 만든 때")
    return failed | tell(seen, "the window of the new version opens the vault, and knows when something was sealed last")  # fmt: skip


def guarded() -> int:
    """In an account that is new: a vault with the keyring, a paper, the window, a log."""
    ieum("create", "--center-code", "IC", "--center-name", "인천 센터", "--device-name", "상담실", "--counselor", "박상담", "--recovery-sheet", str(HOME / "sheet.pdf"), "--code-is-kept")  # fmt: skip
    failed = tell((HOME / "sheet.pdf").is_file(), "in a new account a vault is made, its second secret in the keyring")  # fmt: skip
    ieum("--out", "/media/consent.pdf", "consents", "form")
    failed |= tell(Path("/media/consent.pdf").is_file(), "a paper is saved below /media")  # fmt: skip
    seen = opened("guarded", "아직 보낸 것이 없습니다")
    return failed | tell(seen, "the window opens the vault by real keys, and knows that nothing was sent")  # fmt: skip


def opened(picture: str, words: str) -> bool:
    """Open the window and the vault; say whether the first page stands, with words of this vault."""
    with window() as screen:
        screen.unlock()
        seen = screen.comes(lambda: screen.find("새 상담") and screen.says(words))
        shot(picture)
        return seen and screen.lacks(MISTAKE)


def altered() -> int:
    """A file of the program was changed: words, and no place for a passphrase."""
    with window() as screen:
        failed = tell(screen.comes(lambda: screen.says("서명한 것과 다릅니다")), "the window says in words that a file was altered")  # fmt: skip
        shot("6-altered")
        for line in screen.words():
            print(f"    | {line}")
        return failed | tell(screen.lacks("암호문"), "no passphrase can be typed into an altered program")  # fmt: skip


class Window:
    """The window as a screen reader sees it."""

    def until(self, what, words: str):
        """Wait for something that is seen; without it the step cannot go on."""
        if found := self._waited(what):
            return found
        shot("missed")
        raise AssertionError(f"not seen: {words}; seen: {self.words()[:60]}")

    def comes(self, what) -> bool:
        """Wait for something; say whether it came to be seen."""
        if self._waited(what):
            return True
        print(f"    seen instead: {self.words()[:60]}")
        return False

    def lacks(self, name: str) -> bool:
        """Whether nothing is shown under a name, by a window that shows something."""
        found = self._all()
        return bool(found) and not any(said.split(":")[0] == name for _, said in found)

    def says(self, words: str) -> bool:
        """Whether these words stand anywhere in the window."""
        return any(words in one for one in self.words())

    def find(self, name: str):
        """Return what is shown under a name, or None; what takes keys goes before its label."""
        found = [one for one, said in self._all() if said.split(":")[0] == name]
        return max(found, key=_takes_keys, default=None)

    def words(self) -> list[str]:
        """Return every word that is shown."""
        return [said for _, said in self._all() if said]

    def text(self, name: str) -> str:
        """Return what a field holds."""
        try:
            return Atspi.Text.get_text(self.find(name), 0, -1)
        except (GLib.Error, TypeError):
            return ""

    def letters(self, name: str) -> int:
        """Return how many letters a field holds; of a passphrase nothing else can be read."""
        try:
            return Atspi.Text.get_character_count(self.find(name))
        except (GLib.Error, TypeError):
            return -1

    def focus(self, name: str) -> None:
        """Give a field the keyboard."""
        self.click(name)
        self.until(lambda: self._focused(name), f"{name} has the keyboard")

    def click(self, name: str) -> None:
        """Press the mouse's button over something."""
        self._front()
        spot = Atspi.Component.get_extents(self.until(lambda: self.find(name), name), Atspi.CoordType.SCREEN)  # fmt: skip
        tool("xdotool", "mousemove", str(spot.x + spot.width // 2), str(spot.y + spot.height // 2), "click", "1")  # fmt: skip

    def unlock(self) -> None:
        """Type the passphrase."""
        self.until(lambda: self.find("암호문"), "the passphrase is asked for")
        self.focus("암호문")
        typed(PASSPHRASE)
        self.until(lambda: self.letters("암호문") == len(PASSPHRASE), "as many letters as were typed")  # fmt: skip
        self.click("암호문 보이기")
        held = self.until(lambda: self.text("암호문"), "the letters that were typed")
        assert held == PASSPHRASE, f"typed {PASSPHRASE!r}, the field holds {held!r}"
        self.focus("암호문")
        keys("Return")

    def _waited(self, what):
        end = time.monotonic() + PATIENCE_S
        while time.monotonic() < end:
            if found := what():
                return found
            time.sleep(0.3)
        return None

    def _focused(self, name: str) -> bool:
        found = self.find(name)
        return bool(found) and found.get_state_set().contains(Atspi.StateType.FOCUSED)

    def _front(self) -> None:
        found = tool("xdotool", "search", "--onlyvisible", "--name", "이음").split()
        tool("xdotool", "windowfocus", found[-1])

    def _all(self) -> list:
        for _ in range(20):
            found: list = []
            try:
                desktop = Atspi.get_desktop(0)
                for at in range(desktop.get_child_count()):
                    _walk(desktop.get_child_at_index(at), found)
            except (GLib.Error, AttributeError):
                time.sleep(0.1)  # it changes while it is looked at
            else:
                return found
        return []


def _takes_keys(node) -> bool:
    return node.get_state_set().contains(Atspi.StateType.FOCUSABLE)


def _walk(node, found: list) -> None:
    node.clear_cache()
    state = node.get_state_set()
    if node.get_role() != Atspi.Role.APPLICATION and not state.contains(Atspi.StateType.SHOWING):  # fmt: skip
        return
    found.append((node, node.get_name() or ""))
    for at in range(node.get_child_count()):
        if (child := node.get_child_at_index(at)) is not None:
            _walk(child, found)


@contextmanager
def window():
    """Open the installed window; at the end it is told to end, as when a person logs off."""
    running = subprocess.Popen(["ieum-window"], stdout=sys.stderr, stderr=sys.stderr)
    try:
        yield Window()
        assert running.poll() is None, (
            f"the window ended by itself: {running.returncode}"
        )
        running.terminate()
        ended = running.wait(CLOSING_S)
        assert ended in (0, -signal.SIGTERM), f"the window ended with {ended}"
    finally:
        running.kill()
        running.wait()


@contextmanager
def session():
    """A screen, a bus, a keyring and a Korean input method, as a desktop has them."""
    began = []
    SHOTS.mkdir(exist_ok=True)
    os.environ.update(LANG="C.UTF-8", XDG_RUNTIME_DIR=f"/run/user/{os.getuid()}", QT_IM_MODULE="ibus", QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", NO_AT_BRIDGE="1", GSETTINGS_BACKEND="memory", IEUM_PASSPHRASE=PASSPHRASE)  # fmt: skip

    def start(*words: str, **more):
        began.append(subprocess.Popen(words, stderr=subprocess.DEVNULL, **more))
        return began[-1]

    try:
        screen = start("Xvfb", "-displayfd", "1", "-screen", "0", "1280x860x24", "-fbdir", str(SHOTS), "-r", "-nolisten", "tcp", stdout=subprocess.PIPE, text=True)  # fmt: skip
        os.environ["DISPLAY"] = f":{screen.stdout.readline().strip()}"
        bus = start("dbus-daemon", "--session", "--nofork", "--print-address=1", stdout=subprocess.PIPE, text=True)  # fmt: skip
        os.environ["DBUS_SESSION_BUS_ADDRESS"] = bus.stdout.readline().strip()
        ring = start("gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets", stdin=subprocess.PIPE, stdout=subprocess.DEVNULL)  # fmt: skip
        ring.stdin.write(b"desktop")
        ring.stdin.close()
        keyring()
        start("ibus-daemon", "--panel", "disable", "--emoji-extension", "disable", stdout=subprocess.DEVNULL)  # fmt: skip
        hangul()
        yield
    finally:
        for one in reversed(began):
            one.terminate()
            one.wait()


def keyring() -> None:
    """Wait until the keyring is on the bus; a program that asks earlier is told of none."""
    name = GLib.Variant("(s)", ("org.freedesktop.secrets",))
    bus = Gio.bus_get_sync(Gio.BusType.SESSION)
    for _ in range(PATIENCE_S):
        if bus.call_sync("org.freedesktop.DBus", "/org/freedesktop/DBus", "org.freedesktop.DBus", "NameHasOwner", name, None, Gio.DBusCallFlags.NONE, -1, None)[0]:  # fmt: skip
            return
        time.sleep(1)
    raise AssertionError("the keyring does not answer")


def hangul() -> None:
    """Choose the Hangul engine; it begins with Latin letters."""
    for _ in range(60):
        done = subprocess.run(["ibus", "engine", "hangul"], capture_output=True, timeout=20, check=False)  # fmt: skip
        if done.returncode == 0:
            return
        time.sleep(1)
    raise AssertionError("ibus does not answer")


def ieum(*words: str, folder: Path | None = None):
    """Run the installed command; return its answer."""
    where = ("--folder", str(folder)) if folder else ()
    done = subprocess.run(["ieum", *where, "--json", *words], capture_output=True, text=True, check=False)  # fmt: skip
    assert done.returncode == 0, f"ieum {' '.join(words[:2])}: {done.stderr[-900:]}"
    return json.loads(done.stdout) if done.stdout.strip() else None


def typed(text: str) -> None:
    """Press the keys of a text, one after the other."""
    tool("xdotool", "type", "--delay", "60", text)


def keys(*names: str) -> None:
    """Press keys by name."""
    tool("xdotool", "key", *names)


def tool(*words: str) -> str:
    """Run a tool of the desktop."""
    return subprocess.run(words, capture_output=True, text=True, check=False).stdout


def shot(name: str) -> None:
    """Keep what the screen shows."""
    (SHOTS / f"{name}.xwd").write_bytes((SHOTS / "Xvfb_screen0").read_bytes())  # fmt: skip


def tell(good: bool, what: str) -> int:
    """Say one line of the proof."""
    print(f"{'PASS' if good else 'FAIL'} {what}", flush=True)
    return 0 if good else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1]))
