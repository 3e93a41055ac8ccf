"""Trust that moves (신뢰의 이동): certificates renewed and taken back over the mailbox.

* A laptop whose certificate ends within two months asks with a paper in its bundles; the laptop
  with the CA keeps the request until a person, or the policy, answers; the answer goes back the
  same way, and all of it also by file.
* Answered without comparing words is only a laptop on our card that asks with the keys it has.
  New keys, a new laptop, or one that was taken back: two people compare words, as at the beginning.
* What is taken back is taken back by position: it stands in our card and goes to everybody.
"""

import contextlib
import json
from collections.abc import Collection, Mapping
from dataclasses import replace
from typing import Final, Literal, TypeAlias

from intake.clock import DAY_MS, FLOOR_MS, Clock
from intake.crypto import Certificate
from intake.errors import (
    CertificateRefused,
    IntakeError,
    NotEnrolled,
    NotFound,
    NotYours,
    TooNew,
    Untrusted,
)
from intake.trust import own as owned
from intake.trust import papers, positions, roster
from intake.trust.enrolment import Answer, Card, DeviceLine, Request, read_enrolment
from intake.trust.issuing import FACT_KIND, FACT_TELL, without_device
from intake.trust.joined import FACT_TWO
from intake.trust.papers import Answered, Asked
from intake.trust.positions import Revoked
from intake.trust.signers import Signer
from intake.trust.trust import Trust
from intake.vault import Vault

RENEW_BEFORE: Final = 60 * 24 * 60 * 60  # two months
_AGAIN: Final = 7 * DAY_MS  # asked anew, should it have been forgotten there
_ASKED: Final = "trust/asked"
State: TypeAlias = Literal[
    "none", "fine", "ending", "expired", "early", "revoked", "revoked-ca"
]
Why: TypeAlias = Literal["renewal", "new-key", "new-device", "revoked"]


class Moving:
    """What moves between the laptops of a center, and from it to everybody."""

    def __init__(self, vault: Vault, trust: Trust, clock: Clock) -> None:
        """Keep everything in the vault."""
        self._vault, self._trust, self._clock = vault, trust, clock

    # --- this laptop's own certificate ----------------------------------------------

    def state(self) -> State:
        """Return how this laptop's certificate stands, by its own clock."""
        try:
            certificate = self._trust.own().certificate
        except NotEnrolled:
            return "none"
        now = self._seconds()
        if self._trust.is_revoked:
            whole = self._trust.own().center in self.gone_centers()
            return "revoked-ca" if whole else "revoked"
        if now >= certificate.valid_before:
            return "expired"
        if now < certificate.valid_after:
            return "early"
        return "ending" if self._trust.is_ending else "fine"

    def renew(self) -> bool:
        """Renew this laptop's certificate where the CA is here and it is time."""
        with contextlib.suppress(CertificateRefused, NotEnrolled):
            return self._trust.renew()
        return False

    def request_due(self, device_name: str = "") -> bytes | None:
        """Return the request that goes along now; None where none is needed.

        A laptop that was taken back asks for nothing by itself.
        """
        trust = self._trust
        if not trust.is_own_enrolled or trust.holds_ca or trust.is_revoked:
            return None
        if not trust.is_ending:
            return None
        own = trust.own()
        kept = json.loads(self._vault.fact(_ASKED) or "{}")
        since = self._clock.wall() - kept.get("made", 0)
        if kept.get("serial") == own.certificate.serial and 0 <= since < _AGAIN:
            return str(kept["file"]).encode()
        file = trust.request(own.center, device_name or self._name_of(own.device))
        told = {"serial": own.certificate.serial, "made": self._clock.wall(), "file": file.decode()}  # fmt: skip
        self._vault.keep_fact(_ASKED, json.dumps(told))
        return file

    def newest_met(self) -> int:
        """Return when a certificate was met here that was not known before."""
        with self._vault.reading() as db:
            return papers.newest_met(db)

    # --- the laptop with the CA --------------------------------------------------------

    def hear_request(self, signer: Signer, data: bytes) -> bool:
        """Keep a request that came with a bundle; return whether it waits for an answer.

        It must be of the laptop that brought it, of our own center. What is answered already and
        did not arrive is sent once more.
        """
        asked = _read_request(data)
        own = self._trust.holds_ca and asked is not None
        if not own or asked is None or not self._is_of(asked, signer):
            return False
        with self._vault.writing() as db:
            before = papers.answered_of(db, asked.device)
            if before is not None and self._still_good(before, asked):
                return False
            if self._is_certified_anew(asked):
                return False
            papers.keep_asked(db, Asked(asked.device, data, self._clock.wall()))
        return True

    def waiting(self) -> tuple[tuple[Request, Why, int], ...]:
        """Return the requests that wait: what is asked, why it needs whom, since when."""
        with self._vault.reading() as db:
            kept = papers.all_asked(db)
        read = ((_read_request(one.file), one.received) for one in kept)
        return tuple((one, self.why(one), ms) for one, ms in read if one is not None)

    def why(self, asked: Request) -> Why:
        """Return what a request is: only a renewal needs no comparing of words."""
        ca = self._trust.issuing.ca().public
        with self._vault.reading() as db:
            if papers.is_revoked_key(db, ca, asked.public):
                return "revoked"
            known = roster.line_of(db, asked.device, asked.code)
            newest = papers.newest_issued(db, asked.device)
        if known is None or newest is None:
            return "new-device"
        same = (known, newest[0]) == (asked.recipient, asked.public)
        return "renewal" if same else "new-key"

    def answer_renewal(self, device: str) -> bytes:
        """Answer a waiting renewal; return the file, which also travels by itself.

        Raises:
            NotFound: nobody of that name waits.
            CertificateRefused: its words have to be compared first (why=new-key, new-device), or
                it was taken back (why=revoked).
        """
        for asked, why, _ in self.waiting():
            if asked.device == device:
                if why != "renewal":
                    raise CertificateRefused(why=why)
                return self.answer(replace(asked, name=self._name_of(device)))
        raise NotFound(entity="laptop")

    def answer(self, asked: Request) -> bytes:
        """Answer a request whose words were compared, or which is a renewal."""
        with self._vault.writing() as db:
            data = self._trust.answer_to(asked)
            newest = papers.newest_issued(db, asked.device)
            until = newest[1] if newest else 0
            papers.keep_answered(db, Answered(asked.device, asked.public, until, data))
        return data

    def decline(self, device: str) -> None:
        """Let a request wait no more; it comes again while the laptop goes on asking."""
        with self._vault.writing() as db:
            papers.drop_asked(db, device)

    def answer_for(self, device: str) -> bytes | None:
        """Return the answer that goes along to a laptop, or None."""
        with self._vault.reading() as db:
            found = papers.answered_of(db, device)
        return None if found is None else found.file

    # --- the answer comes home -------------------------------------------------------

    def hear_answer(self, signer: Signer, data: bytes) -> bool:
        """Take the answer that came with a bundle; return whether a certificate was taken.

        Nobody compares words: it is by the CA that certified us before, for our own key.
        """
        trust = self._trust
        try:
            answer = read_enrolment(data)
            if not isinstance(answer, Answer) or answer.device != self._vault.device_id:
                return False
            own, certificate = trust.own(), Certificate.parse(answer.certificate)
            known = own.certificate.ca_public == answer.ca == certificate.ca_public
            ours = known and certificate.public == own.key.public
            if not ours or signer.center != own.center or not self._is_better(certificate):  # fmt: skip
                return False
            trust.take_answer(data, with_others=False)
        except (Untrusted, TooNew):
            return False
        return True

    def _is_better(self, new: Certificate) -> bool:
        """Whether a certificate may take the place of ours: it is of now, or ours is not."""
        ours, now = self._trust.own().certificate, self._seconds()
        if new.serial == ours.serial or self._is_taken_back(new):
            return False
        is_now = new.valid_after <= now < new.valid_before
        was_now = ours.valid_after <= now < ours.valid_before
        return (is_now and new.valid_before > ours.valid_before) or not was_now

    def _is_taken_back(self, certificate: Certificate) -> bool:
        with self._vault.reading() as db:
            return bool(positions.revoked(db, certificate.ca_public, certificate.serial, certificate.public))  # fmt: skip

    # --- others' certificates ----------------------------------------------------------

    def meet(self, signer: Signer) -> None:
        """Remember a certificate that signed something in its time."""
        with self._vault.reading() as db:
            if papers.has_met(db, signer):
                return
        with self._vault.writing() as db:
            papers.meet(db, signer, self._clock.wall())

    def is_vouched(self, signer: Signer) -> bool:
        """Whether the same key of the same laptop was certified again: it may catch up."""
        with self._vault.reading() as db:
            return papers.is_vouched(db, signer, self._seconds(), own=self._trust.holds_ca)  # fmt: skip

    # --- taking back ---------------------------------------------------------------------

    def take_back(
        self, device: str, logs: Mapping[str, int], more: Collection[Certificate] = ()
    ) -> tuple[Revoked, ...]:
        """Believe a laptop of our own up to these segments, and seal to it no more (취소).

        Where the CA is here it stands in our card, which goes to everybody at once; elsewhere it
        holds on this laptop only. Said again with other segments, the newer word counts.

        Args:
            device: the laptop.
            logs: its logs, and the last segment of each that counts.
            more: certificates of it that were seen and not noted here: their keys fall too.
        """
        trust, issuing = self._trust, self._trust.issuing
        with self._vault.writing() as db:
            ca = roster.ca_of(db, issuing.code())
            for seen in more:
                papers.meet(
                    db, Signer(device, issuing.code(), seen), self._clock.wall()
                )
            serials = papers.serials_of(db, ca, device) | {seen.serial for seen in more}
            lines = _lines(ca, serials, logs)
            roster.forget_laptop(db, device)
            papers.drop_asked(db, device)
            papers.drop_answered(db, device)
            if trust.holds_ca:
                card = without_device(issuing.card(), device)
                kept = (one for one in card.revoked if one.serial not in serials)
                issuing.publish(replace(card, revoked=(*kept, *lines)), tell=True)
            else:
                for one in lines:
                    positions.note_here(db, one, self._clock.wall())
        return lines

    def take_back_center(self, code: str, logs: Mapping[str, int]) -> None:
        """At the central desk: believe a whole center's CA up to these segments, and no more.

        Raises:
            NotYours: this is no central desk, or it is our own code.
        """
        issuing = self._trust.issuing
        if self._vault.fact(FACT_KIND) != "central" or code == issuing.code():
            raise NotYours(what="ca")
        with self._vault.writing() as db:
            ca = roster.ca_of(db, code)
            lines = _lines(ca, {positions.WHOLE}, logs)
            card = issuing.card()
            kept = (one for one in card.revoked if one[:2] != (ca, positions.WHOLE))
            issuing.publish(replace(card, revoked=(*kept, *lines)), tell=True)

    def begin_anew(self) -> Card:
        """Begin anew with a new CA on this laptop, after the central desk took the former back.

        The other laptops ask again and words are compared, also with everybody else.

        Raises:
            NotYours: our CA was not taken back.
        """
        vault, trust, issuing = self._vault, self._trust, self._trust.issuing
        with vault.writing() as db:
            own = roster.find_organisation(db, issuing.code())
            if own is None or not positions.is_whole(db, own.ca):
                raise NotYours(what="ca")
            name, identity = self._name_of(vault.device_id), trust.own().identity
            roster.retire(db, own)
            db.execute("delete from asked")
            db.execute("delete from answered")
            ca = owned.make_ca(vault)
            trust.certify_own()
            line = DeviceLine(vault.device_id, name, identity.recipient.text)
            card = Card(own.kind, own.code, own.name, ca.public, (line,), 0)
            return issuing.publish(card)

    def gone_centers(self) -> frozenset[str]:
        """Return the centers that were taken back as a whole and have not begun anew."""
        with self._vault.reading() as db:
            known = roster.organisations(db)
            return frozenset(one.code for one in known if positions.is_whole(db, one.ca))  # fmt: skip

    def tell_from(self) -> int:
        """Return from when on a card of ours is to be told to everybody; 0: none is."""
        return int(self._vault.fact(FACT_TELL) or 0)

    @property
    def has_two_holders(self) -> bool:
        """Whether a second laptop published a card with our CA."""
        return self._vault.fact(FACT_TWO) is not None

    # --- inside --------------------------------------------------------------------------

    def _is_of(self, asked: Request, signer: Signer) -> bool:
        own = self._trust.own()
        ours = asked.code == signer.center == own.center
        return ours and asked.device == signer.device != own.device

    def _still_good(self, before: Answered, asked: Request) -> bool:
        fresh = before.until - self._seconds() > RENEW_BEFORE
        return before.public == asked.public and fresh

    def _is_certified_anew(self, asked: Request) -> bool:
        """Whether a renewal is none: its certificate of today lasts; its clock may be wrong."""
        with self._vault.reading() as db:
            newest = papers.newest_issued(db, asked.device)
        lasts = newest is not None and newest[1] - self._seconds() > RENEW_BEFORE
        with contextlib.suppress(IntakeError):
            return lasts and self.why(asked) == "renewal"
        return False

    def _name_of(self, device: str) -> str:
        with self._vault.reading() as db:
            return roster.name_of(db, device)

    def _seconds(self) -> int:
        return max(self._clock.wall(), FLOOR_MS) // 1000


def _lines(ca: bytes, serials: set[int], logs: Mapping[str, int]) -> tuple[Revoked, ...]:  # fmt: skip
    places = logs or {"": positions.NOTHING}
    return tuple(Revoked(ca, serial, log, n) for serial in sorted(serials) for log, n in sorted(places.items()))  # fmt: skip


def _read_request(data: bytes) -> Request | None:
    with contextlib.suppress(Untrusted, TooNew):
        asked = read_enrolment(data)
        return asked if isinstance(asked, Request) else None
    return None
