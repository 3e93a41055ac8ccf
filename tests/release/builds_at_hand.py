"""Small builds for a test, signed as the real ones are."""

import io
import json
import tarfile
from collections.abc import Mapping
from pathlib import Path

from backports import zstd

from intake.crypto import SigningKey, sha256, sign
from intake.crypto.spoken import public_line
from intake.release.files import NAMESPACE, PRINCIPAL, SIGNERS

KEY = SigningKey.from_seed(b"7" * 32)
STRANGER = SigningKey.from_seed(b"8" * 32)
SYSTEM = "linux-x86_64"


def files_of(version: str, key: SigningKey = KEY, more: Mapping[str, bytes] = {}, system: str = SYSTEM) -> dict[str, bytes]:  # fmt: skip
    """Every file of a small build."""
    told = {"channel": "release", "commit": "", "made": 1_790_000_000, "name": "ieum", "python": "3.13.5", "system": system, "version": version}  # fmt: skip
    made = {
        "BUILD.json": json.dumps(told, sort_keys=True).encode(),
        "app/start.py": b"print('" + version.encode() + b"')\n",
        "app/intake/deep/er.py": b"",
        SIGNERS: f'{PRINCIPAL} namespaces="{NAMESPACE}" {public_line(KEY.public)}\n'.encode(),
        "ieum": b"#!/bin/sh\n",
        "runtime/lib.so": bytes(range(256)) * 40,
        **more,
    }
    listed = "".join(f"{sha256(data).hex()}  {name}\n" for name, data in sorted(made.items())).encode()  # fmt: skip
    signed = sign(NAMESPACE, listed, key).encode()
    return {**made, "FILES.sha256": listed, "FILES.sha256.sig": signed}


def lay(prefix: Path, version: str, **said) -> Path:
    """Lay a build as a package would."""
    for name, data in files_of(version, **said).items():
        file = prefix / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(data)
    return prefix


def archive(version: str, files: Mapping[str, bytes] | None = None, top: str = "") -> bytes:  # fmt: skip
    """A build as one file, as the library has it."""
    raw = io.BytesIO()
    with tarfile.open(fileobj=raw, mode="w", format=tarfile.PAX_FORMAT) as tar:
        for name, data in (files or files_of(version)).items():
            one = tarfile.TarInfo(f"{top or f'ieum-{version}'}/{name}")
            one.size, one.mode = len(data), 0o755 if name == "ieum" else 0o644
            tar.addfile(one, io.BytesIO(data))
    return zstd.compress(raw.getvalue())
