"""Open a workspace (작업 공간): create, open, recover; the only composition root of the core.

* A workspace folder holds one vault; whose it is, is a fact inside it.
* Where the keyring's anchor is ahead of the vault, an older copy was put back: the ledger
  goes on in a new log that names the former one.
"""

from pathlib import Path

from intake.clock import Clock
from intake.counting.kept.keeping import Kept
from intake.crypto import PqRecipient
from intake.desk import policies_applying
from intake.desk.accident_keeping import ANCHOR
from intake.desk.desk import Desk
from intake.desk.door import at_the_door
from intake.desk.drafts import Drafts, DraftsOfTheErased
from intake.desk.looking import look
from intake.desk.packs_keeping import use_codes
from intake.desk.policies_newest import followed
from intake.desk.rooms import Rooms, Who
from intake.desk.sight import Sight, VeiledLedger, VeiledRegister
from intake.desk.strength import strength_of
from intake.desk.updates_program import stepping_aside
from intake.desk.views import NewWorkspace, Role, SalvagedView
from intake.errors import (
    InvalidInput,
    KeyringLocked,
    KeyringSilent,
    PolicyForbids,
    WeakPassphrase,
)
from intake.exchange import Exchange
from intake.exchange.authority import Authority
from intake.exchange.escrow.erasing import EscrowOfTheErased
from intake.ids import Scope
from intake.ledger import DeviceSigner
from intake.mailbox.mailbox import is_device
from intake.matching.index import Index
from intake.policy import Policy, read_policy
from intake.progress import Progress, Silent
from intake.register import VOCABULARY, Register
from intake.trust import Moving, Trust
from intake.trust.enrolment import kind_of
from intake.trust.own import make_keys
from intake.vault import (
    DeviceKeyring,
    Vault,
    best_keyring,
    create_vault,
    keyring_of,
    open_vault,
    recover_vault,
    salvage_vault,
)
from intake.vault.access_log import AccessLog
from intake.vault.tries import Tries, read_tries


def create(
    folder: Path,
    plan: NewWorkspace,
    progress: Progress | None = None,
    *,
    keyring: DeviceKeyring | None = None,
    policy: Policy | None = None,
    joining: bool = False,
) -> Desk:
    """Make a workspace; with ``joining``, on a center's next laptop.

    That one asks to be let in (``keys.device_request``), takes the answer
    (``keys.take_device_answer``) and is opened again; before that no case can begin on it.

    Raises:
        WeakPassphrase, InvalidInput, UnsuitablePlace, AlreadyOpen, KeyringSilent, NoRoom:
        nothing is left behind. PolicyForbids: this computer is set up for another center.
    """
    progress, policy = progress or Silent(), policy or read_policy()
    _check_plan(plan)
    _check_center(plan, policy)
    keyring = keyring or best_keyring(allow_file=policy.allow_device_file)
    made = create_vault(
        folder,
        passphrase=plan.passphrase,
        counselor=plan.counselor,
        keyring=keyring,
        policy=policy,
        progress=progress,
        recovery_recipients=_recipients(policy),
    )
    vault = made.vault
    for name in ("role", "center_code", "center_name", "device_name"):
        vault.keep_fact(f"who/{name}", getattr(plan, name))
    vault.keep_fact("setting/language", plan.language)
    trust = Trust(vault, Clock())
    if not joining:
        trust.found(plan.role, plan.center_code, plan.center_name, plan.device_name)
    rooms = _rooms(vault, keyring, policy, progress)
    return at_the_door(rooms, emergency_code=made.emergency_code)


def open_(
    folder: Path,
    passphrase: str,
    progress: Progress | None = None,
    *,
    keyring: DeviceKeyring | None = None,
    policy: Policy | None = None,
) -> Desk:
    """Open a workspace with a counselor's passphrase (see ``intake.vault.open_vault``)."""
    progress, policy = progress or Silent(), policy or read_policy()
    keyring = keyring or keyring_of(folder)
    tries = read_tries(folder)  # forgotten on a right one
    with stepping_aside():
        vault = open_vault(
            folder, passphrase=passphrase, keyring=keyring, progress=progress
        )
    return _desk(vault, keyring, policy, progress, tries)


def recover(
    folder: Path,
    emergency_code: str,
    new_passphrase: str,
    progress: Progress | None = None,
    *,
    keyring: DeviceKeyring | None = None,
    policy: Policy | None = None,
) -> Desk:
    """Open a workspace with the printed code and set a new passphrase.

    Raises:
        WrongCode, NoSlot: the code is mistyped, or of another vault. WeakPassphrase.
    """
    progress, policy = progress or Silent(), policy or read_policy()
    if not strength_of(new_passphrase).accepted:
        raise WeakPassphrase(why="guessable")
    keyring = keyring or best_keyring(allow_file=policy.allow_device_file)
    counselors = look(folder).counselors
    with stepping_aside():
        vault = recover_vault(
            folder,
            emergency_code=emergency_code,
            new_passphrase=new_passphrase,
            counselor=counselors[0] if counselors else "",
            keyring=keyring,
            policy=policy,
        )
    return _desk(vault, keyring, policy, progress)


def salvage(
    folder: Path,
    target: Path,
    passphrase: str,
    progress: Progress | None = None,
    *,
    keyring: DeviceKeyring | None = None,
) -> tuple[SalvagedView, ...]:
    """Save what is readable of a damaged workspace into a new folder.

    The old folder is not touched.

    Raises:
        DamagedVault: its first page does not open; only a backup helps.
        WrongPassphrase, AlreadyOpen, NoRoom: as on opening.
    """
    saved = salvage_vault(
        folder,
        target,
        passphrase=passphrase,
        keyring=keyring or keyring_of(folder),
        progress=progress,
    )
    return tuple(SalvagedView(one.table, one.rows, one.whole) for one in saved)


def _desk(
    vault: Vault,
    keyring: DeviceKeyring,
    policy: Policy,
    progress: Progress,
    tries: Tries | None = None,
) -> Desk:
    try:
        rooms = _rooms(vault, keyring, policy, progress)
        return at_the_door(rooms, tries)
    except BaseException:
        vault.close()
        raise


def _check_plan(plan: NewWorkspace) -> None:
    if not strength_of(plan.passphrase).accepted:
        raise WeakPassphrase(why="guessable")
    for name in ("center_code", "center_name", "device_name", "counselor"):
        if not getattr(plan, name).strip():
            raise InvalidInput(what=name, why="empty")
    if is_device(plan.center_code):  # nobody on Windows could leave anything for it
        raise InvalidInput(what="center_code", why="form")


def _check_center(plan: NewWorkspace, policy: Policy) -> None:
    """Refuse a workspace of another center, or another kind, than IT set this computer up for."""
    given = (policy.center_role, policy.center_code, policy.center_name)
    asked = (plan.role, plan.center_code, plan.center_name)
    if any(
        one and one.strip() != other.strip()
        for one, other in zip(given, asked, strict=True)
    ):
        raise PolicyForbids(what="center")


def _recipients(policy: Policy) -> list[PqRecipient]:
    """Return who can recover every new vault beside the printed code.

    Raises:
        Malformed: a line of the policy has the form of a recipient and is none; making a vault
            without it would leave IT believing that it can be recovered.
    """
    return [PqRecipient.parse(text) for text in policy.recovery_recipients]


def _rooms(
    vault: Vault, keyring: DeviceKeyring, policy: Policy, progress: Progress
) -> Rooms:
    clock, who, policy = Clock(), _who(vault), followed(vault, policy)
    use_codes(vault)
    trust = Trust(vault, clock)
    register = Register(vault, progress)
    index, kept = Index(vault, progress), Kept(vault)
    sight = Sight(vault, register, who.counselor)
    ledger = VeiledLedger(
        vault,
        device=_signer(vault, trust, who),
        clock=clock,
        vocabulary=VOCABULARY,
        projections=(
            DraftsOfTheErased(register),
            EscrowOfTheErased(clock),
            *(kept, register, index, kept),
        ),
        hold=lambda scope, cls: _is_held(register, scope, cls),
    )
    anchor = _anchor(vault, keyring)
    if ledger.resume(anchor):
        vault.keep_fact(ANCHOR, anchor or "")  # told until its last seal is here again
    ledger.settle_clock()
    ledger.sight = sight
    unasked = policy.answer_renewals
    exchange = Exchange(vault, ledger, register, trust, ledger.clock, answers_renewals=unasked)  # fmt: skip
    if trust.is_own_enrolled:  # what an older version parked, or a crash left unfolded
        ledger.catch_up(Authority(exchange).allows, progress)
    rooms = Rooms(
        vault,
        ledger,
        VeiledRegister(vault, sight),
        exchange,
        ledger.clock,
        Drafts(vault, clock),
        who,
        policy,
        keyring,
        sight,
        AccessLog(vault, clock.wall, who.counselor, who.device_name),
    )
    policies_applying.take_in(rooms)
    return rooms


def _who(vault: Vault) -> Who:
    said = {
        name: vault.fact(f"who/{name}") or ""
        for name in ("role", "center_code", "center_name", "device_name")
    }
    role: Role = kind_of(said["role"])
    return Who(
        role,
        said["center_code"],
        said["center_name"],
        said["device_name"],
        vault.author,
    )


def _signer(vault: Vault, trust: Trust, who: Who) -> DeviceSigner:
    """Return this laptop as a signer; before its center let it in, it has no certificate."""
    if not trust.is_own_enrolled:
        key, _ = make_keys(vault)
        return DeviceSigner(key, None, vault.device_id, who.center_code)
    Moving(vault, trust, trust.clock).renew()  # where the CA is here, and it is time
    own = trust.own()
    return DeviceSigner(own.key, own.certificate, vault.device_id, who.center_code)


def _anchor(vault: Vault, keyring: DeviceKeyring) -> str | None:
    """Return how far the ledger was when it was last closed; silence is no evidence."""
    try:
        return keyring.noted(vault.id, "anchor")
    except (KeyringSilent, KeyringLocked):
        return None


def _is_held(register: Register, scope: Scope, cls: str) -> bool:
    """Whether a legal hold (보존 의무) lies on a case: 성폭력방지법 7조의3③."""
    del cls  # a hold is on the whole case
    kind, _, record = scope.partition("/")
    row = register.get("case", record) if kind == "case" else None
    return row is not None and bool(row["hold"])
