"""The first run (처음 시작): four steps that outlive a restart.

* ``recovery`` is done when the printed code was typed back; before that no case can begin.
* ``central`` and ``mailbox`` may be done later, and the person is reminded.
"""

from intake import documents
from intake.clock import local
from intake.desk.rooms import Rooms
from intake.desk.views import SetupStep
from intake.errors import InvalidInput, NotYours, WrongCode
from intake.vault import read_code, renew_code, spell

_DONE = "setup/{}"


class Setup:
    """What can be done on the first run."""

    def __init__(self, rooms: Rooms, code: str = "") -> None:
        """Go on with the first run; ``code`` is known only right after creation."""
        self._rooms = rooms
        self._code = code

    def steps(self) -> tuple[SetupStep, ...]:
        """Return the steps in order, and which are done."""
        return (
            SetupStep("workspace", done=True),
            SetupStep("recovery", done=self._is_done("recovery")),
            SetupStep(
                "central", done=self._is_done("central") or self._knows_central()
            ),
            SetupStep("mailbox", done=self._is_done("mailbox")),
        )

    def is_ready(self) -> bool:
        """Whether a case may begin: the recovery code is in somebody's hands."""
        return self._is_done("recovery")

    def recovery_code(self) -> str:
        """Return the code as it is printed.

        Raises:
            NotYours: it was typed back already, or is not known any more: renew it.
        """
        if not self._code:
            raise NotYours(what="recovery-code")
        return spell(self._code)

    def renew_code(self, passphrase: str) -> str:
        """Make a new code, because the old one was not printed or is lost."""
        self._code = renew_code(
            self._rooms.vault, passphrase=passphrase, keyring=self._rooms.keyring
        )
        self._rooms.vault.keep_fact(_DONE.format("recovery"), "")
        return spell(self._code)

    def recovery_sheet(self) -> bytes:
        """Return the recovery sheet (복구 안내서) as a PDF; it holds the code."""
        rooms = self._rooms
        self.recovery_code()
        made = local(rooms.clock.wall()).date().isoformat()
        sheet = documents.RecoverySheet(
            rooms.vault.id,
            rooms.who.center_code,
            rooms.who.device_name,
            made,
            self._code,
        )
        return documents.draw_recovery_sheet(sheet, rooms.language)

    def confirm_code(self, typed: str) -> None:
        """Compare the code typed back from paper; the program then forgets it.

        Raises:
            WrongCode: it is not what was printed.
        """
        if not self._code or read_code(typed) != self._code:
            raise WrongCode
        self._code = ""
        self._finish("recovery")

    def skip(self, step: str) -> None:
        """Leave a step for later.

        Raises:
            InvalidInput: this step cannot be left out.
        """
        if step not in {"central", "mailbox"}:
            raise InvalidInput(what="step", why="not-optional")
        self._finish(step)

    def _finish(self, step: str) -> None:
        self._rooms.vault.keep_fact(_DONE.format(step), "yes")
        self._rooms.touched.add("settings")

    def _is_done(self, step: str) -> bool:
        return self._rooms.vault.fact(_DONE.format(step)) == "yes"

    def _knows_central(self) -> bool:
        own = self._rooms.who.role == "central"
        return own or bool(self._rooms.exchange.trust.central_codes())
