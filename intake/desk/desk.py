"""The desk (책상): everything a counselor can do, one noun each; the only door to the rooms.

* Every verb works without a window; the terminal has them all.
* What crosses the door is a frozen value or an error of ``intake.errors``.
* One thread at a time writes; a reading thread may be interrupted by the next key.
"""

import contextlib

from intake import __version__
from intake.clock import FLOOR_MS
from intake.consent.roles import Act
from intake.desk.access import Access, keep_mark
from intake.desk.accidents import Accidents
from intake.desk.agencies import Agencies
from intake.desk.aggregates import Aggregates
from intake.desk.backups import Backups
from intake.desk.calendar import Calendar
from intake.desk.cases import Cases
from intake.desk.certificates import Certificates
from intake.desk.conflicts import Conflicts
from intake.desk.consents import Consents
from intake.desk.copies import CopiesNoun
from intake.desk.doctor import Health
from intake.desk.dossiers import Dossiers
from intake.desk.erasing import Erasing
from intake.desk.escrow import Escrow
from intake.desk.evidence import Evidence
from intake.desk.exchange import ExchangeNoun
from intake.desk.exports import Exports
from intake.desk.figures import Figures
from intake.desk.finder import Finder
from intake.desk.giving import Giving
from intake.desk.graph import Graph
from intake.desk.guidelines import Guidelines
from intake.desk.handover_lines import own_cases
from intake.desk.handovers import Handovers
from intake.desk.history import History
from intake.desk.imports import Imports
from intake.desk.interviews import Interviews
from intake.desk.joining import Joining
from intake.desk.joint import Joint
from intake.desk.keys import Keys
from intake.desk.library import LibraryNoun
from intake.desk.library_keeping import library_notices
from intake.desk.licences import Licences
from intake.desk.link_notices import LinkNotices
from intake.desk.matches import Matches
from intake.desk.minors import Minors
from intake.desk.next import due_actions
from intake.desk.opinion import Opinion
from intake.desk.packs import Packs
from intake.desk.papers import Papers
from intake.desk.persons import People
from intake.desk.petitions import Petitions
from intake.desk.places import Places
from intake.desk.planning import Plans
from intake.desk.policies import Policies, policy_notices
from intake.desk.postings import Postings
from intake.desk.profiles import Profiles
from intake.desk.program import ProgramNoun
from intake.desk.records import Records
from intake.desk.referring import Referrals
from intake.desk.retention import Retention
from intake.desk.roles import PeopleAndRoles, emergency_waits
from intake.desk.rooms import Rooms
from intake.desk.roots import Roots
from intake.desk.setup import Setup
from intake.desk.sites import Sites
from intake.desk.statistics import Statistics
from intake.desk.sticks import Sticks
from intake.desk.support import Support
from intake.desk.suspects import Suspects
from intake.desk.sync import Sync
from intake.desk.tasks import Tasks
from intake.desk.templates import Templates
from intake.desk.trials import Trials
from intake.desk.undoing import Undo
from intake.desk.updates import Updates
from intake.desk.views import About, HitLine, TodayView
from intake.desk.yearbook import Yearbook
from intake.errors import NoRoom, NotFound, NotYours
from intake.progress import Progress, Silent
from intake.register import Hit, ListQuery, Where
from intake.settings import SETTINGS, Value


class Settings:
    """What can be set on this laptop (설정)."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def get(self, name: str) -> Value:
        """Return a setting."""
        return self._rooms.setting(name)

    def set(self, name: str, value: Value) -> None:
        """Change a setting; one that may not stand is refused."""
        self._rooms.set_setting(name, value)

    def all(self) -> dict[str, Value]:
        """Return every setting."""
        return {name: self._rooms.setting(name) for name in SETTINGS}


class Desk:
    """An open workspace; every noun named here has its verbs in the terminal too."""

    access: Access
    accidents: Accidents
    agencies: Agencies
    aggregates: Aggregates
    backups: Backups
    calendar: Calendar
    cases: Cases
    certificates: Certificates
    conflicts: Conflicts
    consents: Consents
    copies: CopiesNoun
    escrow: Escrow
    evidence: Evidence
    dossiers: Dossiers
    erasing: Erasing
    exchange: ExchangeNoun
    exports: Exports
    figures: Figures
    finder: Finder
    giving: Giving
    graph: Graph
    guidelines: Guidelines
    handovers: Handovers
    health: Health
    history: History
    imports: Imports
    interviews: Interviews
    joining: Joining
    joint: Joint
    keys: Keys
    library: LibraryNoun
    licences: Licences
    link_notices: LinkNotices
    matches: Matches
    minors: Minors
    opinion: Opinion
    packs: Packs
    papers: Papers
    people: People
    petitions: Petitions
    places: Places
    policies: Policies
    postings: Postings
    plans: Plans
    profiles: Profiles
    program: ProgramNoun
    records: Records
    referrals: Referrals
    retention: Retention
    roles: PeopleAndRoles
    roots: Roots
    settings: Settings
    setup: Setup
    support: Support
    suspects: Suspects
    sticks: Sticks
    sync: Sync
    tasks: Tasks
    templates: Templates
    trials: Trials
    sites: Sites
    statistics: Statistics
    undo: Undo
    updates: Updates
    yearbook: Yearbook

    def __init__(self, rooms: Rooms, emergency_code: str = "") -> None:
        """Hand out the nouns of these rooms."""
        self._rooms = rooms
        self.role = rooms.who.role  # what pages there are; never changes
        self.accidents, self.certificates = Accidents(rooms), Certificates(rooms)
        self.consents = Consents(rooms)
        self.copies = CopiesNoun(rooms)
        self.cases = Cases(rooms)
        self.interviews = Interviews(rooms, self.consents)
        self.profiles, self.records = Profiles(rooms), Records(rooms)
        self.conflicts = Conflicts(rooms)
        self.agencies, self.calendar = Agencies(rooms), Calendar(rooms)
        self.aggregates, self.program = Aggregates(rooms), ProgramNoun(rooms)
        self.support, self.referrals = Support(rooms), Referrals(rooms)
        self.plans, self.tasks, self.trials = Plans(rooms), Tasks(rooms), Trials(rooms)
        self.opinion = Opinion(rooms)
        self.papers, self.templates = Papers(rooms), Templates(rooms)
        self.people, self.suspects = People(rooms), Suspects(rooms)
        self.petitions = Petitions(rooms)
        self.places, self.policies = Places(rooms), Policies(rooms)
        self.postings = Postings(rooms)
        self.escrow, self.evidence = Escrow(rooms), Evidence(rooms)
        self.sites = Sites(rooms)
        self.exchange = ExchangeNoun(rooms)
        self.exports, self.imports = Exports(rooms), Imports(rooms)
        self.figures = Figures(rooms)
        self.statistics = Statistics(rooms)
        self.finder = Finder(rooms)
        self.dossiers = Dossiers(rooms)
        self.giving, self.graph = Giving(rooms), Graph(rooms)
        self.guidelines, self.roots = Guidelines(rooms), Roots(rooms)
        self.packs = Packs(rooms)
        self.library = LibraryNoun(rooms, self.guidelines, self.packs)
        self.sticks = Sticks(rooms, self.exchange)
        self.sync = Sync(rooms, self.exchange)
        self.handovers, self.history = Handovers(rooms), History(rooms)
        self.matches = Matches(rooms)
        self.minors = Minors(rooms)
        self.joining, self.joint = Joining(rooms), Joint(rooms)
        self.keys, self.licences = Keys(rooms), Licences(rooms)
        self.link_notices = LinkNotices(rooms)
        self.setup = Setup(rooms, emergency_code)
        self.access, self.retention = Access(rooms), Retention(rooms)
        self.erasing = Erasing(rooms, self.interviews.forget)
        self.roles = PeopleAndRoles(rooms)
        self.settings = Settings(rooms)
        self.undo, self.yearbook = Undo(rooms), Yearbook(rooms)
        self.updates = Updates(rooms)
        self.backups = Backups(rooms)
        self.health = Health(rooms, self.library, self.backups)
        self._closed = False

    def about(self) -> About:
        """Return whose workspace this is."""
        rooms, who = self._rooms, self._rooms.who
        return About(
            role=who.role,
            center_code=who.center_code,
            center_name=who.center_name,
            device_name=who.device_name,
            counselor=who.counselor,
            vault_id=rooms.vault.id,
            folder=rooms.vault.folder,
            version=__version__,
            language=rooms.language,
            setup_done=self.setup.is_ready(),
            enrolled=rooms.exchange.trust.is_own_enrolled,
        )

    def notices(self) -> tuple[str, ...]:
        """Return text ids of what a person should know (a damaged key file, a full disk)."""
        vault = self._rooms.vault
        low = ("notice-low-disk",) if vault.low else ()
        waits = ("notice-emergency",) if emergency_waits(self._rooms) else ()
        early = ("notice-clock-behind",) if self._rooms.clock.wall() < FLOOR_MS else ()
        library = (*library_notices(self._rooms), *policy_notices(self._rooms))
        return (*vault.notices, *early, *low, *waits, *library, *self.backups.notices())  # fmt: skip

    def today(self) -> TodayView:
        """Return what waits today."""
        rooms = self._rooms
        until = int(rooms.vault.fact("sent/until") or 0)
        unsent = ListQuery(
            "case",
            where=(*own_cases(rooms), Where("last_said", ">", until)),
        )
        sent = self.exchange.sent()
        return TodayView(
            actions=due_actions(rooms),
            unfinished=self.interviews.unfinished(),
            waiting_to_send=rooms.register.count(unsent),
            last_sent_ms=max((one.made_ms for one in sent), default=0),
            received=len(self.exchange.received()),
        )

    def search(
        self, text: str, limit: int = 50, *, deep: bool = False
    ) -> tuple[HitLine, ...]:
        """Return where words, accounts, numbers or initials (초성) stand.

        ``deep`` also finds parts of addresses; it takes seconds where there are millions.
        """
        text = text.encode("utf-8", "replace").decode()  # half a letter is none
        hits = self._rooms.register.search(text, limit, deep=deep)
        self._rooms.log.note("search", once=True)
        return tuple(line for hit in hits if (line := self._hit(hit)) is not None)

    def _hit(self, hit: Hit) -> HitLine | None:
        kind, _, case = (hit.scope or "").partition("/")
        if kind != "case":
            return None
        with contextlib.suppress(NotFound):
            row = self._rooms.case(case)
            number, alias = str(row["number"] or ""), str(row["alias"] or "")
            return HitLine(
                hit.entity, hit.id, case, number, alias, hit.snippet, hit.marks
            )
        return None

    # --- staying and leaving ------------------------------------------------------

    def take_touched(self) -> frozenset[str]:
        """Return which kinds of record changed since this was last asked."""
        return self._rooms.touched.take()

    def enter_lane(self, lane: str) -> None:
        """Say on which reading lane this thread asks: ``interactive`` or ``bulk``."""
        self._rooms.vault.enter_lane("bulk" if lane == "bulk" else "interactive")

    def interrupt(self) -> None:
        """Stop the interactive query that runs now; it ends as ``Cancelled``."""
        self._rooms.vault.interrupt("interactive")

    def lock(self, progress: Progress | None = None) -> None:
        """Say every draft, seal the open segment, close the vault; twice is once.

        A full disk does not keep a vault open: drafts stay drafts and wait for the next time.
        """
        if self._closed:
            return
        self._closed = True
        try:
            with contextlib.suppress(NoRoom):
                if self._rooms.sight.may(Act.CASEWORK):
                    with contextlib.suppress(NotYours):  # words of others wait for them
                        self.interviews.settle_everything()
                keep_mark(self._rooms)
                self._rooms.ledger.close_segment(progress or Silent())
                self._keep_anchor()
        finally:
            with contextlib.suppress(NoRoom):
                self._rooms.log.close()
            self._rooms.vault.close()

    def close(self) -> None:
        """Lock without anybody watching."""
        self.lock()

    def _keep_anchor(self) -> None:
        """Note outside the vault how far the ledger was: a restored copy is then noticed."""
        anchor = self._rooms.ledger.anchor()
        if anchor:
            self._rooms.keyring.note(self._rooms.vault.id, "anchor", anchor)
