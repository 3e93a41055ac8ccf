"""Lay the root of the central desk's library into the tree that a build is made from.

    python packaging/library_root.py root.json                 a root of the central desk
    python packaging/library_root.py root.json --development   one for trying out, marked as such

New laptops of that build begin to trust with it (``intake/trust/library/FORMAT.md``). The file is
checked against its own keys, told in fingerprints to be compared with the keepers of the root keys,
and never committed: what a build trusts is decided where it is made.
"""

import argparse
import json
import sys
from pathlib import Path

HOUSE = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(HOUSE))

from intake.errors import LibraryRefused  # noqa: E402 - found in the tree
from intake.trust.library import BAKED, is_development  # noqa: E402

TARGET = HOUSE / "resources" / BAKED


def main(asked: list[str] | None = None, target: Path = TARGET) -> int:
    """Check a root, say what it trusts, and lay it; return what the shell is told."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("root", type=Path)
    parser.add_argument("--development", action="store_true")
    said = parser.parse_args(asked)
    data = said.root.read_bytes()
    try:
        trying = is_development(data)
    except LibraryRefused:
        print("This is no root that is signed by its own keys.")
        return 1
    if trying != said.development:
        print("This root is for trying out: say --development." if trying else "This is no development root.")  # fmt: skip
        return 1
    root = json.loads(data)["signed"]
    print(f"root {root['version']}, until {root['expires']}")
    for name in root["roles"]["root"]["keyids"]:
        print(f"  root key {name}")
    target.parent.mkdir(parents=True, exist_ok=True)
    target.write_bytes(data)
    print(target)
    return 0


if __name__ == "__main__":
    sys.exit(main())
