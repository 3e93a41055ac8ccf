"""The demo as people run it, ``python packaging/demo.py``, but its passphrases are guessed cheaply.

What a key costs has tests of its own.
"""

import runpy
import sys
from unittest.mock import patch

from intake.crypto import Passphrase
from intake.desk import library
from tests.stories.screen import HOUSE
from tests.vaults_at_hand import cheap_guessing

DEMO = HOUSE / "packaging" / "demo.py"


def cheaply(text: str) -> Passphrase:
    """Return a passphrase that costs next to nothing to try."""
    return Passphrase(text, work=4)


if __name__ == "__main__":
    sys.argv[0], sys.path[0] = str(DEMO), str(DEMO.parent)
    with cheap_guessing(), patch.object(library, "Passphrase", cheaply):
        runpy.run_path(str(DEMO), run_name="__main__")
