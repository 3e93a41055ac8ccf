"""Paper is drawn by what was built: no file of the person's home has a say in it."""

import os
import subprocess
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[2]
DRAWS = "import intake.documents.typeface, reportlab.rl_config; print('drawn')"


def test_what_lies_in_the_home_is_not_run(tmp_path):
    for name in (".reportlab_mods", ".reportlab_settings"):
        (tmp_path / name).write_text("print('a file of the home was run')\n")
    home = {"HOME": str(tmp_path), "USERPROFILE": str(tmp_path)}
    said = subprocess.run([sys.executable, "-c", DRAWS], cwd=HOUSE, env={**os.environ, **home}, capture_output=True, text=True, check=True)  # fmt: skip
    assert said.stdout == "drawn\n"
