"""What a keyring answers becomes one of our words: shut, silent, or a secret; and what is none is none."""

import base64

import keyring.errors
import pytest

from intake.desk import doctor_vault
from intake.errors import DeviceSecretMissing, KeyringLocked, KeyringSilent
from intake.vault import (
    FileKeyring,
    SystemKeyring,
    VaultLook,
    best_keyring,
    device_secret,
)
from intake.vault.hold import Hold

SECRET = bytes(range(32))


class Backend:
    """A keyring of the system, for as long as the test; it may answer with an error."""

    def __init__(self):
        self.kept, self.error = {}, None

    def set_password(self, service, name, text):
        self._fail()
        self.kept[service, name] = text

    def get_password(self, service, name):
        self._fail()
        return self.kept.get((service, name))

    def _fail(self):
        if self.error:
            raise self.error


@pytest.fixture
def backend(monkeypatch):
    backend = Backend()
    monkeypatch.setattr(device_secret, "_backend", lambda: backend)
    return backend


def test_a_secret_is_kept_under_the_vault_and_comes_back(backend):
    SystemKeyring().put("v", SECRET)
    text = base64.b64encode(SECRET).decode()
    assert backend.kept == {("kr.ieum/vault/v", "device-secret"): text}
    assert SystemKeyring().get("v") == SECRET


@pytest.mark.parametrize(
    ("error", "told"),
    [
        (keyring.errors.KeyringLocked("shut"), KeyringLocked),
        (keyring.errors.InitError("Failed to unlock the collection!"), KeyringLocked),
        (keyring.errors.InitError("Prompt dismissed"), KeyringLocked),
        (keyring.errors.InitError("Failed to create the collection"), KeyringSilent),
        (keyring.errors.KeyringError("no"), KeyringSilent),
        (RuntimeError("no service"), KeyringSilent),
        (OSError("no bus"), KeyringSilent),
        (ZeroDivisionError(), ZeroDivisionError),  # ours: it is not called a keyring's
    ],
    ids=range(8),
)
def test_each_answer_has_its_word(backend, error, told):
    backend.error = error
    with pytest.raises(told):
        SystemKeyring().get("v")
    with pytest.raises(told):
        SystemKeyring().put("v", SECRET)


def test_a_file_takes_the_place_of_a_silent_keyring_only_where_it_is_allowed(backend, monkeypatch):  # fmt: skip
    assert type(best_keyring(allow_file=True)) is SystemKeyring

    def silent():
        raise RuntimeError

    monkeypatch.setattr(device_secret, "_backend", silent)
    assert type(best_keyring(allow_file=True)) is FileKeyring
    with pytest.raises(KeyringSilent):
        best_keyring(allow_file=False)


@pytest.mark.parametrize(
    "text",
    [
        base64.b64encode(SECRET[:-1]).decode(),
        base64.b64encode(SECRET + b"x").decode(),
        base64.b64encode(SECRET).decode()[:20]
        + "*"
        + base64.b64encode(SECRET).decode()[20:],
        "",
    ],
    ids=["short", "long", "odd", "empty"],
)
def test_what_is_no_secret_of_ours_is_as_good_as_none(backend, text):
    backend.kept["kr.ieum/vault/v", "device-secret"] = text
    with pytest.raises(DeviceSecretMissing):
        SystemKeyring().get("v")


def test_the_doctor_asks_where_the_key_file_says_it_lies():
    assert type(doctor_vault._place_of(VaultLook("sound", "v", second_factor="file"))) is FileKeyring  # fmt: skip
    assert type(doctor_vault._place_of(VaultLook("sound", "v", second_factor="keyring"))) is SystemKeyring  # fmt: skip


def test_a_folder_that_is_not_there_is_not_called_read_only(tmp_path):
    with pytest.raises(FileNotFoundError):
        Hold(tmp_path / "nowhere")
