import pytest

from intake.crypto import keys
from tests.desks_at_hand import a_desk, introduce
from tests.vaults_at_hand import CHEAP, MemoryKeyring


@pytest.fixture(autouse=True)
def _cheap_guessing(monkeypatch):
    """A printed code and a passphrase cost a test next to nothing; the real costs have tests of their own."""
    monkeypatch.setattr(keys, "floor_cost", lambda *_args: CHEAP)
    for name in (
        "intake.vault.opening",
        "intake.vault.birth",
        "intake.vault.renewal",
        "intake.vault.slots",
    ):
        for what in ("calibrate", "floor_cost"):
            monkeypatch.setattr(
                f"{name}.{what}", lambda *_args, **_said: CHEAP, raising=False
            )


@pytest.fixture
def keyring():
    return MemoryKeyring()


@pytest.fixture
def desk(tmp_path, keyring):
    opened = a_desk(tmp_path / "ic", keyring)
    yield opened
    opened.close()


@pytest.fixture
def central(tmp_path, desk):
    opened = a_desk(tmp_path / "c0", role="central", code="C0")
    introduce(desk, opened)
    yield opened
    opened.close()
