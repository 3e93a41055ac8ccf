"""What a command loads, in a process of its own: a start that only tells waits for little."""

import os
import subprocess
import sys

import pytest

TELL = "import sys; print(*(one for one in sys.modules if one.startswith('intake.')))"
HELP = "from intake.cli import main\ntry: main(['--help'])\nexcept SystemExit: pass\n"
PARSE = "from intake.cli.command import _parser; _parser(['sites', 'list'])\n"
LOOK = "from pathlib import Path; from intake import desk; desk.look(Path('nowhere'))\n"


def loaded(code):
    done = subprocess.run([sys.executable, "-c", code + TELL], capture_output=True, text=True, check=True)  # fmt: skip
    return set(done.stdout.splitlines()[-1].split()), done.stdout


def test_help_names_every_noun_and_loads_none():
    modules, said = loaded(HELP)
    assert "statistics" in said
    assert not modules & {"intake.desk.statistics", "intake.vault", "intake.register"}


def test_the_words_of_a_command_load_its_own_noun_only():
    modules, _ = loaded(PARSE)
    assert "intake.desk.sites" in modules
    assert not modules & {"intake.desk.statistics", "intake.desk.papers"}


def test_a_look_from_outside_loads_the_vault_and_nothing_behind_it():
    modules, _ = loaded(LOOK)
    assert "intake.vault" in modules
    assert not modules & {"intake.register", "intake.exchange", "intake.desk.desk"}


@pytest.mark.skipif(os.name != "posix", reason="a pipe ends otherwise there")
def test_whoever_stops_reading_ends_the_command_without_a_word():
    here, there = os.pipe()
    os.close(here)
    command = [sys.executable, "-m", "intake", "policy", "show"]
    plain = {name: one for name, one in os.environ.items() if name != "PYTHONUNBUFFERED"}  # fmt: skip
    for environment in (plain, plain | {"PYTHONUNBUFFERED": "1"}):
        done = subprocess.run(command, stdout=there, stderr=subprocess.PIPE, env=environment, check=False)  # fmt: skip
        assert (done.returncode, done.stderr) == (-13, b"")
    os.close(there)
