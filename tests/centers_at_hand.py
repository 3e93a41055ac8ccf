"""Incheon, Seoul, Busan and the central desk, and a stick that goes between them."""

from contextlib import contextmanager
from pathlib import Path

from intake.desk import Desk, workspace
from intake.desk.views.exchanging import ReceiveView
from intake.errors import NothingToSend
from intake.progress import Silent
from tests.desks_at_hand import a_desk, introduce, next_laptop
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring

QUIET = Silent()


def desks(folder, *codes: str) -> dict[str, Desk]:
    """Workspaces that know each other; C0 is the central desk."""
    found = {}
    for code in codes:
        role = "central" if code == "C0" else "center"
        made = a_desk(
            folder / code.lower(), role=role, code=code, counselor=f"{code} 상담"
        )
        for other in found.values():
            introduce(made, other)
        found[code] = made
    return found


def second_laptop(desk: Desk, folder: Path, who: str = "김상담") -> Desk:
    """Another laptop of a center, let in by its first."""
    keyring = MemoryKeyring()
    made = next_laptop(folder, desk.about().center_code, who, keyring)
    answer = desk.keys.answer_device(made.keys.device_request().data)
    made.keys.take_device_answer(answer.data)
    made.close()
    opened = workspace.open_(folder, PASSPHRASE, keyring=keyring, policy=POLICY)
    opened.setup.skip("central")
    return opened


def send(desk: Desk, to: str, stick) -> bool:
    """Seal what may go to somebody and leave it; False where nothing is to be sent."""
    try:
        sealed = desk.exchange.make(desk.exchange.plan(to), QUIET)
    except NothingToSend:
        return False
    desk.exchange.deliver(sealed, stick, QUIET)
    return True


def lose(desk: Desk, to: str) -> None:
    """Seal a bundle that never arrives."""
    desk.exchange.make(desk.exchange.plan(to), QUIET)


def carry(
    sender: Desk, receiver: Desk, stick: Path, to: str = ""
) -> ReceiveView | None:
    """Bring what goes from one workspace to the other, and the receipt back.

    Returns what the receiver says of it; None where nothing is to be sent.
    """
    code = receiver.about().center_code
    own = code == sender.about().center_code
    if not send(sender, to or (device_of(sender) if own else code), stick):
        return None
    report = receiver.exchange.receive(stick, QUIET)
    sender.exchange.receive(stick, QUIET)
    return report


def device_of(desk: Desk) -> str:
    """The only other laptop of this desk's own center."""
    (laptop,) = (one.name for one in desk._rooms.exchange.trust.parties() if one.own)
    return laptop


@contextmanager
def closing(*opened: Desk):
    """Close every workspace afterwards."""
    try:
        yield
    finally:
        for desk in opened:
            desk.close()
