"""People and their roles (사람과 권한): who may what, since when, given by whom.

* Only a supervisor gives and takes; every line is kept with its reason, three years and more
  (고시 5조). The last supervisor is never taken away.
* A colleague on the same laptop has a slot of the vault: the passphrase that opened it is the
  author. Who leaves loses the slot; the key may be remembered, so it is changed as well.
* Content that a role hides is opened in an emergency (긴급 열람) for a purpose and a reason,
  for a quarter of an hour, and a supervisor looks at it afterwards.
"""

import unicodedata
from collections.abc import Iterable

from intake.clock import local, utc
from intake.consent.roles import Act, Role
from intake.desk.lines import ms_at
from intake.desk.rooms import Rooms
from intake.desk.sight import GLASS_SECONDS
from intake.desk.strength import strength_of
from intake.desk.views.office import GlassView, GrantView, MineView, PersonView
from intake.errors import (
    InvalidInput,
    LastSupervisor,
    NotYours,
    PolicyForbids,
    WeakPassphrase,
)
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.register import CODES, Row
from intake.vault import add_counselor, peek_vault, remove_slot

_LONGEST_NAME = 60
_LONGEST_REASON = 500
_MOST = 200


class PeopleAndRoles:
    """What can be done with people."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- who is who --------------------------------------------------------------------

    def mine(self) -> MineView:
        """Return who sits here, and what she may."""
        sight = self._rooms.sight
        return MineView(
            sight.who,
            tuple(sorted(sight.roles)),
            sight.may(Act.CASEWORK),
            sight.may(Act.SUPERVISE),
            sight.may(Act.LOGS),
        )

    def people(self) -> tuple[PersonView, ...]:
        """Return everybody at the center who has, or had, a role or a slot here."""
        rooms, lines = self._rooms, self.grants()
        here = self._slots()
        names = sorted({*here, rooms.sight.who, *(line.who for line in lines)})
        return tuple(
            PersonView(
                name,
                tuple(sorted(rooms.sight.roles_of(name))),
                min((g.granted_on for g in lines if g.who == name), default=""),
                name in here,
                name == rooms.sight.who,
            )
            for name in names
        )

    def grants(self, who: str = "") -> tuple[GrantView, ...]:
        """Return the book of rights, newest first; ended lines stay in it."""
        self._rooms.sight.must(Act.LOOK)
        found = [_grant(row) for row in self._rooms.register.find("role_grant")]
        kept = [one for one in found if not who or one.who == who]
        return tuple(sorted(kept, key=lambda g: (g.granted_on, g.id), reverse=True))

    def _slots(self) -> tuple[str, ...]:
        seen = peek_vault(self._rooms.vault.folder)
        return seen.counselors if seen else ()

    # --- giving and taking ---------------------------------------------------------------

    def give(self, who: str, role: str, reason: str = "START") -> None:
        """Give somebody a role.

        Raises:
            NotYours: the person here is no supervisor.
            InvalidInput: there is no such role or reason, or no name.
            PolicyForbids: IT lets no such role be given on this computer.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        name, given = _name(who), _role(role)
        _reason(reason)
        self._check_given(given)
        with self._rooms.one_step(Deed.GRANT):
            self._name_the_first()
            if given not in self._named_roles(name):
                self._say_grant(name, given, reason)

    def take(self, who: str, role: str, reason: str = "END") -> None:
        """Take a role back; the line stays in the book.

        Raises:
            NotYours: the person here is no supervisor.
            LastSupervisor: the center would have none.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        name, taken = _name(who), _role(role)
        _reason(reason)
        with self._rooms.one_step(Deed.GRANT):
            self._name_the_first()
            self._check_supervised(name, (taken,))
            if name not in {one.who for one in self._rooms.sight.grants()}:
                self._say_grant(name, Role.COUNSELOR, "START")  # what she was unspoken
            self._end(name, (taken,), reason)

    def add_person(
        self, name: str, role: str, passphrase: str, new_passphrase: str
    ) -> None:
        """Give a colleague a slot on this laptop, and a role; ``passphrase`` is one's own.

        Raises:
            NotYours: the person here is no supervisor.
            InvalidInput: somebody of that name is here already.
            WrongPassphrase: one's own does not fit. WeakPassphrase: hers is weak.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        colleague, given = _name(name), _role(role)
        self._check_given(given)
        known = {one.name for one in self.people()}
        if colleague in known and colleague in self._slots():
            raise InvalidInput(what="person", why="there-already")
        if not strength_of(new_passphrase).accepted:
            raise WeakPassphrase(why="guessable")
        add_counselor(
            rooms.vault,
            passphrase=passphrase,
            name=colleague,
            their_passphrase=new_passphrase,
            keyring=rooms.keyring,
        )
        self.give(colleague, given)

    def end_person(self, name: str, passphrase: str, reason: str = "END") -> None:
        """Take every role and the slot of somebody who leaves.

        Raises:
            InvalidInput: it is oneself. LastSupervisor: the center would have none.
            WrongPassphrase: one's own does not fit.
        """
        rooms, leaver = self._rooms, _name(name)
        rooms.sight.must(Act.SUPERVISE)
        if leaver == rooms.sight.who:
            raise InvalidInput(what="person", why="yourself")
        self._check_supervised(leaver, tuple(Role))
        if leaver in self._slots():
            remove_slot(
                rooms.vault,
                passphrase=passphrase,
                kind="passphrase",
                name=leaver,
                keyring=rooms.keyring,
            )
        with rooms.one_step(Deed.GRANT):
            self._name_the_first()
            if not self._named_roles(leaver):
                self._say_grant(leaver, Role.COUNSELOR, "START")
            self._end(leaver, tuple(Role), reason)

    def _name_the_first(self) -> None:
        """Write down what the founder was all along, before anybody else is named."""
        sight = self._rooms.sight
        if not any(not one.ended for one in sight.grants()):
            for role in sorted(sight.roles):
                self._say_grant(sight.who, role, "START")

    def _check_given(self, role: Role) -> None:
        if role not in self._rooms.policy.roles_allowed:
            raise PolicyForbids(what="role")

    def _named_roles(self, who: str) -> frozenset[str]:
        return frozenset(
            one.role
            for one in self._rooms.sight.grants()
            if one.who == who and not one.ended
        )

    def _check_supervised(self, who: str, roles: Iterable[str]) -> None:
        others = [one for one in self._rooms.sight.supervisors() if one != who]
        if Role.SUPERVISOR in roles and not others:
            raise LastSupervisor

    def _say_grant(self, who: str, role: str, reason: str) -> None:
        rooms = self._rooms
        record = new_id(rooms.clock.wall())
        with rooms.noting(Deed.GRANT, scope_of("record", record)) as say:
            for field, value in {
                "counselor": who,
                "role": str(role),
                "granted_on": rooms.clock.today().isoformat(),
                "granted_by": rooms.sight.who,
                "reason": reason,
            }.items():
                say.set("role_grant", record, field, value)

    def _end(self, who: str, roles: Iterable[str], reason: str) -> None:
        rooms = self._rooms
        for row in rooms.register.find("role_grant", counselor=who):
            if row["ended_on"] or row["role"] not in set(roles):
                continue
            with rooms.noting(Deed.GRANT, scope_of("record", row.id)) as say:
                say.set(
                    "role_grant", row.id, "ended_on", rooms.clock.today().isoformat()
                )
                say.set("role_grant", row.id, "ended_by", rooms.sight.who)
                say.set("role_grant", row.id, "reason", reason)

    # --- in an emergency -------------------------------------------------------------------

    def break_glass(self, case: str, purpose: str, reason: str) -> GlassView:
        """Open a hidden case for a quarter of an hour (긴급 열람); it is looked at afterwards.

        Raises:
            InvalidInput: no such purpose, or no reason was given.
            NotYours: the person here has no role at all.
            NotFound: there is no such case.
        """
        rooms = self._rooms
        rooms.sight.must(Act.LOOK)
        if not CODES.holds(("access_purpose",), purpose):
            raise InvalidInput(what="purpose", why="unknown-code")
        if not reason.strip() or len(reason) > _LONGEST_REASON:
            raise InvalidInput(what="reason", why="empty-or-long")
        row, now = rooms.case(case), rooms.clock.wall()
        record = new_id(now)
        with rooms.noting(
            Deed.BREAK_GLASS, scope_of("record", record), logged=False
        ) as say:
            for field, value in {
                "counselor": rooms.sight.who,
                "role": min(rooms.sight.roles),
                "about": row.id,
                "at": utc(now),
                "until": utc(now + GLASS_SECONDS * 1000),
                "purpose": purpose,
                "reason": reason.strip(),
            }.items():
                say.set("break_glass", record, field, value)
        rooms.log.note("break-glass", row.id, purpose, loud=True)
        rooms.sight.open_glass(row.id)
        return self._glass(rooms.record("break_glass", record))

    def glass_left(self, case: str) -> int:
        """Return the seconds for which a hidden case is still open; 0: it is not."""
        return self._rooms.sight.glass_left(case)

    def emergencies(self, waiting: bool = True) -> tuple[GlassView, ...]:
        """Return what was opened in an emergency, newest first: what nobody looked at, or all."""
        self._rooms.sight.must(Act.LOGS)
        found = [self._glass(row) for row in self._rooms.register.find("break_glass")]
        kept = [one for one in found if not (waiting and one.reviewed_by)]
        return tuple(sorted(kept, key=lambda one: one.at, reverse=True)[:_MOST])

    def review_emergency(self, record: str, finding: str) -> None:
        """Say what was found when somebody looked at an emergency.

        Raises:
            NotYours: the person here is no supervisor, or opened it herself while there is
                another.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        if not CODES.holds(("review_finding",), finding):
            raise InvalidInput(what="finding", why="unknown-code")
        row = rooms.record("break_glass", record)
        others = [one for one in rooms.sight.supervisors() if one != row["counselor"]]
        if row["counselor"] == rooms.sight.who and others:
            raise NotYours(what="own-emergency")
        with rooms.noting(Deed.REVIEW, scope_of("record", record)) as say:
            say.set("break_glass", record, "reviewed_by", rooms.sight.who)
            say.set(
                "break_glass", record, "reviewed_on", rooms.clock.today().isoformat()
            )
            say.set("break_glass", record, "finding", finding)

    def _glass(self, row: Row) -> GlassView:
        case = str(row["about"] or "")
        about = self._rooms.sight.unveiled.get("case", case)
        return GlassView(
            row.id,
            str(row["counselor"] or ""),
            case,
            str(about["number"] or "") if about else "",
            _minute(row["at"]),
            _minute(row["until"]),
            str(row["purpose"] or ""),
            str(row["reason"] or ""),
            str(row["reviewed_by"] or ""),
            str(row["finding"] or ""),
        )


def emergency_waits(rooms: Rooms) -> bool:
    """Whether a supervisor sits here and something opened in an emergency waits for her."""
    if not rooms.sight.may(Act.SUPERVISE):
        return False
    return any(not row["reviewed_on"] for row in rooms.register.find("break_glass"))


def _minute(at: object) -> str:
    return local(ms_at(at)).strftime("%Y-%m-%d %H:%M") if at else ""


def _grant(row: Row) -> GrantView:
    said = [
        str(row[name] or "")
        for name in (
            "counselor",
            "role",
            "granted_on",
            "granted_by",
            "ended_on",
            "ended_by",
            "reason",
        )
    ]
    return GrantView(row.id, *said)


def _name(text: str) -> str:
    name = unicodedata.normalize("NFC", " ".join(text.split()))
    if not name or len(name) > _LONGEST_NAME:
        raise InvalidInput(what="person", why="empty-or-long")
    return name


def _role(code: str) -> Role:
    try:
        return Role(code)
    except ValueError as error:
        raise InvalidInput(what="role", why="unknown-code") from error


def _reason(code: str) -> None:
    if not CODES.holds(("role_reason",), code):
        raise InvalidInput(what="reason", why="unknown-code")
