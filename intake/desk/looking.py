"""What can be seen of a workspace without opening it (밖에서 보기)."""

from pathlib import Path

from intake.desk.views import WorkspaceNotice
from intake.vault import peek_vault


def look(folder: Path) -> WorkspaceNotice:
    """Return what can be seen of a folder without opening anything.

    Raises:
        DamagedKeyFile: there is a vault, and both copies of its key file are unreadable.
    """
    seen = peek_vault(folder)
    if seen is None:
        return WorkspaceNotice("absent")
    return WorkspaceNotice("ready", seen.id, seen.wait, seen.counselors)
