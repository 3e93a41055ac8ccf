"""Editions of the sentencing guideline (양형기준): which one is in use, who stands behind it.

* An edition comes as a file that the central desk signed; a file nobody here enrolled has signed
  is not taken. Every edition that was taken stays, so a paper can be compared with its own.
* A fact that this program does not know is set aside and said; the rest of the edition is used.
* At the central desk an edition is signed, and a lawyer's name and day are written into it. The
  program checks neither; it says whose word it is.
* No verb here gives a range of months: nothing predicts a sentence.
"""

import contextlib
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from intake.consent.roles import Act
from intake.desk.guideline_keeping import Taken, in_use, keep_pack, name_of, taken
from intake.desk.lines import names_of_centers
from intake.desk.paper_facts import FACTS
from intake.desk.rooms import Rooms
from intake.desk.views import NamedBytes
from intake.desk.views.guidelines import GuidelineFactor, GuidelineLine
from intake.documents.guideline import Factor, Guideline, read_guideline
from intake.documents.guideline_pack import (
    MAX_FILE,
    NAMESPACE,
    Pack,
    make_pack,
    read_pack,
)
from intake.errors import (
    BadSignature,
    CertificateRefused,
    GuidelineRefused,
    UnknownDevice,
)
from intake.trust import Signer

_END: Final = "ieum-guideline"


class Guidelines:
    """What can be done about the guideline."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def current(self) -> GuidelineLine:
        """Return the edition that papers are made by."""
        return self._line(in_use(self._rooms))

    def listing(self) -> tuple[GuidelineLine, ...]:
        """Return every edition there is here, the newest first."""
        found = sorted(taken(self._rooms), key=lambda one: one.order, reverse=True)
        return tuple(map(self._line, found))

    def take(self, file: Path, older: bool = False) -> GuidelineLine:
        """Take an edition the central desk signed, and use it from now on.

        Args:
            file: the file as it came.
            older: take it although a newer edition is in use.

        Raises:
            GuidelineRefused: nobody enrolled here as a central desk signed it, it was changed, it
                is older than the one in use, or no such file (why).
            TooNew: a later version of this program wrote it.
        """
        return self.take_bytes(_read(Path(file)), older)

    def take_bytes(self, data: bytes, older: bool = False) -> GuidelineLine:
        """Take an edition that is at hand already (``take``)."""
        pack = read_pack(data)
        signer = self._proven(pack)
        now = in_use(self._rooms)
        if pack.order < now.order and not older:
            raise GuidelineRefused(why="older")
        keep_pack(self._rooms, pack, signer.center, signer.device)
        return self.current()

    def make(self, file: Path, verified_by: str = "", verified_on: str = "") -> NamedBytes:  # fmt: skip
        """Sign an edition at the central desk; it is used here from now on.

        Args:
            file: the edition as plain JSON (see FORMAT.md).
            verified_by: the lawyer who compared it with the original, where one did.
            verified_on: the day she did.

        Raises:
            GuidelineRefused: this is no central desk, or the file is no edition (why).
        """
        self._check_central()
        told = read_guideline(_read(Path(file)))
        if verified_by or verified_on:
            told = told.checked_by(verified_by, verified_on)
        return self._signed(told)

    def verify_by(self, name: str, on: str) -> NamedBytes:
        """Sign the edition in use once more, with the lawyer who checked it and the day.

        Raises:
            GuidelineRefused: this is no central desk, or name or day are none (why).
        """
        self._check_central()
        return self._signed(in_use(self._rooms).guideline.checked_by(name, on))

    # --- within ------------------------------------------------------------------------

    def _check_central(self) -> None:
        if self._rooms.who.role != "central":
            raise GuidelineRefused(why="not-central")
        self._rooms.sight.must(Act.SUPERVISE)

    def _signed(self, told: Guideline) -> NamedBytes:
        rooms = self._rooms
        made = max(rooms.clock.wall(), *(one.made + 1 for one in taken(rooms)))
        pack = make_pack(told, made, rooms.exchange.trust.sign)
        own = rooms.exchange.trust.own()
        keep_pack(rooms, pack, own.center, own.device)
        return NamedBytes(f"guideline-{told.edition}-{name_of(pack)[:4]}.{_END}", pack.data)  # fmt: skip

    def _proven(self, pack: Pack) -> Signer:
        trust = self._rooms.exchange.trust
        try:
            signer = trust.check_signature(NAMESPACE, pack.message, pack.signature)
            trust.check_valid(signer, pack.made)
        except BadSignature:
            raise GuidelineRefused(why="signature") from None
        except UnknownDevice:
            raise GuidelineRefused(why="signer") from None
        except CertificateRefused:
            raise GuidelineRefused(why="certificate") from None
        if signer.center not in trust.central_codes():
            raise GuidelineRefused(why="signer")
        return signer

    def _line(self, one: Taken) -> GuidelineLine:
        told, language = one.guideline, self._rooms.language
        return GuidelineLine(
            id=one.id,
            name=told.name(language),
            edition=told.edition,
            in_force=told.in_force,
            made_ms=one.made,
            verified=told.verified,
            verified_by=told.verified_by,
            verified_on=told.verified_on,
            signed_by=names_of_centers(self._rooms)(one.center) if one.center else "",
            signed_device=one.device,
            taken_on=one.day,
            current=one.id == in_use(self._rooms).id,
            source=told.source,
            note=told.note_ko if language == "ko" else told.note_en,
            words=tuple(self._words(one)),
            factors=tuple(self._factor(told, each) for each in told.factors),
        )

    def _words(self, one: Taken) -> Iterator[str]:
        texts, told = self._rooms.texts, one.guideline
        if told.verified:
            yield texts("guideline-verified", name=told.verified_by, day=texts.day(told.verified_on))  # fmt: skip
        else:
            yield texts("guideline-unverified")
        if not one.id:
            yield texts("guideline-came-along")
        if told.in_force > self._rooms.clock.today().isoformat():
            yield texts("guideline-not-in-force", day=texts.day(told.in_force))
        unknown = {fact for each in told.factors for fact in each.facts} - FACTS
        if unknown:
            yield texts("guideline-set-aside", count=len(unknown), names=", ".join(sorted(unknown)))  # fmt: skip

    def _factor(self, told: Guideline, one: Factor) -> GuidelineFactor:
        language = self._rooms.language
        kind = one.kind.replace("_", "-")
        return GuidelineFactor(
            one.id,
            one.mark,
            one.kind,
            self._rooms.texts(f"guideline-kind-{kind}"),
            one.name(language),
            one.note(language),
            told.only_for(one, language),
            tuple(fact for fact in one.facts if fact in FACTS),
            tuple(fact for fact in one.facts if fact not in FACTS),
            one.id in told.main_negative,
        )


def _read(file: Path) -> bytes:
    with contextlib.suppress(OSError):
        with file.open("rb") as source:
            data = source.read(MAX_FILE + 1)
        if len(data) > MAX_FILE:
            raise GuidelineRefused(why="too-large")
        return data
    raise GuidelineRefused(why="away")
