"""Whatever cannot be written any more when a desk is locked, its vault is closed after it."""

import pytest

from intake.desk import workspace
from intake.errors import DamagedVault
from intake.vault.vault import FILE
from tests.desks_at_hand import PASSPHRASE, POLICY, MemoryKeyring, a_desk


@pytest.mark.parametrize("table", ["access", "segment_log"])
def test_a_damaged_page_keeps_no_vault_open(tmp_path, table):
    keyring = MemoryKeyring()
    desk = a_desk(tmp_path / "w", keyring)
    with desk._rooms.vault.reading() as db:
        (root,) = db.one("select rootpage from sqlite_master where name = ?", (table,))
        (size,) = db.one("pragma page_size")
    desk.lock()
    with (tmp_path / "w" / FILE).open("r+b") as file:
        file.seek((root - 1) * int(size) + 100)
        file.write(b"not what was written")
    desk = workspace.open_(tmp_path / "w", PASSPHRASE, keyring=keyring, policy=POLICY)
    with pytest.raises(DamagedVault):
        desk.lock()
    assert desk._rooms.vault.is_closed
