"""``ieum conformance``: ieum passes, a stranger's reader passes, every careless program is found out."""

import json
import re
import sys
import time
from pathlib import Path

import pytest

from intake import errors
from intake.cli.command import main
from intake.cli.conformance.case import COMMANDS
from intake.cli.conformance.vectors import vector_cases
from intake.text import texts_in
from tests.crypto.peers import need

HOUSE = Path(__file__).resolve().parents[2]
PEERS = HOUSE / "tests" / "peers"
CARELESS = {
    *(f"bundle/{name}" for name in ("padding_not_zero", "trailing_block_inside")),
    *(f"bundle/other_{name}" for name in ("addressee", "recipient")),
    *(f"ledger/bad_body_{name}" for name in ("beyond", "bit", "long", "order", "place", "twice")),
    *(f"ledger/bad_salt_{name}" for name in ("bit", "length")),
    *(f"enrolment/good_{name}" for name in ("answer", "card", "card_revoked", "central_card", "central_revoked", "request")),
    *(f"enrolment/bad_{name}" for name in ("changed_line", "no_signature", "other_key", "other_use", "with_certificate")),
    "live/receipt",
}  # fmt: skip
TURNS = """
import sys, time
for turn, line in enumerate(sys.stdin):
    {what}
{end}
"""


def asked(capsys, *arguments):
    """Run the command; return its exit code, the rows it told, and what it said on stderr."""
    patient = ("--patience", "300")  # a computer may be busy
    code = main(["--json", "--speak", "en", "conformance", *patient, *arguments])
    said = capsys.readouterr()
    return code, json.loads(said.out) if said.out else [], said.err


def failed(rows):
    return {one["case"] for one in rows if not one["passed"]}


@pytest.fixture
def program(tmp_path):
    """A little program that does one thing with every request."""

    def made(what, end=""):
        file = tmp_path / "program.py"
        file.write_text(TURNS.format(what=what, end=end), "utf-8")
        return (sys.executable, str(file))

    return made


def test_ieum_keeps_its_own_formats_and_leaves_nothing_behind(
    capsys, tmp_path, monkeypatch
):
    monkeypatch.setenv("TMPDIR", str(tmp_path))
    monkeypatch.setattr("tempfile.tempdir", None)
    code, rows, _ = asked(capsys, "--self")
    assert (code, failed(rows)) == (0, set())
    assert list(tmp_path.iterdir()) == []
    kinds = {one["case"].partition("/")[0] for one in rows}
    assert kinds == {"bundle", "ledger", "enrolment", "live"}
    files = [file for kind in kinds - {"live"} for file in (HOUSE / "resources/vectors" / kind).iterdir() if not file.suffix]  # fmt: skip
    assert len(rows) > len(files) > 70


def test_a_reader_written_from_the_pages_alone_opens_every_bundle_as_said(capsys):
    need("node", "ssh-keygen", "zstd")
    age, words = HOUSE / "packaging/peers/age.mjs", HOUSE / "resources/words"
    program = (sys.executable, str(PEERS / "reader.py"), str(age), str(words))
    code, rows, _ = asked(capsys, "--only", "open,enrol", "--", *program)
    assert (code, failed(rows)) == (0, set())
    assert len(rows) == 50


def test_that_reader_knows_nothing_of_ours():
    text = (PEERS / "reader.py").read_text("utf-8")
    assert "intake." not in text.replace('"intake-', "")
    assert "import intake" not in text


def test_a_program_careless_in_six_things_is_found_out_by_name(capsys):
    program = (sys.executable, str(PEERS / "careless.py"), str(HOUSE))
    code, rows, said = asked(capsys, "--", *program)
    assert (code, failed(rows)) == (1, CARELESS)
    assert json.loads(said)["facts"] == {"cases": len(rows), "failed": len(CARELESS)}


class Hanging:
    """A clock that goes on only while the program in the newest folder hangs, at each look.

    So a busy computer that takes long to start a program makes nobody silent.
    """

    def __init__(self, folder):
        self.folder, self.now, self.sleep = folder, 0, time.sleep

    def monotonic(self):
        turns = self.folder.glob("ieum-conformance-*/*/home")
        newest = max(turns, key=lambda home: int(home.parent.name))
        self.now += (newest / "hangs").exists()
        return self.now


def test_a_program_that_hangs_is_ended_and_asked_the_rest(program, capsys, tmp_path, monkeypatch):  # fmt: skip
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    monkeypatch.setattr("intake.cli.conformance.peer.time", Hanging(tmp_path))
    hang = program("(open('hangs', 'w').close(), time.sleep(600)) if turn % 2 else print('{}', flush=True)")  # fmt: skip
    _, rows, _ = asked(capsys, "--only", "enrol", "--patience", "3", "--", *hang)
    assert [one["got"] for one in rows[:4]] == ["nonsense", "silent"] * 2


@pytest.mark.parametrize(
    ("what", "end", "got"),
    [
        ("print(7)", "", {"nonsense"}),
        ("print('x')", "", {"nonsense"}),
        ("print('{}\\n{}')", "", {"nonsense", "too-many"}),
        ("print('{}')", "sys.exit(3)", {"nonsense", "exit-code"}),
        ("break", "", {"ended", "not-asked"}),
    ],
)
def test_nonsense_and_a_wrong_end_are_failures(what, end, got, program, capsys):
    code, rows, _ = asked(capsys, "--only", "enrol", "--", *program(what, end))
    assert (code, len(rows), {one["got"] for one in rows}) == (1, 29, got)


def test_a_command_that_does_not_exist_fails_in_a_sentence(capsys, monkeypatch):
    monkeypatch.setenv("LANG", "ko")
    code = main(["conformance", "--only", "enrol", "--", "/nowhere/program"])
    out = capsys.readouterr().out
    assert code == 1
    words = texts_in("ko")
    assert words("conformance-trouble", why="no-start") in out
    assert words("conformance-summary", cases=29, failed=29) in out


def test_without_a_program_or_with_an_unknown_command_nothing_is_asked(capsys):
    assert asked(capsys)[0] == 1
    assert asked(capsys, "--only", "dance", "--self")[:2] == (1, [])


def test_the_protocol_names_every_command_and_every_word_that_is_expected():
    text = (HOUSE / "intake/cli/conformance/PROTOCOL.md").read_text("utf-8")
    assert all(f"`{command}`" in text and f'"do": "{command}"' in text for command in COMMANDS)  # fmt: skip
    words = set(re.findall(r"^\| `([A-Z][A-Za-z]+)` \|", text, re.MULTILINE))
    wanted = {one.judge([{}]).expected for one in vector_cases()} - {"done"}
    assert wanted <= words <= set(dir(errors))


def test_the_page_of_enrolment_files_counts_its_vectors_right():
    page = (HOUSE / "intake/trust/FORMAT.md").read_text("utf-8")
    count = int(re.search(r"holds (\d+) files", page)[1])
    assert count == len(list((HOUSE / "resources/vectors/enrolment").iterdir()))
