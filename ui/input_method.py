"""The input method (입력기): keys count in the order in which they were pressed.

Qt asks ibus about a key and goes on; where the computer has much to do, a key whose answer came
at once overtakes the one before it: about one passphrase of thirty letters in forty came out
wrong on two busy cores, none of two hundred once each answer is waited for, as GTK does.

* While ibus hangs the window hangs with it, and the letters are there afterwards. Going on loses them.
* fcitx is left as it is: it tells a syllable beside its answer.
"""

import os
import sys
from collections.abc import Mapping
from typing import Final

from ui.safe import for_this_start

_WAITS: Final = "IBUS_ENABLE_SYNC_MODE"


def keep_order(environ: Mapping[str, str] | None = None) -> None:
    """Let Qt wait for ibus at every key, unless the person said otherwise.

    Called before the application is made.
    """
    said = os.environ if environ is None else environ
    asked = (said.get("QT_IM_MODULE", "") + said.get("XMODIFIERS", "")).lower()
    if sys.platform == "linux" and "fcitx" not in asked:
        for_this_start(_WAITS, "1")
