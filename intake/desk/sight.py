"""What the person at the desk sees and may do (보는 범위): asked at every read and every word.

* Rows of a case that may not be seen keep their ids, states and dates and lose every word.
* A list may not be asked by what may not be seen: the answer would give it away. Who sees her
  own cases only is answered from those.
* Content opened in an emergency (긴급 열람) is seen for a quarter of an hour, on this sitting.
* Nothing here is decided in the window: the terminal is held to the same.
"""

import dataclasses
import time
from array import array
from collections.abc import Iterable, Sequence
from itertools import islice

from typing_extensions import override

from intake.consent.roles import (
    Act,
    Grant,
    Role,
    Roles,
    is_open,
    may,
    roles_of,
    sees_content,
)
from intake.errors import NotYours
from intake.ids import Scope
from intake.ledger import Ledger
from intake.ledger.change import Value as Said
from intake.ledger.report import Conflict, Word
from intake.progress import Progress
from intake.register import SCHEMA, Field, Hit, ListQuery, Register, Row, Value
from intake.settings import SETTINGS
from intake.vault import Vault

GLASS_SECONDS = 15 * 60
_NUMBERS = {"number", "central_number"}
_TOLD_COUNTS = ("age", "minor")

# Which cases a record outside cases is about, or which record knows.
_BETWEEN = {"link": ("one_case", "other_case"), "merge": ("kept_case", "joined_case"),
            "link_notice": ("about_case",)}  # fmt: skip
_HOME = {"link_line": "link", "notice_line": "notice", "notice_answer": "notice",
         "joint_request": "notice", "joint_answer": "notice"}  # fmt: skip

# Fields that only a supervisor says, whatever verb or import says them.
_SUPERVISED = {
    "role_grant": None,
    "break_glass": None,
    "access_review": None,
    "destruction": None,
    "case": frozenset({"plan_approved_by", "plan_approved_on"}),
}


class Sight:
    """What one person sees; what was looked up is remembered until it changes."""

    def __init__(self, vault: Vault, register: Register, who: str) -> None:
        """Look through the eyes of ``who``; ``register`` is the one without a veil."""
        self._vault, self._register, self.who = vault, register, who
        self._roles: Roles | None = None
        self._own_only: bool | None = None
        self._mine: dict[str, bool] = {}
        self._glass: dict[str, float] = {}

    # --- who -------------------------------------------------------------------------

    @property
    def roles(self) -> Roles:
        """The roles of the person at the desk."""
        if self._roles is None:
            self._roles = self.roles_of(self.who)
        return self._roles

    def roles_of(self, who: str) -> Roles:
        """Return the roles of anybody."""
        return roles_of(self.grants(), who)

    def grants(self) -> tuple[Grant, ...]:
        """Return every role that was given, ended ones too."""
        return tuple(
            Grant(
                str(row["counselor"] or ""),
                str(row["role"] or ""),
                ended=bool(row["ended_on"]),
            )
            for row in self._register.find("role_grant")
        )

    def supervisors(self) -> tuple[str, ...]:
        """Return who is a supervisor now; before anybody is named, the person here."""
        named = {one.who for one in self.grants() if one.role == Role.SUPERVISOR}
        found = [who for who in sorted(named) if Role.SUPERVISOR in self.roles_of(who)]
        return tuple(found) or ((self.who,) if Role.SUPERVISOR in self.roles else ())

    def may(self, act: Act) -> bool:
        """Whether the person here may do that."""
        return may(self.roles, act)

    def must(self, act: Act) -> None:
        """Check that the person here may do that.

        Raises:
            NotYours: her roles do not allow it.
        """
        if not self.may(act):
            raise NotYours(what=act.value)

    @property
    def unveiled(self) -> Register:
        """The register with every word in it: for rules that count, never to be shown."""
        return self._register

    # --- which cases -----------------------------------------------------------------

    @property
    def veiled(self) -> bool:
        """Whether anything at all is hidden from the person here."""
        return not sees_content(self.roles) or self._only_own()

    def _only_own(self) -> bool:
        if self._own_only is None:
            kept = self._vault.fact("setting/own_cases_only")
            self._own_only = bool(SETTINGS["own_cases_only"].read(kept))
        return self._own_only and Role.SUPERVISOR not in self.roles

    def sees(self, case: str) -> bool:
        """Whether the words of a case may be seen."""
        if not self.veiled or self.glass_left(case):
            return True
        if not sees_content(self.roles):
            return False
        if case not in self._mine:
            row = self._register.get("case", case)
            self._mine[case] = row is None or row["counselor"] in {None, self.who}
        return self._mine[case]

    def open_glass(self, case: str) -> None:
        """Let a case be seen for a quarter of an hour, whatever the clock does."""
        self._glass[case] = time.monotonic() + GLASS_SECONDS

    def glass_left(self, case: str) -> int:
        """Return the seconds for which a case is still open in an emergency."""
        end = self._glass.get(case, 0.0)
        return max(0, round(end - time.monotonic())) if end else 0

    def forget(self, topics: Iterable[str]) -> None:
        """Look up again what may have changed."""
        changed = set(topics)
        if changed & {"role_grant", "settings"}:
            self._roles = self._own_only = None
        if "case" in changed:
            self._mine.clear()

    # --- saying ----------------------------------------------------------------------

    def check_scope(self, scope: Scope) -> None:
        """Check that the person here may say something there.

        Raises:
            NotYours: she may not, or does not see that case.
        """
        self.must(Act.CASEWORK)
        kind, _, case = scope.partition("/")
        if kind == "case" and self.veiled and not self._works_on(case):
            raise NotYours(what="case")

    def _works_on(self, case: str) -> bool:
        """Whether she may write there: an emergency opens a case for reading only."""
        return sees_content(self.roles) and (
            self.sees(case) and not (self.glass_left(case) and not self._is_mine(case))
        )

    def _is_mine(self, case: str) -> bool:
        row = self._register.get("case", case)
        return row is None or row["counselor"] in {None, self.who}

    def check_words(self, words: Iterable[tuple[str, str, Said]]) -> None:
        """Check that what was said is not for a supervisor to say.

        Raises:
            NotYours: it is, and the person here is none.
        """
        for entity, field, value in words:
            if entity == "access_mark":
                raise NotYours(what="access-mark")
            if self.may(Act.SUPERVISE):
                continue
            fields = _SUPERVISED.get(entity, frozenset())
            holds = (entity, field) == ("case", "hold")  # laid and lifted by them only
            grants = fields is None or (field in fields and value is not None)
            if holds or grants:
                raise NotYours(what=Act.SUPERVISE.value)

    # --- seeing ----------------------------------------------------------------------

    def see(self, row: Row) -> Row:
        """Return a record as it may be seen."""
        if not self.veiled:
            return row
        if row.entity.scope != "case":
            return row if self._sees_beside(row) else _open_part(row)
        case = row.id if row.entity.name == "case" else str(row["case"] or "")
        return row if self.sees(case) else _open_part(row)

    def _sees_beside(self, row: Row) -> bool:
        """Whether a record outside cases may be seen: of a link, where both its cases may."""
        if not sees_content(self.roles):
            return all(row[f.name] is None or _is_open(row, f) for f in row.entity.fields)  # fmt: skip
        home = _HOME.get(row.entity.name)
        if home is not None and row[home]:
            of = self._register.get("link" if home == "link" else "link_notice", str(row[home]))  # fmt: skip
            return of is None or self._sees_beside(of)
        cases = (str(row[name] or "") for name in _BETWEEN.get(row.entity.name, ()))
        return all(self.sees(case) for case in cases if case)

    def allowed(self, query: ListQuery) -> ListQuery:
        """Return a query that gives nothing away; its order by hidden words is dropped.

        Raises:
            NotYours: it asks by what may not be seen.
        """
        if sees_content(self.roles):
            return query
        asked = [name for name, _ in query.equals] + [w.name for w in query.where]
        if any(not _may_ask(query.entity, name) for name in asked):
            raise NotYours(what="list")
        order = tuple(o for o in query.order if _may_ask(query.entity, o.lstrip("-")))
        return dataclasses.replace(query, order=order)

    def gives_away(self, query: ListQuery) -> bool:
        """Whether being on the list says something of a case that is not hers to see."""
        known = SCHEMA.get(query.entity)
        if not self.veiled or known is None or known.scope != "case":
            return False
        asked = [name for name, _ in query.equals] + [w.name for w in query.where]
        return any(not _may_ask(query.entity, name) for name in asked)

    def spans(self, query: ListQuery) -> bool:
        """Whether a list goes over all cases though only her own are hers to see.

        The list of cases itself stays: another's number is how she asks for it.
        """
        known = SCHEMA.get(query.entity)
        if known is None or not known.in_case or query.among is not None:
            return False
        named = {name for name, _ in query.equals}
        return self._only_own() and not named & {"case", "id"}

    def sees_row(self, row: Row) -> bool:
        """Whether the words of a record may be seen."""
        return self.see(row) is row

    def shown(self, hit: Hit) -> bool:
        """Whether a hit may be seen: of a hidden case, only its number is found."""
        kind, _, case = (hit.scope or "").partition("/")
        if kind != "case":
            return sees_content(self.roles) and self.sees_record(hit.entity, hit.id)
        return self.sees(case) or (hit.entity == "case" and hit.field in _NUMBERS)

    def sees_record(self, entity: str, record: str) -> bool:
        """Whether the words of a record may be seen."""
        row = self._register.get(entity, record) if self.veiled else None
        return row is None or self.see(row) is row


def _may_ask(entity: str, name: str) -> bool:
    known = SCHEMA.get(entity)
    if known is None:
        return True
    field = known.by_name.get(name)
    if field is not None:
        return is_open(entity, known.scope, field)
    derived = name.endswith(("_key", "_host", "_cho"))
    return not derived and name not in _TOLD_COUNTS


def _is_open(row: Row, field: Field) -> bool:
    return is_open(row.entity.name, row.entity.scope, field)


def _open_part(row: Row) -> Row:
    kept: dict[str, Value] = {
        field.name: row[field.name]
        for field in row.entity.fields
        if row[field.name] is not None and _is_open(row, field)
    }
    return Row(row.entity, row.row, row.id, row.said, kept)


class VeiledRegister(Register):
    """The register as the person at the desk may read it; every noun has this one."""

    def __init__(self, vault: Vault, sight: Sight) -> None:
        """Read the same tables; they are made already."""
        self._vault = vault
        self._sight = sight

    @override
    def get(self, entity: str, record: str) -> Row | None:
        row = super(Register, self)._page(
            ListQuery(entity, among=(record,), gone=True), 1
        )
        return self._sight.see(row[0]) if row else None

    @override
    def _page(self, query: ListQuery, limit: int) -> tuple[Row, ...]:
        allowed = self._sight.allowed(query)
        if self._sight.gives_away(query) or self._sight.spans(query):
            rows = filter(self._sight.sees_row, super()._page(allowed, -1))
            return tuple(islice(rows, limit if limit >= 0 else None))
        return tuple(self._sight.see(row) for row in super()._page(allowed, limit))

    @override
    def count(self, query: ListQuery) -> int:
        if self._sight.gives_away(query):
            return len(self._page(query, -1))
        return super().count(self._sight.allowed(query))

    @override
    def ids(self, query: ListQuery, progress: Progress) -> "array[int]":
        if self._sight.gives_away(query) or self._sight.spans(query):
            return array("q", [row.row for row in self._page(query, -1)])
        return super().ids(self._sight.allowed(query), progress)

    @override
    def rows(self, entity: str, numbers: Sequence[int]) -> tuple[Row, ...]:
        return tuple(self._sight.see(row) for row in super().rows(entity, numbers))

    @override
    def counts(self, cases: Sequence[str]) -> dict[str, dict[str, int | None]]:
        found = super().counts(cases)
        for case, kept in found.items():
            if not self._sight.sees(case):
                kept.update(dict.fromkeys(_TOLD_COUNTS))
        return found

    @override
    def search(
        self, text: str, limit: int = 50, *, deep: bool = False
    ) -> tuple[Hit, ...]:
        hits = super().search(text, limit, deep=deep)
        if not self._sight.veiled:
            return hits
        return tuple(hit for hit in hits if self._sight.shown(hit))


class VeiledLedger(Ledger):
    """The ledger of the desk: who said something and when stays, the words may not."""

    sight: Sight | None = None

    @override
    def history(
        self, entity: str, eid: str, field: str | None = None
    ) -> tuple[Word, ...]:
        words = super().history(entity, eid, field)
        if self.sight is None or self.sight.sees_record(entity, eid):
            return words
        return tuple(dataclasses.replace(one, value=None) for one in words)

    @override
    def conflicts(self, scope: Scope | None = None) -> tuple[Conflict, ...]:
        found = super().conflicts(scope)
        if self.sight is None or not self.sight.veiled:
            return found
        return tuple(self._veil(one, self.sight) for one in found)

    def _veil(self, one: Conflict, sight: Sight) -> Conflict:
        kind, _, case = one.scope.partition("/")
        if (
            sight.sees(case)
            if kind == "case"
            else sight.sees_record(one.entity, one.eid)
        ):
            return one
        heads = tuple(dataclasses.replace(head, value=None) for head in one.heads)
        return dataclasses.replace(one, heads=heads)
