"""Link notices (연결 알림): what the central desk told this center, and what this center answers.

* A notice is believed from a central desk only, and shown only to the center it is for; at the
  central desk every notice it said is seen, with the center's own newest answer beside it.
* An answer is the center's own record: codes travel to the central desk, the remark stays.
* A recalled notice stays to be read until somebody says that the recall was seen.
"""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from intake.desk.bonds import Bonds
from intake.desk.joint_standing import reply_of
from intake.desk.lines import names_of_centers
from intake.desk.link_telling import RECALLED, SENT, recall, settle, tell
from intake.desk.notice_lists import STATES, Lists
from intake.desk.rooms import Rooms
from intake.desk.views.casework import TodayAction
from intake.desk.views.joint import NoticeLineView, NoticeView
from intake.errors import InvalidInput, NotFound
from intake.exchange.bound import contact_id
from intake.exchange.linked import Hearing
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.matching.saying import called
from intake.register import CODES, Row, Value

__all__ = ["LinkNotices", "objections", "recall", "settle", "tell", "to_do"]

_ANSWERS = ("SEEN", "AGREES", "DISAGREES", "RECALL_SEEN")
_CONTACT = ("name", "phone", "email", "hours")
_LONGEST = 200
_MOST = 50
_PAGE = 200


class LinkNotices:
    """What can be done with link notices."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- reading -------------------------------------------------------------------

    def listing(
        self, state: str = "ALL", limit: int = _PAGE, after: str = ""
    ) -> tuple[NoticeView, ...]:
        """Return the notices for this center, newest first; at the central desk all it said.

        ``state`` is ``NEW``, ``ANSWERED``, ``SENT``, ``RECALLED`` or ``ALL``. A page holds
        ``limit`` of them; the next one begins ``after`` the last notice of this one.

        Raises:
            InvalidInput: there is no such state. NotFound: no such notice to begin after.
        """
        if state not in STATES:
            raise InvalidInput(what="state", why="unknown")
        page = Lists(self._rooms).page(state, max(0, limit), after)
        look = _Look(self._rooms)
        parts = (page[at : at + _PAGE] for at in range(0, len(page), _PAGE))
        return tuple(view for part in parts for view in look.views(part))

    def counts(self) -> dict[str, int]:
        """Return how many notices there are of each state, those that wait as ``NEW``."""
        return Lists(self._rooms).counts()

    def get(self, notice: str) -> NoticeView:
        """Return one notice.

        Raises:
            NotFound: there is none for this center.
        """
        look = _Look(self._rooms)
        return look.view(look.one(notice))

    def new(self) -> int:
        """Return how many nobody here has answered yet; at the central desk, objections."""
        return Lists(self._rooms).count("NEW")

    def contact(self) -> Mapping[str, str]:
        """Return whom another center may call here: ``name``, ``phone``, ``email``, ``hours``."""
        row = self._rooms.register.get("contact_point", self._contact_id())
        return {name: str(row[name] or "") if row else "" for name in _CONTACT}

    # --- saying --------------------------------------------------------------------

    def answer(self, notice: str, answer: str, remark: str = "") -> str:
        """Answer a notice; the newest answer counts, every one is kept.

        Raises:
            InvalidInput: no such answer, or the recall of a notice that stands.
            NotFound: there is no such notice for this center.
        """
        row = _Look(self._rooms).one(notice)
        if row["to_center"] != self._rooms.who.center_code:
            raise NotFound(entity="link_notice")
        if answer not in _ANSWERS or (answer == "RECALL_SEEN") != (row["state"] == RECALLED):  # fmt: skip
            raise InvalidInput(what="answer", why="unknown")
        record = new_id(self._rooms.clock.wall())
        said: dict[str, Value] = {
            "notice": row.id,
            "answer": answer,
            "center": self._rooms.who.center_code,
            "answered_by": self._rooms.who.counselor,
            "answered_on": self._rooms.clock.today().isoformat(),
            "remark": remark.strip() or None,
        }
        self._say(Deed.ANSWER_NOTICE, "notice_answer", record, said)
        return record

    def set_contact(
        self, name: str, phone: str = "", email: str = "", hours: str = ""
    ) -> None:
        """Say whom another center may call here: a counselor of the center, never a victim.

        Raises:
            InvalidInput: there is no name, or something is too long.
        """
        told = {"name": name, "phone": phone, "email": email, "hours": hours}
        if not name.strip() or any(len(one) > _LONGEST for one in told.values()):
            raise InvalidInput(what="contact", why="name")
        said: dict[str, Value] = {k: v.strip() or None for k, v in told.items()}
        said["center"] = self._rooms.who.center_code
        self._say(Deed.CHANGE, "contact_point", self._contact_id(), said)

    def tell(self, link: str) -> int:
        """Tell the centers concerned of a link that stands; return how many notices are new."""
        return tell(self._rooms, self._rooms.record("link", link).id)

    # --- within --------------------------------------------------------------------

    def _contact_id(self) -> str:
        return contact_id(self._rooms.who.center_code)

    def _say(self, deed: Deed, entity: str, record: str, said: dict[str, Value]) -> None:  # fmt: skip
        with self._rooms.saying(deed, scope_of("record", record)) as say:
            for name, value in said.items():
                if value is not None or deed is Deed.CHANGE:
                    say.set(entity, record, name, value)


class _Look:
    """One look at the notices: who may be believed is asked once."""

    def __init__(self, rooms: Rooms) -> None:
        self._rooms, self._bonds = rooms, Bonds(rooms)
        self._central = rooms.exchange.trust.central_codes()
        self._is_central = rooms.who.role == "central"
        self._hearing = Hearing(rooms.exchange)
        self.named = names_of_centers(rooms)
        self._read: dict[str, dict[str, list[Row]]] = {}

    def views(self, page: Sequence[str]) -> Iterator[NoticeView]:
        """Yield many notices: what belongs to them is read together."""
        find, told = self._rooms.register.find, tuple(page)
        rows = {row.id: row for row in find("link_notice", id=told)}
        for entity in ("notice_answer", "notice_line"):
            read = self._read[entity] = {notice: [] for notice in told}
            for row in find(entity, notice=told):
                read[str(row["notice"])].append(row)
        yield from (self.view(rows[one]) for one in page if one in rows)

    def _belonging(self, entity: str, notice: str) -> Sequence[Row]:
        read = self._read.get(entity, {})
        known = read.get(notice)
        return known if known is not None else self._rooms.register.find(entity, notice=notice)  # fmt: skip

    def one(self, notice: str) -> Row:
        row = self._rooms.record("link_notice", notice)
        if not self._is_ours(row):
            raise NotFound(entity="link_notice")
        return row

    def _is_ours(self, row: Row) -> bool:
        """Whether a central desk said it, and to us; whoever else says so is not heard."""
        own = self._rooms.who.center_code
        if self._bonds.owner(scope_of("link", row.id)) not in self._central:
            return False
        return self._is_central or row["to_center"] == own

    def answers(self, row: Row) -> list[Row]:
        """Return what the center of a notice itself answered, oldest first."""
        found = self._belonging("notice_answer", row.id)
        own = [
            one
            for one in found
            if self._bonds.owner(scope_of("record", one.id)) == row["to_center"]
        ]
        return sorted(own, key=lambda one: (one.said, one.id))

    def newest(self, row: Row) -> Row | None:
        """Return the answer that counts: of a recalled notice only one to the recall, if any."""
        found = self.answers(row)
        seen = [one for one in found if one["answer"] == "RECALL_SEEN"]
        return (seen or found)[-1] if found else None

    def is_new(self, row: Row, newest: Row | None) -> bool:
        """Whether something is still to be done with it here."""
        answer = newest["answer"] if newest is not None else None
        if self._is_central:
            return row["state"] == SENT and answer == "DISAGREES"
        if row["state"] == RECALLED:
            return answer != "RECALL_SEEN" and not self._is_replaced(row)
        asked = row["kind"] == "REQUEST"
        return answer is None and not (asked and self.reply(row))

    def _is_replaced(self, row: Row) -> bool:
        """Whether a newer reply to the same request says what this one said."""
        if row["kind"] != "REPLY":
            return False
        told = self._rooms.register.find("link_notice", request=row["request"])
        return any((one["kind"], one["state"]) == ("REPLY", SENT) for one in told)

    def view(self, row: Row) -> NoticeView:
        rooms, newest = self._rooms, self.newest(row)
        about = str(row["about_case"] or "")
        case = rooms.register.get("case", about) if about else None
        reply = self.reply(row)
        return NoticeView(
            id=row.id,
            number=str(case["number"] or "") if case is not None else "",
            **_texts(row, _TOLD),
            **_labels(row, rooms.language),
            case=about,
            suspect=str(row["about"] or ""),
            two_persons=bool(row["two_persons"]),
            other_cases=int(row["other_cases"] or 0),
            contact=str(row["contact_name"] or ""),
            lines=tuple(self._lines(row)),
            answer=str(newest["answer"] or "") if newest is not None else "",
            answer_label=newest.label("answer", rooms.language) if newest is not None else "",
            answered_by=str(newest["answered_by"] or "") if newest is not None else "",
            answered_on=str(newest["answered_on"] or "") if newest is not None else "",
            acknowledged=self._is_central
            and self._hearing.has_heard(str(row["to_center"]), scope_of("link", row.id)),
            reply=reply,
            reply_label=CODES.label("joint_reply", reply, rooms.language) if reply else "",
            new=self.is_new(row, newest),
            to_name=self.named(str(row["to_center"] or "")),
            other_name=self.named(str(row["other_center"] or "")),
        )  # fmt: skip

    def reply(self, row: Row) -> str:
        """Return the reply that stands: in a forwarded one itself, else what we replied.

        What she agreed to and took back is agreed to no longer.
        """
        if row["kind"] == "REQUEST":
            return reply_of(self._rooms, row)
        return str(row["reply"] or "")

    def _lines(self, row: Row) -> Iterable[NoticeLineView]:
        found = self._belonging("notice_line", row.id)
        for line in sorted(found, key=lambda one: int(one["place"] or 0)):
            if self._bonds.owner(scope_of("link", line.id)) in self._central:
                yield self._line(line)

    def _line(self, line: Row) -> NoticeLineView:
        texts, kind = self._rooms.texts, str(line["kind"] or "")
        label = CODES.label("identifier_kind", kind, self._rooms.language) if kind else ""  # fmt: skip
        text, says = self._text_of(str(line["own_record"] or "")), str(line["says"] or "")  # fmt: skip
        known = says.startswith("match-says-") and texts.has(says)
        named = called(kind, self._rooms.language)
        return NoticeLineView(
            record=str(line["own_record"] or ""),
            kind_label=label,
            text=text,
            says=texts(says, kind=named, value=text, count=0) if known else "",
        )

    def _text_of(self, record: str) -> str:
        """Return the value of an own record, as it was noted here."""
        for entity, field in _SHOWN:
            row = self._rooms.register.get(entity, record) if record else None
            if row is not None and not row.gone:
                return str(row[field] or "")
        return ""


_SHOWN = (
    ("identifier", "value"),
    ("posting", "url"),
    ("suspect", "nickname"),
    ("evidence", "title"),
)
_TOLD = (
    *("kind", "state", "to_center", "other_center", "link", "confirmed_on"),
    *("contact_phone", "contact_email", "said_on", "recalled_on", "wanted", "request"),
)
_LABELLED = {
    "kind_label": "kind",
    "state_label": "state",
    "link_kind_label": "link_kind",
    "word_label": "likeness",
    "recall_label": "recall_reason",
    "wanted_label": "wanted",
}


def _texts(row: Row, names: Iterable[str]) -> dict[str, str]:
    return {name: str(row[name] or "") for name in names}


def _labels(row: Row, language: str) -> dict[str, str]:
    return {
        label: row.label(name, language) if row[name] else ""
        for label, name in _LABELLED.items()
    }


def objections(rooms: Rooms, link: str) -> tuple[str, ...]:
    """Return the centers whose newest answer to a notice of a link is that it is not so."""
    return tuple(sorted({center for center, _ in _objected(rooms, link)}))


def objected(rooms: Rooms, link: str) -> tuple[str, ...]:
    """Return the answers by which centers object to a link now: another one each time."""
    return tuple(sorted({answer for _, answer in _objected(rooms, link)}))


def _objected(rooms: Rooms, link: str) -> Iterator[tuple[str, str]]:
    sent = [one for one in rooms.register.find("link_notice", link=link) if one["state"] == SENT]  # fmt: skip
    look = _Look(rooms) if sent else None
    for row in sent:
        newest = look.newest(row) if look is not None else None
        if newest is not None and newest["answer"] == "DISAGREES":
            yield str(row["to_center"]), newest.id


def to_do(rooms: Rooms) -> tuple[TodayAction, ...]:
    """Return what of the notices waits today: new ones, recalls, and objections."""
    named = names_of_centers(rooms)
    waiting = Lists(rooms).page("NEW", _MOST, "")
    rows = (rooms.register.get("link_notice", one) for one in waiting)
    lines = [_line(rooms, row, named) for row in rows if row is not None]
    return tuple(one for one in lines if one is not None)


def _line(rooms: Rooms, row: Row, named: Callable[[str], str]) -> TodayAction | None:
    """Return what one notice asks for; of a request, and of another's case, nothing."""
    case = str(row["about_case"] or "")
    known = rooms.register.get("case", case) if case else None
    if row["kind"] == "REQUEST" or not rooms.sight.sees(case):
        return None
    if rooms.who.role == "central":
        text_id, center = "next-notice-objection", row["to_center"]
    else:
        recalled = row["state"] == RECALLED
        text_id = "next-notice-recalled" if recalled else _ON_TODAY[str(row["kind"])]
        center = row["other_center"]
    number = str(known["number"] or "") if known is not None else ""
    facts = {"number": number, "center": named(str(center or ""))}
    day = str(row["recalled_on"] or row["said_on"] or "")
    return TodayAction(text_id, facts, case if known is not None else "", day)


_ON_TODAY = {"MATCH": "next-notice-match", "REPLY": "next-notice-reply"}
