"""Incheon, Seoul, Busan and the central desk, and a stick that goes between them."""

from contextlib import contextmanager

from intake.desk import Desk, NewWorkspace, workspace
from intake.errors import NothingToSend
from intake.progress import Silent
from tests.desks_at_hand import a_desk, introduce
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


def second_laptop(desk: Desk, folder, who: str = "김상담") -> Desk:
    """Another laptop of a center, let in by its first."""
    code, keyring = desk.about().center_code, MemoryKeyring()
    plan = NewWorkspace(
        "center", code, f"{code} 센터", f"{code.lower()}-2", who, "ko", PASSPHRASE
    )
    made = workspace.create(folder, plan, keyring=keyring, policy=POLICY, joining=True)
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


def carry(desk: Desk, other: Desk, stick) -> None:
    """Bring what goes from one workspace to the other, and the receipt back."""
    about = other.about()
    own = about.center_code == desk.about().center_code
    to = device_of(desk) if own else about.center_code
    if send(desk, to, stick):
        other.exchange.receive(stick, QUIET)
        desk.exchange.receive(stick, QUIET)


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
