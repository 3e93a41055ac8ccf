"""What this program is made of (이 프로그램): which build, and whether its files are as signed."""

import platform
import sys
from pathlib import Path

from intake import __version__
from intake.crypto import words
from intake.desk.rooms import Rooms
from intake.desk.views.program import FilesView, ProgramView
from intake.errors import NotFound
from intake.progress import Progress
from intake.release import files
from intake.release.installed import Installed, installed


class ProgramNoun:
    """What can be asked of the program itself."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def view(self) -> ProgramView:
        """Return which build runs."""
        build = installed()
        if build is None:
            return ProgramView(
                version=__version__,
                installed=False,
                folder=Path(__file__).resolve().parents[2],
                system=sys.platform,
                python=platform.python_version(),
            )
        return _told(build)

    def verify(self, progress: Progress) -> FilesView:
        """Look through every file of the program, as it is done at every start.

        Raises:
            NotFound: this is a checkout of the source; nothing is signed there.
        """
        build = installed()
        if build is None:
            raise NotFound(what="program")
        found = files.look_through(
            build.prefix, files.signers_of(build.prefix), progress
        )
        language = str(self._rooms.setting("language"))
        said = words(found.signed_by.encode(), language=language)
        return FilesView(
            whole=found.whole,
            why=found.why,
            signed_by=found.signed_by,
            words=said if found.signed_by else (),
            changed=found.changed,
            missing=found.missing,
            extra=found.extra,
            files=found.files,
            size=found.size,
        )


def _told(build: Installed) -> ProgramView:
    return ProgramView(
        version=build.version,
        installed=True,
        folder=build.prefix,
        commit=build.commit,
        channel=build.channel,
        made_ms=build.made * 1000,
        system=build.system,
        python=build.python,
    )
