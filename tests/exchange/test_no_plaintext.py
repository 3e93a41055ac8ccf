"""Under strace: which files a bundle's maker and its receiver open for writing."""

import json
import os
import re
import shutil
import subprocess
import sys

import pytest

CANARY = "녹두"
SCRIPT = """
import json, os, sys
from pathlib import Path
from intake.mailbox import FolderMailbox
from tests.exchange.places import Wall, opened
from tests.vaults_at_hand import MemoryKeyring

keyring = MemoryKeyring()
keyring.kept = {tuple(key.split("|")): text for key, text in json.loads(os.environ["KEYS"]).items()}
here = Path(sys.argv[1])
incheon = opened(here / "IC", keyring, "IC", Wall())
central = opened(here / "C0", keyring, "C0", Wall())
incheon.case(CENTRAL="AGREED", SENSITIVE="AGREED")
mailbox = FolderMailbox(here / "stick")
incheon.send(mailbox)
assert [item.state for item in central.receive(mailbox).items] == ["merged"]
assert incheon.receive(mailbox).receipts == 1
assert central.sees("suspect")[0]["nickname"] == "녹두"
incheon.vault.close()
central.vault.close()
"""
LAWFUL = (
    r"(IC|C0)/vault\.db(-wal|-shm|-journal)?",
    r"(IC|C0)/vault\.(lock|keys|keys\.\w+|tries|ballast)",
    r"(IC|C0)/[\w.-]*(lock|key|tries|hold)[\w.-]*",
    r"(IC|C0)/outbox/[0-9a-f-]{36}\.part",
    r"(IC|C0)/quarantine/[0-9a-f]{64}\.part",
    r"stick/intake-mailbox/v1/\w+/\d{6}/\.tmp-[0-9a-f]{16}",
    r"stick/intake-mailbox/v1/README\.txt",
)


@pytest.fixture
def traced(street, tmp_path, house):
    """The paths opened for writing on the whole road, and the folder it ran in."""
    if shutil.which("strace") is None:
        pytest.fail("strace is missing")
    for code in ("IC", "C0"):
        shutil.copytree(street.folder / code, tmp_path / code)
    (tmp_path / "stick").mkdir()
    keys = {"|".join(key): text for key, text in street.keyring.kept.items()}
    log = tmp_path / "strace.log"
    command = [
        "strace",
        "-f",
        "--seccomp-bpf",
        "-qq",
        "-e",
        "trace=open,openat,creat,mknod,mknodat",
    ]
    command += ["-s", "4096", "-o", str(log), sys.executable, "-B", "-c", SCRIPT]
    done = subprocess.run(
        [*command, str(tmp_path)],
        env={**os.environ, "KEYS": json.dumps(keys), "PYTHONPATH": str(house)},
        cwd=house,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    opened = re.compile(
        r'open(?:at)?\((?:AT_FDCWD, )?"([^"]+)", [^)]*O_(?:WRONLY|RDWR|CREAT)'
    )
    paths = {found.group(1) for found in opened.finditer(log.read_text())}
    log.unlink()
    return tmp_path, paths


def test_only_ciphertext_is_ever_written(traced):
    folder, paths = traced
    ours = {path for path in paths if path.startswith(str(folder)) or not path.startswith(("/dev/", "/proc/"))}  # fmt: skip
    assert any(path.endswith(".part") for path in ours)
    unlawful = {
        path
        for path in ours
        if not any(
            re.fullmatch(f"{re.escape(str(folder))}/{one}", path) for one in LAWFUL
        )
    }
    assert unlawful == set()
    for file in folder.rglob("*"):
        if file.is_file():
            data = file.read_bytes()
            assert CANARY.encode() not in data, file.name
            assert CANARY not in file.name
            assert b"nickname" not in data, file.name
