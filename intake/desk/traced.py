"""Which cases went out or came in with one act (접속기록의 사건들): a line for each.

* An act over very many cases has a line for the first thousand, and one that says how many more
  there were: the log stays a log.
"""

from collections.abc import Iterable
from typing import Final

from intake.vault.access_log import AccessLog

MOST: Final = 1_000
MORE: Final = "more-cases"


def note_cases(
    log: AccessLog, act: str, cases: Iterable[str], purpose: str = ""
) -> None:
    """Note an act about each of these cases, in their order."""
    about = tuple(dict.fromkeys(cases))
    for case in about[:MOST]:
        log.note(act, case, purpose)
    if about[MOST:]:
        log.note(MORE, purpose=str(len(about) - MOST))
    log.flush()
