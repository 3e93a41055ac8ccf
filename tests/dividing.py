"""Little programs in processes of their own, for those that are killed or run out of room.

Each is divided off from a process in which what it needs is loaded already: it has memory, limits
and an end of its own, and only the loading, most of its time, is not done anew.
"""

import atexit
import json
import os
import subprocess
import sys
import tempfile  # noqa: TID251 - what little programs print, outside of any test
import traceback
from functools import cache
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]


def run(script: str, *arguments: object, loads: str) -> subprocess.CompletedProcess:
    """Run a script as ``python -c`` would, with a module loaded beforehand."""
    process = _ready(loads)
    with tempfile.TemporaryDirectory() as place:
        out, complaint = Path(place, "out"), Path(place, "err")
        words = [str(one) for one in arguments]
        print(json.dumps([script, words, str(out), str(complaint)]), file=process.stdin, flush=True)  # fmt: skip
        code = int(process.stdout.readline())
        return subprocess.CompletedProcess(words, code, out.read_text("utf-8"), complaint.read_text("utf-8"))  # fmt: skip


@cache
def _ready(loads: str) -> subprocess.Popen:
    process = subprocess.Popen(
        [sys.executable, "-m", "tests.dividing", loads],
        env=os.environ | {"PYTHONPATH": str(HOUSE)},
        cwd=HOUSE,
        stdin=subprocess.PIPE,
        stdout=subprocess.PIPE,
        text=True,
    )
    atexit.register(_end, process)
    return process


def _end(process: subprocess.Popen) -> None:
    process.stdin.close()
    process.wait()
    process.stdout.close()


# --- the process that divides itself ---------------------------------------------------------


def serve(loads: str) -> None:
    """Run every line's script in a process of its own; answer with how it ended."""
    __import__(loads)
    for line in sys.stdin:
        child = os.fork()
        if not child:
            os._exit(_ended(*json.loads(line)))
        _, status = os.waitpid(child, 0)
        print(os.waitstatus_to_exitcode(status), flush=True)


def _ended(script: str, words: list[str], out: str, complaint: str) -> int:
    for number, name in ((1, out), (2, complaint)):
        os.dup2(os.open(name, os.O_WRONLY | os.O_CREAT, 0o600), number)
    os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
    sys.argv = ["-c", *words]
    code = 0
    try:
        exec(compile(script, "<script>", "exec"), {"__name__": "__main__"})
    except SystemExit as end:
        code = int(end.code or 0)
    except BaseException:  # noqa: BLE001 - as Python itself tells it
        traceback.print_exc()
        code = 1
    sys.stdout.flush()
    sys.stderr.flush()
    return code


if __name__ == "__main__":
    serve(sys.argv[1])
