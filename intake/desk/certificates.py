"""Certificates and lost laptops (인증서, 분실): who is renewed, who is believed no more, since when.

* A laptop asks by itself two months before its certificate ends; at the laptop with the center's
  CA a supervisor answers with one press. New keys or a new laptop: the words are compared first.
* Nothing of it ever stops anybody from writing: what is said meanwhile goes out later.
* A lost laptop is believed up to the last piece known here. Passwords at servers are changed by
  people; which, is listed by name.
"""

from dataclasses import replace
from typing import Final

from intake.clock import DAY_MS
from intake.consent.roles import Act
from intake.desk import lost_keeping
from intake.desk.lines import names_of_centers
from intake.desk.lost_keeping import Lost
from intake.desk.place_keeping import places
from intake.desk.rooms import Rooms
from intake.desk.sync_keeping import known, remember
from intake.desk.views import NamedBytes
from intake.desk.views.certificates import (
    AskedLine,
    BehindLine,
    CenterLine,
    CertificateView,
    LostPlace,
    LostView,
)
from intake.errors import InvalidInput, NotFound
from intake.exchange import outbox
from intake.exchange.dropping import take_out
from intake.exchange.late import Behind, behind
from intake.exchange.newcard import note_changed
from intake.exchange.receive import let_in
from intake.progress import Progress
from intake.trust import Request
from intake.trust.moving import Why

_NO_ACCOUNT: Final = "folder"
_COMPARED: Final = {"new-key", "new-device"}


class Certificates:
    """What can be known and done about certificates and lost laptops."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    # --- how it stands ------------------------------------------------------------------

    def state(self) -> CertificateView:
        """Return how this laptop's certificate stands, and what waits here."""
        rooms, moving = self._rooms, self._rooms.exchange.moving
        state, trust = moving.state(), rooms.exchange.trust
        until = trust.own().certificate.valid_before * 1000 if state != "none" else 0
        facts = {"day": rooms.texts.moment(until) if until else "", "days": self._days(until)}  # fmt: skip
        stem = f"certificate-{state}"
        where = "here" if trust.holds_ca else "elsewhere"
        remedy = f"{stem}-{where}" if rooms.texts.has(f"{stem}-{where}") else f"{stem}-next"  # fmt: skip
        gone = moving.gone_centers()
        central = rooms.who.role == "central" and rooms.sight.may(Act.SUPERVISE)
        centers = tuple(CenterLine(one.code, one.name, one.code in gone) for one in trust.enrolled() if central and one.kind == "center")  # fmt: skip
        asked = moving.waiting() if trust.holds_ca and not trust.is_revoked else ()
        return CertificateView(
            state,
            until,
            rooms.texts(stem, **facts),
            rooms.texts(remedy, **facts) if rooms.texts.has(remedy) else "",
            trust.holds_ca,
            moving.has_two_holders,
            tuple(self._asked(*one) for one in asked),
            tuple(map(self._behind, behind(rooms.exchange))),
            rooms.sight.may(Act.SUPERVISE),
            centers,
        )

    # --- renewals ------------------------------------------------------------------------

    def answer(self, device: str) -> NamedBytes:
        """Renew the certificate of a laptop that asks with the keys it has; it hears by itself.

        Raises:
            NotYours: the person here does not supervise, or the CA is on another laptop.
            NotFound: it does not ask. CertificateRefused: its words have to be compared first.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        data = self._rooms.exchange.moving.answer_renewal(device)
        return self._answered(data)

    def answer_compared(self, device: str) -> NamedBytes:
        """Let a laptop in with its new keys; its words were compared with whoever sits there.

        Raises:
            NotYours: the person here does not supervise, or the CA is on another laptop.
            NotFound: it does not ask. CertificateRefused: its key was taken back.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        moving = self._rooms.exchange.moving
        for asked, _, _ in moving.waiting():
            if asked.device == device:
                return self._answered(moving.answer(asked))
        raise NotFound(entity="laptop")

    def decline(self, device: str) -> None:
        """Let a request go; a laptop that still asks comes again."""
        self._rooms.sight.must(Act.SUPERVISE)
        self._rooms.exchange.moving.decline(device)
        self._rooms.touched.add("certificate")

    # --- a lost laptop ----------------------------------------------------------------------

    def lose(self, device: str, lost_on: str, noticed_at: str) -> LostView:
        """Take a lost laptop back (분실 처리): believed up to what is known here, sealed to no more.

        Where the CA is here, everybody hears of it with the next bundle or receipt; elsewhere it
        holds on this laptop until it is said there too.

        Args:
            device: the laptop.
            lost_on: day it was lost, as far as is known (YYYY-MM-DD).
            noticed_at: when the center learned of it (YYYY-MM-DDTHH:MM).

        Raises:
            NotYours: the person here does not supervise.
            NotFound: no laptop of this center has this id. InvalidInput: it is this one.
        """
        from intake.desk.lost import laptops  # noqa: PLC0415 - loads what draws

        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        line = next((one for one in laptops(rooms) if one.device == device), None)
        if line is None:
            raise NotFound(entity="laptop")
        if line.own:
            raise InvalidInput(what="laptop", why="this-one")
        logs, moving = lost_keeping.logs_of(rooms, device), rooms.exchange.moving
        with rooms.vault.writing():
            said = moving.take_back(device, logs, lost_keeping.certificates_of(rooms, device))  # fmt: skip
            others = tuple(one for one in known(rooms).allowed if one[1] != device)
            remember(rooms, allowed=others)
            accounts = {one.id: one.name for one in places(rooms).values() if one.kind != _NO_ACCOUNT}  # fmt: skip
            told = Lost(
                ms=rooms.clock.wall(),
                name=line.name,
                lost_on=lost_on,
                noticed=noticed_at,
                certificates=len({one.serial for one in said}),
                logs=logs,
                everywhere=rooms.exchange.trust.holds_ca,
                places=accounts,
            )
            lost_keeping.keep(rooms, device, told)
            note_changed(
                rooms.exchange
            )  # a receipt carries it also where nothing is due
        dropped = self._drop_for(device)
        lost_keeping.keep(rooms, device, replace(told, dropped=dropped))
        return self._lost(device, replace(told, dropped=dropped))

    def lost(self) -> tuple[LostView, ...]:
        """Return every laptop that was taken back here, the newest first."""
        every = lost_keeping.lost(self._rooms).items()
        found = sorted(every, key=lambda one: -one[1].ms)
        return tuple(self._lost(device, one) for device, one in found)

    def account_changed(self, device: str, place: str) -> None:
        """Note that a person changed the password of a place at its server.

        Raises:
            NotFound: no such laptop was taken back, or it knew no such place.
        """
        told = lost_keeping.lost(self._rooms).get(device)
        if told is None or place not in told.places:
            raise NotFound(entity="place")
        changed = tuple(sorted({*told.changed, place}))
        lost_keeping.keep(self._rooms, device, replace(told, changed=changed))

    def let_in(self, device: str, progress: Progress) -> int:
        """Believe what came of a laptop after it was taken back (받아들이기); return how many words.

        Where the CA is here the position is moved for everybody; elsewhere nobody may.

        Raises:
            NotYours: the person here does not supervise, or the CA is on another laptop.
            NotFound: nothing of it lies aside.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        rooms.exchange.trust.issuing.ca()
        aside = [one for one in behind(rooms.exchange) if one.device == device]
        if not aside:
            raise NotFound(entity="laptop")
        logs = lost_keeping.logs_of(rooms, device)
        for one in aside:  # a second past that was kept aside lies before what counts
            logs[one.log] = max(one.last, logs.get(one.log, one.last))
        rooms.exchange.moving.take_back(device, logs, lost_keeping.certificates_of(rooms, device))  # fmt: skip
        report = let_in(rooms.exchange, progress)
        if report is None:
            return 0
        rooms.touched.add("exchange", "certificate", *report.touched)
        return report.new_entries + report.filled

    def lose_center(self, center: str) -> None:
        """At the central desk: believe a whole center no more after what is known here.

        For a center whose laptop with the CA is gone: it begins anew with new keys, and its words
        are compared again.

        Raises:
            NotYours: the person here does not supervise, or this is no central desk.
        """
        rooms = self._rooms
        rooms.sight.must(Act.SUPERVISE)
        logs = lost_keeping.logs_of_center(rooms, center)
        rooms.exchange.moving.take_back_center(center, logs)
        rooms.touched.add("exchange", "certificate")

    def begin_anew(self) -> None:
        """Begin anew with a new certifying key on this laptop, after ours was taken back.

        The other laptops ask again by file, and everybody compares words with us once more.

        Raises:
            NotYours: the person here does not supervise, or nobody took our key back.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        self._rooms.exchange.moving.begin_anew()
        self._rooms.touched.add("exchange", "certificate")

    # --- inside ------------------------------------------------------------------------------

    def _answered(self, data: bytes) -> NamedBytes:
        self._rooms.touched.add("exchange", "certificate")
        code = self._rooms.who.center_code.lower()
        return NamedBytes(f"ieum-{code}.answer", data)

    def _asked(self, asked: Request, why: Why, ms: int) -> AskedLine:
        rooms = self._rooms
        words = asked.words(rooms.language) if why in _COMPARED else ()
        said = rooms.texts(f"certificate-asked-{why}", device=asked.name)
        return AskedLine(asked.device, asked.name, why, said, words, ms, why == "renewal")  # fmt: skip

    def _behind(self, one: Behind) -> BehindLine:
        rooms, ours = self._rooms, one.center == self._rooms.who.center_code
        name = self._name(one.device)
        center = names_of_centers(rooms)(one.center)
        facts = {"device": name, "center": center, "segments": one.segments, "entries": one.entries}  # fmt: skip
        may = ours and rooms.exchange.trust.holds_ca and rooms.sight.may(Act.SUPERVISE)
        stem = "certificate-behind" if ours else "certificate-behind-elsewhere"
        return BehindLine(one.device, name, center, one.segments, one.entries, rooms.texts(stem, **facts), may)  # fmt: skip

    def _lost(self, device: str, one: Lost) -> LostView:
        texts = self._rooms.texts
        facts = {"certificates": one.certificates, "logs": len(one.logs)}
        lines = [
            texts("lost-done-taken-back", **facts),
            texts("lost-done-everywhere" if one.everywhere else "lost-done-here"),
            texts("lost-done-sealing"),
        ]
        if one.dropped:
            lines.append(texts("lost-done-dropped", count=one.dropped))
        accounts = tuple(LostPlace(place, name, place in one.changed) for place, name in one.places.items())  # fmt: skip
        return LostView(device, one.name or self._name(device), one.ms, one.certificates, len(one.logs), one.everywhere, one.dropped, accounts, tuple(lines))  # fmt: skip

    def _drop_for(self, device: str) -> int:
        """Take out what waits for the lost laptop."""
        waits = [one for one in outbox(self._rooms.exchange) if one.to == device]
        for one in waits:
            take_out(self._rooms.exchange, one)
        return len(waits)

    def _name(self, device: str) -> str:
        told = lost_keeping.lost(self._rooms).get(device)
        if told is not None and told.name:
            return told.name
        with self._rooms.vault.reading() as db:
            row = db.one("select name from enrolled_device where device = ?", (device,))
        return str(row[0]) if row and row[0] else device[-12:]

    def _days(self, until_ms: int) -> int:
        return max(0, (until_ms - self._rooms.clock.wall()) // DAY_MS)
