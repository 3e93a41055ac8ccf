"""The door of the desk (문): every verb passes it, from the window and from the terminal.

* Whoever's roles do not see content may ask for what stands in ``_OPEN`` and nothing else: a
  new verb is closed to them until somebody opens it.
* What is asked about a case goes into the access log: who, when, where, whose, what. Asking
  for the same case again and again within ten minutes is one reading.
* A refusal is noted too, at once.
"""

import contextlib
import dataclasses
import inspect
import time
import uuid
from collections.abc import Callable, Iterator, Mapping
from typing import Any, Final

from intake.consent.roles import Act
from intake.desk.desk import Desk
from intake.desk.rooms import Rooms
from intake.errors import IntakeError, InvalidInput, NotYours
from intake.ids import scope_of
from intake.register import CODES, SCHEMA
from intake.vault.tries import Tries

_AGAIN = 600.0  # seconds in which the same reading is one
_MOST_TRIES = 50
_REMEMBERED = 2_000

# What somebody may ask who sees no content; his own things, and what only counts and logs.
_OPEN: Final[Mapping[str, Act]] = {
    **dict.fromkeys(
        (
            *("cases.listing", "cases.first", "cases.lines", "cases.line"),
            *("cases.header", "cases.overview", "cases.timeline"),
            *("records.list", "records.get", "records.history", "records.conflicts"),
            *("interviews.forms", "interviews.unfinished", "interviews.of_case"),
            *("exchange.sent", "exchange.received", "exchange.outbox"),
            *("exchange.addressees", "exchange.mailbox", "agencies.listing"),
            *("postings.center_counts", "undo.next", "undo.next_redo"),
            *("joining.joined", "calendar.month", "calendar.between"),
            *("calendar.rules", "calendar.extra_holidays", "finder.recent"),
            *("finder.opened", "finder.saved"),
            *("conflicts.listing", "conflicts.of_case", "conflicts.counts"),
            *("handovers.listing", "handovers.of_case", "handovers.centers"),
            *("joint.listing", "joint.agreed"),
            *("figures.view", "figures.proof", "figures.frozen"),
            *("guidelines.current", "guidelines.listing"),
            *("library.state", "library.listing", "library.places"),
            *("packs.listing", "packs.codes", "updates.state", "updates.listing"),
            *("program.view", "program.verify"),
            *("licences.view", "licences.text"),
            "papers.listing",
            *("statistics.view", "statistics.years"),
            *("aggregates.listing", "aggregates.national", "aggregates.sending"),
            *("sync.state", "accidents.listing", "sticks.release"),
            *("sync.going", "copies.open", "copies.asked", "copies.of_destruction"),
            *("retention.held", "retention.grounds"),
            *("escrow.state", "escrow.days"),
            *("health.look", "health.report", "health.first_aid"),
            *("policies.view", "policies.bounds"),
        ),
        Act.LOOK,
    ),
    **dict.fromkeys(
        (
            *("settings.get", "settings.all", "keys.change_passphrase", "roles.mine"),
            *("setup.is_ready", "setup.steps"),
        ),
        Act.OWN,
    ),
    **dict.fromkeys(
        (
            *("interviews.settle_everything", "interviews.forget", "keys.verify"),
            "backups.notices",
        ),
        Act.OWN,
    ),
}
_NOUNS: Final[Mapping[str, Act]] = {
    "keys": Act.CARE,
    "setup": Act.CARE,
    "settings": Act.CARE,
    "backups": Act.CARE,
    "guidelines": Act.CARE,
    "library": Act.CARE,
    "packs": Act.CARE,
    "updates": Act.CARE,
    "roots": Act.CARE,
    "places": Act.CARE,
    "certificates": Act.CARE,
    "roles": Act.OWN,  # these ask for themselves
    "access": Act.OWN,
    "retention": Act.OWN,
    "erasing": Act.OWN,
}
_SUPERVISED: Final = frozenset({"keys.stock_tools_kit"})  # the key of everything
_OWN_SETTINGS: Final = frozenset({"language", "theme", "scale", "lock_minutes"})
_SUPERVISED_SETTINGS: Final = frozenset({"own_cases_only", "log_years", "send_counts"})  # fmt: skip

# What is noted as more than a reading; these are on the disk at once.
_ACTS: Final[Mapping[str, str]] = {
    "exchange.make": "bundle",
    "exchange.receive": "import",
    "sticks.carry": "bundle",
    "keys.backup": "backup",
    "keys.stock_tools_kit": "export-key",
    "backups.make": "backup",
    "backups.nightly": "backup",
    "backups.forget": "backup-forget",
    "exports.make": "export",
    "exports.save": "export",
    "statistics.make": "export",
    "statistics.save": "export",
    "aggregates.file": "export",
    "yearbook.file": "export",
    "imports.run": "import",
    "evidence.view": "view-evidence",
    "evidence.copy_out": "export",
    "evidence.hand_over": "export",
}
_TAKES: Final = frozenset({"export", "print", "bundle"})
_VERB_ACTS: Final = {"backup": "backup", "export": "export", "import": "import"}
_QUIET: Final = frozenset({"roles.mine", "erasing.preview", "cases.begin"})


class Door:
    """Stands before one noun; what it hands out is the noun's own verb, watched."""

    def __init__(self, name: str, noun: object, watch: "Watch") -> None:
        """Guard ``noun``, which the desk calls ``name``."""
        self._name, self._noun, self._watch = name, noun, watch

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401 - whatever the noun has
        found = getattr(self._noun, name)
        if name.startswith("_") or not inspect.ismethod(found):
            return found
        guarded = self._watch.guard(self._name, name, found)
        setattr(self, name, guarded)
        return guarded


class Watch:
    """Who may pass, and what is written down."""

    def __init__(self, rooms: Rooms) -> None:
        """Watch over these rooms."""
        self._rooms = rooms
        self._case_of: dict[tuple[str, str], str] = {}
        self._last: dict[tuple[str, str], float] = {}

    def guard(
        self, noun: str, verb: str, call: Callable[..., Any]
    ) -> Callable[..., Any]:
        """Return the verb, watched."""
        asked = Asked(f"{noun}.{verb}", call)

        def guarded(*args: Any, **named: Any) -> Any:  # noqa: ANN401
            said = asked.said(args, named)
            cases = tuple(self._cases(said))
            try:
                self._check(asked, said, cases)
                answer = call(*args, **named)
            except NotYours:
                self._refused(asked, cases)
                raise
            except UnicodeEncodeError:  # half a letter: its own words would tell of it
                raise InvalidInput(what="text", why="lost-letters") from None
            self._note(asked, said, cases)
            return answer

        return guarded

    # --- who may pass ------------------------------------------------------------------

    def _check(
        self, asked: "Asked", said: Mapping[str, Any], cases: tuple[str, ...]
    ) -> None:
        sight = self._rooms.sight
        if asked.name in _SUPERVISED:
            sight.must(Act.SUPERVISE)
        if asked.name == "settings.set":
            sight.must(_act_of_setting(str(said.get("name"))))
        elif not sight.may(Act.CASEWORK) and not any(map(sight.glass_left, cases)):
            sight.must(_OPEN.get(asked.name) or _NOUNS.get(asked.noun, Act.CASEWORK))
        if asked.act in _TAKES:  # an emergency is for looking, nothing goes out by it
            for case in cases:
                sight.check_scope(scope_of("case", case))
        if cases and self._rooms.who.role == "escrow":
            raise NotYours(what="escrow")
        if asked.noun in _NOUNS or asked.name in _OPEN:
            return
        if not all(map(sight.sees, cases)):
            raise NotYours(what="case")

    # --- which case --------------------------------------------------------------------

    def _cases(self, said: Mapping[str, Any]) -> Iterator[str]:
        """Yield whose cases were asked for; what is no id is no case, and noted nowhere."""
        return filter(None, map(_spelled, self._named(said)))

    def _named(self, said: Mapping[str, Any]) -> Iterator[str]:
        if isinstance(case := said.get("case"), str) and case:
            yield case
        elif told := [one for one in map(_case_in, said.values()) if one]:
            yield from told
        elif "record" in said and "entity" in said:
            yield from self._found(str(said["entity"]), said["record"])
        else:
            for name, value in said.items():
                if name in SCHEMA and name != "case" and isinstance(value, str):
                    yield from self._found(name, value)

    def _found(self, entity: str, record: object) -> Iterator[str]:
        key = (entity, str(record))
        if key not in self._case_of:
            if len(self._case_of) > _REMEMBERED:
                self._case_of.clear()
            row = None
            with contextlib.suppress(IntakeError):  # not an id: the verb says so itself
                row = self._rooms.register.get(*key)
            if row is None:
                return
            case = row.id if entity == "case" else row.get("case")
            self._case_of[key] = str(case or "")
        if self._case_of[key]:
            yield self._case_of[key]

    # --- what is written down ------------------------------------------------------------

    def _note(
        self, asked: "Asked", said: Mapping[str, Any], cases: tuple[str, ...]
    ) -> None:
        log = self._rooms.log
        if asked.act:
            for case in cases or ("",):
                log.note(asked.act, case, _purpose_in(said), loud=True)
            return
        if asked.name == "records.list" and not cases and _is_about_cases(said):
            log.note("list-all", loud=True)
        for case in cases if asked.name not in _QUIET else ():
            act = "read" if self._rooms.sight.sees(case) else "masked"
            if not self._just_now(act, case):
                log.note(act, case)

    def _refused(self, asked: "Asked", cases: tuple[str, ...]) -> None:
        case = cases[0] if cases else ""
        if not self._just_now(f"denied {asked.name}", case):
            self._rooms.log.note("denied", case, loud=True)

    def _just_now(self, act: str, case: str) -> bool:
        now, key = time.monotonic(), (act, case)
        last = self._last.get(key)
        if last is not None and now - last < _AGAIN:
            return True
        if len(self._last) > _REMEMBERED:
            self._last.clear()
        self._last[key] = now
        return False


class Asked:
    """A verb: what it is called, what its parameters are called, what it is noted as."""

    def __init__(self, name: str, call: Callable[..., Any]) -> None:
        """Look the verb over once."""
        self.name = name
        self.noun, _, self.verb = name.partition(".")
        signature = inspect.signature(call)
        self._names = tuple(signature.parameters)
        self.act = _ACTS.get(name) or _VERB_ACTS.get(self.verb, "")
        gives = signature.return_annotation
        paper = getattr(gives, "__name__", str(gives)) in {"bytes", "NamedBytes"}
        if paper and not self.act and any(name in SCHEMA for name in self._names):
            self.act = "print"

    def said(self, args: tuple[Any, ...], named: Mapping[str, Any]) -> dict[str, Any]:
        """Return the arguments by name."""
        return {**dict(zip(self._names, args, strict=False)), **named}


def _is_about_cases(said: Mapping[str, Any]) -> bool:
    """Whether every record of a kind was asked for, of all cases at once."""
    known = SCHEMA.get(str(said.get("entity")))
    return known is not None and known.in_case


def _spelled(case: str) -> str:
    """Return the one spelling of an id, however it was typed; empty where it is none."""
    try:
        return str(uuid.UUID(case))
    except ValueError:
        return ""


def _case_in(value: object) -> str:
    """Return the case that a query or a plan names; empty where it names none."""
    case = getattr(value, "case", "") if dataclasses.is_dataclass(value) else ""
    return case if isinstance(case, str) else ""


def _purpose_in(said: Mapping[str, Any]) -> str:
    """Return the purpose that somebody gave, where it is one of the list."""
    plans = [getattr(value, "reason", "") for value in said.values()]
    for told in (said.get("purpose"), *plans):
        if isinstance(told, str) and CODES.holds(("access_purpose",), told):
            return told
    return ""


def _act_of_setting(name: str) -> Act:
    if name in _OWN_SETTINGS:
        return Act.OWN
    return Act.SUPERVISE if name in _SUPERVISED_SETTINGS else Act.CARE


def at_the_door(
    rooms: Rooms, tries: Tries | None = None, emergency_code: str = ""
) -> Desk:
    """Return the desk of rooms that were just opened, a door before every noun."""
    watch = Watch(rooms)
    desk = Desk(rooms, emergency_code, door=lambda name, noun: Door(name, noun, watch))
    for _ in range(min(tries.wrong, _MOST_TRIES) if tries else 0):
        rooms.log.note("failed", at=tries.last if tries else 0)
    rooms.log.note("open")
    return desk
