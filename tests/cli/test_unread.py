"""Commands whose answer nobody reads."""

import os
import subprocess
import sys

import pytest

from tests.cli.terminal import HOUSE


@pytest.mark.skipif(sys.platform == "win32", reason="a shell of POSIX closes it")
def test_a_command_without_any_output_is_carried_out_and_ends_well(tmp_path):
    closed = ["/bin/sh", "-c", f"exec '{sys.executable}' -m intake policy show >&-"]
    environment = {**os.environ, "XDG_STATE_HOME": str(tmp_path)}
    done = subprocess.run(closed, cwd=HOUSE, env=environment, stderr=subprocess.PIPE, text=True, check=False)  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "")
