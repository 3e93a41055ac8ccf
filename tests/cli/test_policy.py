"""``ieum policy check``: every line named, in words or as JSON, without a workspace."""

import json
from pathlib import Path

import pytest

from intake.cli import main

SHIPPED = Path(__file__).parents[2] / "packaging" / "policy.toml"


@pytest.fixture
def check(capsys):
    def check(file, *words):
        code = main([*words, "policy", "check", str(file)])
        said = capsys.readouterr()
        return code, said.out, said.err

    return check


def test_the_shipped_file_has_nothing_to_mend(check):
    code, said, _ = check(SHIPPED, "--json")
    assert (code, json.loads(said)["faults"]) == (0, [])


@pytest.mark.parametrize(("language", "meant"), [("ko", "뜻한 이름"), ("en", "Probably meant")])  # fmt: skip
def test_every_line_is_named_as_editors_jump_to_it(check, tmp_path, language, meant):
    file = tmp_path / "p.toml"
    file.write_text("lock_minutes = 5\n\nlock_minuts_most = 7\nupdates = off\n")
    code, said, err = check(file, "--speak", language)
    first, second = said.splitlines()
    assert code == 1
    assert first.startswith(f"{file}:3: lock_minuts_most")
    assert f"{meant}: lock_minutes_most" in first
    assert second.startswith(f"{file}:4: updates")
    assert "[POLICY-FAULTY]" in err


def test_a_script_reads_line_name_and_code(check, tmp_path):
    file = tmp_path / "p.toml"
    file.write_text("ballast_mib = 5000\n")
    code, said, _ = check(file, "--json")
    assert (code, json.loads(said)["faults"]) == (1, [{"line": 1, "name": "ballast_mib", "why": "range"}])  # fmt: skip


def test_a_file_that_is_not_there_or_not_signed_is_told(check, tmp_path):
    code, said, err = check(tmp_path / "none.toml", "--speak", "ko")
    assert (code, "POLICY-FAULTY" in err) == (1, True)
    assert "정책 파일이 없어" in said
    code, said, _ = check(tmp_path, "--speak", "ko")
    assert (code, "읽을 수 없습니다" in said) == (1, True)
    file = tmp_path / "p.toml"
    file.write_text("ballast_mib = 8\n")
    (tmp_path / "policy.signers").write_text("")
    code, said, _ = check(file, "--json")
    assert (code, json.loads(said)["state"]) == (1, "unsigned")


def test_what_is_in_force_is_shown(capsys, tmp_path, monkeypatch):
    file = tmp_path / "p.toml"
    file.write_text("lock_minutes = 3\n")
    monkeypatch.setenv("IEUM_POLICY", str(file))
    assert main(["--json", "policy", "show"]) == 0
    shown = json.loads(capsys.readouterr().out)
    assert (shown["state"], shown["values"]["lock_minutes"]) == ("named", 3)
