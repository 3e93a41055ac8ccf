"""The desk (책상): everything a counselor can do, one noun each; the only door to the rooms.

* Every verb works without a window; the terminal has them all.
* What crosses the door is a frozen value or an error of ``intake.errors``.
* One thread at a time writes; a reading thread may be interrupted by the next key.
* A noun is loaded when it is first asked for: a start that only looks pays for none.
"""

# ruff: noqa: PLC0415 - what a verb needs is loaded with it, as its noun is

from __future__ import annotations

import contextlib
from collections.abc import Callable
from typing import TYPE_CHECKING

from intake import __version__
from intake.clock import FLOOR_MS
from intake.desk.nouns import Nouns, noun
from intake.desk.views import About, HitLine, TodayView
from intake.errors import NoRoom, NotFound, NotYours
from intake.progress import Progress, Silent

if TYPE_CHECKING:
    from intake.desk.access import Access
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
    from intake.desk.handovers import Handovers
    from intake.desk.history import History
    from intake.desk.imports import Imports
    from intake.desk.interviews import Interviews
    from intake.desk.joining import Joining
    from intake.desk.joint import Joint
    from intake.desk.keys import Keys
    from intake.desk.library import LibraryNoun
    from intake.desk.licences import Licences
    from intake.desk.link_notices import LinkNotices
    from intake.desk.matches import Matches
    from intake.desk.minors import Minors
    from intake.desk.opinion import Opinion
    from intake.desk.packs import Packs
    from intake.desk.papers import Papers
    from intake.desk.persons import People
    from intake.desk.petitions import Petitions
    from intake.desk.places import Places
    from intake.desk.planning import Plans
    from intake.desk.policies import Policies
    from intake.desk.postings import Postings
    from intake.desk.profiles import Profiles
    from intake.desk.program import ProgramNoun
    from intake.desk.records import Records
    from intake.desk.referring import Referrals
    from intake.desk.retention import Retention
    from intake.desk.roles import PeopleAndRoles
    from intake.desk.rooms import Rooms
    from intake.desk.roots import Roots
    from intake.desk.settings import Settings
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
    from intake.desk.yearbook import Yearbook
    from intake.register import Hit


class Desk:
    """An open workspace; every noun named here has its verbs in the terminal too."""

    access: Access = noun("access")
    accidents: Accidents = noun("accidents")
    agencies: Agencies = noun("agencies")
    aggregates: Aggregates = noun("aggregates")
    backups: Backups = noun("backups")
    calendar: Calendar = noun("calendar")
    cases: Cases = noun("cases")
    certificates: Certificates = noun("certificates")
    conflicts: Conflicts = noun("conflicts")
    consents: Consents = noun("consents")
    copies: CopiesNoun = noun("copies")
    dossiers: Dossiers = noun("dossiers")
    erasing: Erasing = noun("erasing", "interviews")
    escrow: Escrow = noun("escrow")
    evidence: Evidence = noun("evidence")
    exchange: ExchangeNoun = noun("exchange")
    exports: Exports = noun("exports")
    figures: Figures = noun("figures")
    finder: Finder = noun("finder")
    giving: Giving = noun("giving")
    graph: Graph = noun("graph")
    guidelines: Guidelines = noun("guidelines")
    handovers: Handovers = noun("handovers")
    health: Health = noun("doctor", "library", "backups")
    history: History = noun("history")
    imports: Imports = noun("imports")
    interviews: Interviews = noun("interviews", "consents")
    joining: Joining = noun("joining")
    joint: Joint = noun("joint")
    keys: Keys = noun("keys")
    library: LibraryNoun = noun("library", "guidelines", "packs")
    licences: Licences = noun("licences")
    link_notices: LinkNotices = noun("link_notices")
    matches: Matches = noun("matches")
    minors: Minors = noun("minors")
    opinion: Opinion = noun("opinion")
    packs: Packs = noun("packs")
    papers: Papers = noun("papers")
    people: People = noun("persons")
    petitions: Petitions = noun("petitions")
    places: Places = noun("places")
    plans: Plans = noun("planning")
    policies: Policies = noun("policies")
    postings: Postings = noun("postings")
    profiles: Profiles = noun("profiles")
    program: ProgramNoun = noun("program")
    records: Records = noun("records")
    referrals: Referrals = noun("referring")
    retention: Retention = noun("retention")
    roles: PeopleAndRoles = noun("roles")
    roots: Roots = noun("roots")
    settings: Settings = noun("settings")
    setup: Setup = noun("setup")
    sites: Sites = noun("sites")
    statistics: Statistics = noun("statistics")
    sticks: Sticks = noun("sticks", "exchange")
    support: Support = noun("support")
    suspects: Suspects = noun("suspects")
    sync: Sync = noun("sync", "exchange")
    tasks: Tasks = noun("tasks")
    templates: Templates = noun("templates")
    trials: Trials = noun("trials")
    undo: Undo = noun("undoing")
    updates: Updates = noun("updates")
    yearbook: Yearbook = noun("yearbook")

    def __init__(
        self,
        rooms: Rooms,
        emergency_code: str = "",
        *,
        door: Callable[[str, object], object] = lambda _name, found: found,
    ) -> None:
        """Hand out the nouns of these rooms, each by its ``door``."""
        self._rooms = rooms
        self.role = rooms.who.role  # what pages there are; never changes
        self.nouns = Nouns(rooms, door, {"setup": (emergency_code,)})
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
        from intake.desk.library_keeping import library_notices
        from intake.desk.policies import policy_notices
        from intake.desk.roles import emergency_waits

        vault = self._rooms.vault
        low = ("notice-low-disk",) if vault.low else ()
        waits = ("notice-emergency",) if emergency_waits(self._rooms) else ()
        early = ("notice-clock-behind",) if self._rooms.clock.wall() < FLOOR_MS else ()
        library = (*library_notices(self._rooms), *policy_notices(self._rooms))
        return (*vault.notices, *early, *low, *waits, *library, *self.backups.notices())  # fmt: skip

    def today(self) -> TodayView:
        """Return what waits today."""
        from intake.desk.handover_lines import own_cases
        from intake.desk.next import due_actions
        from intake.register import ListQuery, Where

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
        from intake.consent.roles import Act
        from intake.desk.access import keep_mark

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
            try:
                with contextlib.suppress(NoRoom):
                    self._rooms.log.close()
            finally:
                self._rooms.vault.close()

    def close(self) -> None:
        """Lock without anybody watching."""
        self.lock()

    def _keep_anchor(self) -> None:
        """Note outside the vault how far the ledger was: a restored copy is then noticed."""
        anchor = self._rooms.ledger.anchor()
        if anchor:
            self._rooms.keyring.note(self._rooms.vault.id, "anchor", anchor)
