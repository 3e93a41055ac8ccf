"""A terminal of its own for every file of tests, and a workspace that commands speak of."""

import json

import pytest

from tests.cli.terminal import Terminal

WHO = ("--center-code", "IC", "--center-name", "IC 센터", "--device-name", "ic-1", "--counselor", "박상담")  # fmt: skip


@pytest.fixture(scope="module")
def place(tmp_path_factory):
    return tmp_path_factory.mktemp("ieum")


@pytest.fixture(scope="module")
def ieum(place):
    """Run one command; return its exit code, answer and complaint."""
    terminal = Terminal(place)
    yield terminal
    terminal.close()


@pytest.fixture(scope="module")
def made(ieum, place):
    """A workspace whose passphrase is guessed cheaply; what a real one costs, another test pays."""
    words = ("--folder", str(place / "w"), "--json", "create", *WHO, "--code-is-kept")
    code, said, complaint = ieum.ask(words, cheap=True)
    assert code == 0, complaint
    return json.loads(said)
