"""``ieum`` in a terminal, for a test: processes of their own, of which most are begun cheaply.

The first command of every noun is really ``python -m intake``. Those after it come out of a process
in which the same modules are loaded already and which divides itself for every command: what a
command says, leaves behind and ends with is that of a process of its own.
"""

import contextlib
import json
import os
import subprocess
import sys
import traceback
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from tests.vaults_at_hand import cheap_guessing

HOUSE = Path(__file__).resolve().parents[2]
RULES = "allow_device_file = true\nallow_any_place = true\nballast_mib = 0\n"
PASSPHRASE = "느린 강물 위의 달"


class Terminal:
    """Runs commands against one workspace; returns exit code, answer and complaint."""

    def __init__(self, place: Path) -> None:
        """Belong to a folder with a policy of its own and no keyring but a file."""
        (place / "policy.toml").write_text(RULES)
        self.place = place
        self.environment = {
            **os.environ,
            "IEUM_POLICY": str(place / "policy.toml"),
            "XDG_CONFIG_HOME": str(place / "config"),
            "XDG_STATE_HOME": str(place / "state"),
            "IEUM_PASSPHRASE": PASSPHRASE,
            "PYTHONPATH": str(HOUSE),
            "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
        }
        self._seen: set[str] = set()
        self._ready: subprocess.Popen[str] | None = None

    def __call__(self, *words: str) -> tuple[int, object, str]:
        """Run one command."""
        noun = next(one for one in words if not one.startswith("-"))
        code, said, complaint = self._run(noun, ("--folder", str(self.place / "w"), "--json", *words))  # fmt: skip
        return code, json.loads(said or "null"), complaint

    def _run(self, noun: str, words: tuple[str, ...]) -> tuple[int, str, str]:
        if noun not in self._seen or not hasattr(os, "fork"):
            self._seen.add(noun)
            command = [sys.executable, "-m", "intake", *words]
            done = subprocess.run(command, env=self.environment, capture_output=True, text=True, check=False)  # fmt: skip
            return done.returncode, done.stdout, done.stderr
        return self.ask(words)

    def ask(self, words: tuple[str, ...], *, cheap: bool = False) -> tuple[int, str, str]:  # fmt: skip
        """Run one command in a process that the ready one divides off."""
        if self._ready is None:
            self._ready = subprocess.Popen([sys.executable, "-m", "tests.cli.terminal"], env=self.environment, cwd=HOUSE, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)  # fmt: skip
        out, complaint = self.place / "stdout", self.place / "stderr"
        said = {"words": words, "cheap": cheap, "out": str(out), "err": str(complaint)}
        self._ready.stdin.write(json.dumps(said) + "\n")
        self._ready.stdin.flush()
        code = int(self._ready.stdout.readline())
        return code, out.read_text("utf-8"), complaint.read_text("utf-8")

    def close(self) -> None:
        """End the ready process."""
        if self._ready is not None:
            self._ready.stdin.close()
            self._ready.wait()
            self._ready.stdout.close()


# --- the process that divides itself ---------------------------------------------------------


def serve() -> None:
    """Carry out every line's command in a process of its own; answer with its exit code."""
    import intake.__main__  # noqa: PLC0415 - loaded as a real start loads it
    import intake.desk.workspace  # noqa: F401, PLC0415

    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(_carried_out(json.loads(line)))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _carried_out(said: Mapping) -> int:
    from intake.__main__ import main  # noqa: PLC0415

    for number, name in ((0, os.devnull), (1, said["out"]), (2, said["err"])):
        how = os.O_RDONLY if number == 0 else os.O_WRONLY | os.O_CREAT | os.O_TRUNC
        os.dup2(os.open(name, how, 0o600), number)
    if "environment" in said:
        os.environ.clear()
        os.environ.update(said["environment"])
    sys.argv = ["ieum", *said["words"]]
    try:
        with _guessing(said["cheap"]):
            code = main()
    except SystemExit as end:
        code = end.code if isinstance(end.code, int) else 1
    except BaseException:  # noqa: BLE001 - as Python itself tells it
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code or 0


@contextmanager
def _guessing(cheap: bool) -> Iterator[None]:
    with cheap_guessing() if cheap else contextlib.nullcontext():
        yield


if __name__ == "__main__":
    serve()
