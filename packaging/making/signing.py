"""Who stands for a build: an Ed25519 key that ``ssh-keygen`` signs with.

* IT names its key by ``IEUM_RELEASE_KEY``: a private key file, or the ``.pub`` of one that an
  agent or a token holds. The build is then of the channel ``release``.
* Where none is named, a key is made under ``build/keys/`` and the build is of the channel
  ``development``: it says so in its window, and it trusts nobody but that key.
* Signatures of Ed25519 have no chance in them: signing the same bytes twice gives the same.
"""

import os
import shutil
import subprocess
from pathlib import Path

from making.places import KEYS, environment, run

NAMESPACE = "intake-release@v1"
PRINCIPAL = "release@ieum.example"
_OWN = "release-development"


def key() -> Path:
    """Return the key of this build; one for trying out is made where IT names none."""
    named = os.environ.get("IEUM_RELEASE_KEY")
    if named:
        return Path(named)
    own = KEYS / _OWN
    if not own.is_file():
        KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
        run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "development", "-f", own)  # fmt: skip
    return own


def channel() -> str:
    """Return ``release`` where IT's key signs, else ``development``."""
    return "release" if os.environ.get("IEUM_RELEASE_KEY") else "development"


def signers(namespace: str = NAMESPACE) -> str:
    """Return the ``allowed_signers`` line of the key of this build."""
    used = key()
    public = used if used.suffix == ".pub" else used.with_name(used.name + ".pub")
    kind, data = public.read_text("ascii").split()[:2]
    return f'{PRINCIPAL} namespaces="{namespace}" {kind} {data}\n'


def sign(file: Path, namespace: str = NAMESPACE) -> Path:
    """Lay the signature of a file beside it, as ``<name>.sig``."""
    signature = file.with_name(file.name + ".sig")
    signature.unlink(missing_ok=True)
    run("ssh-keygen", "-q", "-Y", "sign", "-n", namespace, "-f", key(), file)
    signature.chmod(0o644)
    return signature


def fits(file: Path, signature: Path, known: Path, namespace: str = NAMESPACE) -> bool:
    """Whether a signature of one of the known keys fits a file."""
    command = ["ssh-keygen", "-Y", "verify", "-f", known, "-I", PRINCIPAL, "-n", namespace, "-s", signature]  # fmt: skip
    with file.open("rb") as said:
        done = subprocess.run(command, stdin=said, capture_output=True, check=False, env=environment())  # fmt: skip
    return done.returncode == 0


def sign_gpg(file: Path) -> Path:
    """Lay OpenPGP's signature of a file beside it, as ``<name>.asc``.

    ``IEUM_RELEASE_GPG`` names a key of whoever signs; else one for trying out is made.
    """
    signature = file.with_name(file.name + ".asc")
    signature.unlink(missing_ok=True)
    _gpg("--detach-sign", "--armor", "-u", _gpg_key(), "-o", signature, file)
    return signature


def gpg_public() -> Path:
    """Return a file with the public half of the OpenPGP key."""
    KEYS.mkdir(parents=True, exist_ok=True, mode=0o700)
    public = KEYS / "release.gpg"
    public.unlink(missing_ok=True)
    _gpg("--export", "-o", public, _gpg_key())
    return public


def lay_public(folder: Path) -> None:
    """Lay beside what was signed by what it is checked: ``release.signers``, ``.pub``, ``.gpg``."""
    known = signers()
    (folder / "release.signers").write_text(known, encoding="ascii", newline="\n")
    public = " ".join(known.split()[-2:])  # as ssh-keygen -l reads it
    (folder / "release.pub").write_text(f"{public}\n", encoding="ascii", newline="\n")
    shutil.copyfile(gpg_public(), folder / "release.gpg")


def _gpg_key() -> str:
    named = os.environ.get("IEUM_RELEASE_GPG")
    if named:
        return named
    home = KEYS / "gnupg"
    if not home.is_dir():
        home.mkdir(parents=True, mode=0o700)
        _gpg("--passphrase", "", "--quick-gen-key", f"ieum development <{PRINCIPAL}>", "ed25519", "sign", "never")  # fmt: skip
    return PRINCIPAL


def _gpg(*words: str | Path) -> None:
    own = () if os.environ.get("IEUM_RELEASE_GPG") else ("--homedir", KEYS / "gnupg", "--pinentry-mode", "loopback")  # fmt: skip
    run("gpg", "--batch", "--yes", "--quiet", *own, *words)
