"""What a backup says can be checked without this program: sha256sum and ssh-keygen."""

import subprocess

from intake.crypto import allowed_signers
from intake.progress import Silent
from tests.desks_at_hand import agreed


def test_stock_tools_check_a_backup(desk, tmp_path):
    home = tmp_path / "ic" / "attachments" / "ab"
    home.mkdir(parents=True)
    (home / "c0ffee.age").write_bytes(b"age-encryption.org/v1")
    agreed(desk, "RECORD")
    (tmp_path / "stick").mkdir()
    desk.backups.choose_place(tmp_path / "stick")
    made = desk.backups.make(Silent())
    folder = tmp_path / "stick" / made.folder / made.name
    sums = subprocess.run(["sha256sum", "-c", "--strict", "manifest-sha256.txt"], cwd=folder, capture_output=True, text=True, check=True)  # fmt: skip
    assert sums.stdout.count(": OK") == 5
    own = desk._rooms.exchange.trust.own()
    allowed = tmp_path / "allowed"
    allowed.write_text(allowed_signers("dev:*", own.certificate.ca_public, ("intake-backup@v1",)))  # fmt: skip
    verify = ["ssh-keygen", "-Y", "verify", "-f", allowed, "-I", f"dev:{own.device}", "-n", "intake-backup@v1", "-s", "manifest-sha256.txt.sig"]  # fmt: skip
    with (folder / "manifest-sha256.txt").open("rb") as message:
        said = subprocess.run(verify, cwd=folder, stdin=message, capture_output=True, text=True, check=False)  # fmt: skip
    assert said.returncode == 0, said.stderr
    assert said.stdout.startswith("Good")
