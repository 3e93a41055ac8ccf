"""Install and use what was made, in a system of its own: ``build.py prove debian|windows|updates|support``.

Each proof says what it does while it does it, and ends with one line PASS or FAIL for each thing
that was to be shown. ``prove SYSTEM -h`` tells what it needs.
"""

from collections.abc import Sequence
from importlib import import_module

PROOFS = {
    "debian": "prove_debian",
    "windows": "prove_windows",
    "updates": "prove_updates",
    "support": "prove_support",
}


def main(rest: Sequence[str]) -> int:
    """Run the proof of one system."""
    if not rest or rest[0] not in PROOFS:
        print((__doc__ or "").strip())
        return 0 if rest and rest[0] in ("-h", "--help") else 2
    return int(import_module(f"making.{PROOFS[rest[0]]}").main(rest[1:]))
