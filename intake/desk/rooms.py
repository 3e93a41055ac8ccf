"""The open rooms of one workspace, handed to every noun of the desk."""

import threading
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from intake.clock import Clock
from intake.desk.drafts import Drafts
from intake.desk.pasted import Reader
from intake.desk.sight import Sight
from intake.desk.views import Role
from intake.errors import HandedOver, InvalidInput, NotEnrolled, NotFound, NotYours
from intake.exchange import Exchange
from intake.exchange.handing import owner_of
from intake.ids import CaseId, Scope, scope_of
from intake.ledger import Deed, Ledger
from intake.ledger.change import EntryId
from intake.ledger.saying import Say
from intake.policy import Policy, check_setting, read_setting
from intake.register import Register, Row
from intake.settings import SETTINGS, Value, written
from intake.text import Texts, texts_in
from intake.vault import DeviceKeyring, Vault
from intake.vault.access_log import AccessLog


@dataclass(frozen=True, slots=True)
class Who:
    """Whose workspace this is, and who sits in front of it."""

    role: Role
    center_code: str
    center_name: str
    device_name: str
    counselor: str


class Touched:
    """Remembers which kinds of record changed since somebody last asked."""

    def __init__(self) -> None:
        """Begin with nothing."""
        self._topics: set[str] = set()
        self._lock = threading.Lock()  # two lanes add, the window takes
        self.heard: list[Callable[[Iterable[str]], None]] = []

    def add(self, *topics: str) -> None:
        """Remember that these changed."""
        with self._lock:
            self._topics.update(topics)
        for hear in self.heard:
            hear(topics)

    def take(self) -> frozenset[str]:
        """Return what changed, and forget it."""
        with self._lock:
            taken, self._topics = frozenset(self._topics), set()
        return taken


@dataclass(slots=True)
class Step:
    """One action of a person: the entries of everything said in it, in order."""

    deed: str
    outcomes: list[tuple[EntryId, ...]] = field(default_factory=list)

    @property
    def count(self) -> int:
        """How many things were said in it."""
        return len(self.outcomes)


class Done:
    """The steps of this sitting, newest last (see ``intake.desk.undoing``)."""

    _MOST = 100
    # Said once and for all, or taken back by its own verb.
    _NEVER = frozenset(
        {
            *(Deed.UNDO, Deed.ERASE, Deed.ENROL, Deed.SEND, Deed.FIX_CLOCK),
            *(Deed.BEGIN_CASE, Deed.CONSENT, Deed.WITHDRAW, Deed.RECALL),
            *(Deed.BEGIN_INTERVIEW, Deed.ANSWER, Deed.NOTE, Deed.ADOPT),
            *(Deed.PAUSE, Deed.RESUME, Deed.FINISH),
            *(Deed.HANDOVER, Deed.JOINT, Deed.NOTIFY),
            *(Deed.CUSTODY, Deed.GRANT, Deed.BREAK_GLASS, Deed.REVIEW, Deed.HOLD),
            Deed.PAPER,  # it lies with a court: it is void, never gone (papers.void)
        }
    )

    def __init__(self) -> None:
        """Begin with nothing."""
        self.undoable: list[Step] = []
        self.redoable: list[Step] = []
        self._open: Step | None = None

    @contextmanager
    def one_step(self, deed: Deed) -> Iterator[None]:
        """Count everything said inside as one step; nested, the outer one counts."""
        if self._open is not None:
            yield
            return
        self._open = Step(deed.value)
        try:
            yield
            self._keep(self._open)
        finally:
            self._open = None

    def note(self, deed: Deed, entries: tuple[EntryId, ...]) -> None:
        """Remember what was said."""
        if not entries or deed in self._NEVER or self._is_issuing():
            return
        if self._open is not None:
            self._open.outcomes.append(entries)
        else:
            self._keep(Step(deed.value, [entries]))

    def _is_issuing(self) -> bool:
        """Whether a paper is being issued: what it notes beside itself stays with it."""
        return self._open is not None and self._open.deed == Deed.PAPER.value

    def _keep(self, step: Step) -> None:
        if step.outcomes:
            self.undoable.append(step)
            del self.undoable[: -self._MOST]
            self.redoable.clear()


@dataclass(frozen=True, slots=True)
class Rooms:
    """Everything a noun of the desk may use."""

    vault: Vault
    ledger: Ledger
    register: Register
    exchange: Exchange
    clock: Clock
    drafts: Drafts
    who: Who
    policy: Policy
    keyring: DeviceKeyring
    sight: Sight
    log: AccessLog
    touched: Touched = field(default_factory=Touched)
    done: Done = field(default_factory=Done)
    addresses: Reader = field(default_factory=Reader, repr=False)

    def __post_init__(self) -> None:
        """Let a change of roles be felt at once."""
        self.touched.heard.append(self.sight.forget)

    @contextmanager
    def saying(self, deed: Deed, scope: Scope) -> Iterator[Say]:
        """Say something as the person in front; what it touched is remembered.

        Raises:
            NotYours: her roles do not allow it; nothing was said.
            HandedOver: another center goes on with that case.
        """
        self.sight.check_scope(scope)
        self._check_ours(scope)
        with self.noting(deed, scope) as say:
            yield say
            self.sight.check_words(say.spoken)

    def _check_ours(self, scope: Scope) -> None:
        """Check that no other center goes on with a case: its copy here is to be read."""
        if self.who.role == "escrow" and scope.startswith(("case/", "link/")):
            raise NotYours(what="escrow")  # the second party has no cases (제2기관)
        if self.who.role != "center" or not scope.startswith("case/"):
            return
        with self.vault.reading() as db:
            owner = owner_of(db, scope)
        if owner not in {"", self.who.center_code}:
            raise HandedOver(what="case")

    def check_ours(self, entry: EntryId) -> None:
        """Check that what an entry spoke of is still ours to speak of."""
        with self.vault.reading() as db:
            row = db.one(
                "select scope.scope from entry join part on part.id = entry.part"
                " join scope on scope.id = part.scope where entry.id = ?",
                (entry,),
            )
        if row is not None:
            self._check_ours(Scope(row[0]))

    @contextmanager
    def noting(self, deed: Deed, scope: Scope, *, logged: bool = True) -> Iterator[Say]:
        """Say what the desk itself has to note (대장), whatever the roles; no verb says this.

        Raises:
            NotEnrolled: this laptop has no certificate, or was let in and not opened again;
                what it said would be believed by nobody.
        """
        if not self.ledger.is_certified:
            raise NotEnrolled(party=self.who.center_code)
        with self.ledger.saying(deed, scope=scope, actor=self.who.counselor) as say:
            yield say
        self.touched.add(*say.outcome.touched)
        self.done.note(deed, say.outcome.entries)
        if say.outcome.entries and logged:
            kind, _, record = scope.partition("/")
            self.log.note(deed.value, record if kind == "case" else "", once=True)

    @contextmanager
    def one_step(self, deed: Deed) -> Iterator[None]:
        """Say several things in one transaction that are taken back as one."""
        with self.vault.writing(), self.done.one_step(deed):
            yield

    @contextmanager
    def about_case(self, deed: Deed, case: str) -> Iterator[Say]:
        """Say something in the scope of a case."""
        with self.saying(deed, scope_of("case", case)) as say:
            yield say

    def record(self, entity: str, record: str) -> Row:
        """Return one record that must be there.

        Raises:
            NotFound: there is none, or it was withdrawn.
        """
        row = self.register.get(entity, record)
        if row is None or row.gone:
            raise NotFound(entity=entity)
        return row

    def case(self, case: str) -> Row:
        """Return the record of a case that must be there."""
        return self.record("case", CaseId(case))

    # --- settings: device-local facts of the vault -----------------------------

    def setting(self, name: str) -> Value:
        """Return a setting; one nobody changed has its default.

        Raises:
            InvalidInput: there is no such setting.
        """
        if name not in SETTINGS:
            raise InvalidInput(what="setting", why="unknown")
        return read_setting(self.policy, name, self.vault.fact(f"setting/{name}"))

    def set_setting(self, name: str, value: Value) -> None:
        """Change a setting.

        Raises:
            InvalidInput: there is no such setting, or it may not have this value.
            PolicyForbids: IT set other bounds for it.
        """
        if name not in SETTINGS:
            raise InvalidInput(what="setting", why="unknown")
        checked = check_setting(self.policy, name, value)
        self.vault.keep_fact(f"setting/{name}", written(checked))
        self.touched.add("settings")

    @property
    def language(self) -> str:
        """The language of the screen."""
        return str(self.setting("language"))

    @property
    def texts(self) -> Texts:
        """Every sentence in the language of the screen."""
        return texts_in(self.language)
