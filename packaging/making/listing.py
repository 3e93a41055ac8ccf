"""The list of every file of a tree, and the look whether a tree is what its list says.

    python3 packaging/build.py verify FOLDER [--signers FILE]

The looking is done by ``sha256sum``'s own rules and by ``ssh-keygen``; nothing of the tree that
is looked at is run. Take the signers from elsewhere than from a tree that is in doubt.
"""

import argparse
from collections.abc import Sequence
from pathlib import Path

from making import signing
from making.digest import sha256

LIST, SIGNATURE = "FILES.sha256", "FILES.sha256.sig"
SIGNERS = "app/resources/trust/release.signers"


def main(rest: Sequence[str]) -> int:
    """Say whether a folder is what its signed list says."""
    parser = argparse.ArgumentParser(prog="build.py verify")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--signers", type=Path, help="allowed_signers; else the tree's own")  # fmt: skip
    asked = parser.parse_args(rest)
    root = asked.folder.resolve()
    told = differences(root)
    signed = (root / SIGNATURE).is_file() and signing.fits(
        root / LIST, root / SIGNATURE, asked.signers or root / SIGNERS
    )
    print("\n".join(told[:50]))
    print(
        f"signature: {'fits' if signed else 'DOES NOT FIT'}; differences: {len(told)}"
    )
    return 0 if signed and not told else 1


def write(root: Path) -> Path:
    """Write the list of a tree; everything but the list and its signature stands in it."""
    rows = "".join(f"{sha256(root / name)}  {name}\n" for name in names(root))
    (root / LIST).write_text(rows, encoding="utf-8", newline="\n")
    return root / LIST


def names(root: Path) -> list[str]:
    """Return the names of a tree as the list orders them.

    Links are refused: the tree is unpacked on systems that have none.
    """
    found = []
    for path in root.rglob("*"):
        if path.is_symlink():
            raise SystemExit(f"A link may not lie in the tree: {path.relative_to(root)}")  # fmt: skip
        if path.is_file():
            found.append(path.relative_to(root).as_posix())
    return sorted(set(found) - {LIST, SIGNATURE})


def differences(root: Path) -> list[str]:
    """Return one line for every file that is not as the list says."""
    if not (root / LIST).is_file():
        return [f"missing  {LIST}"]
    rows = (root / LIST).read_text("utf-8").splitlines()
    listed = {row[66:]: row[:64] for row in rows}
    here = {path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_symlink() or path.is_file()} - {LIST, SIGNATURE}  # fmt: skip
    told = [f"extra    {name}" for name in sorted(here - listed.keys())]
    for name, said in listed.items():
        if name not in here:
            told.append(f"missing  {name}")
        elif (root / name).is_symlink() or sha256(root / name) != said:
            told.append(f"changed  {name}")
    return told
