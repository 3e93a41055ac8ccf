"""A vault that a newer version used, met by an older program: refused in words, and left as it was.

``apt`` cannot know of every one: a home may come from another computer, or from a backup.
"""

import pytest

from intake.cli import main
from intake.vault import FileKeyring, open_vault
from intake.vault.migrate import steps
from tests.cli.test_doctor import folder, home  # noqa: F401 - fixtures
from tests.vaults_at_hand import PASSPHRASE


@pytest.fixture
def newer(folder, monkeypatch):  # noqa: F811
    monkeypatch.setenv("IEUM_PASSPHRASE", PASSPHRASE)
    vault = open_vault(folder, passphrase=PASSPHRASE, keyring=FileKeyring())
    with vault.lane_for_migration() as db:
        db.execute(f"PRAGMA user_version={steps()[-1][0] + 1}")
    vault.close()
    return folder


@pytest.mark.parametrize(
    ("language", "verb", "sentence"),
    [("ko", ["today"], "이 보관함은 더 새로운 판에서"), ("en", ["doctor", "--open"], "This vault was used with a newer version")],
    ids=["today", "doctor"],
)  # fmt: skip
def test_the_terminal_opens_no_vault_of_a_newer_version_and_says_so(newer, capsys, language, verb, sentence):  # fmt: skip
    before = (newer / "vault.db").read_bytes()
    code = main(["--folder", str(newer), "--speak", language, *verb])
    said = capsys.readouterr()
    assert (code, said.out, sentence in said.err) == (1, "", True)
    assert "[TOO-NEW" in said.err
    assert (newer / "vault.db").read_bytes() == before
