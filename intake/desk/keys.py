"""Keys (열쇠): our own to show, others' to compare and accept, and the vault's own locks.

* Nobody is believed before a person has compared the words with them, both ways.
* Files for enrolment travel by hand; each says what it is, and is checked before it is shown.
"""

from pathlib import Path

from intake import documents
from intake.clock import local
from intake.consent.roles import Act
from intake.crypto import (
    PqRecipient,
    allowed_signers,
    fingerprint,
    fingerprint_words,
    sha256,
)
from intake.crypto.keys import wipe
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.strength import strength_of
from intake.desk.views import (
    BackupView,
    EnrolmentCard,
    KeyCard,
    NamedBytes,
    VerifyLine,
    VerifyView,
)
from intake.errors import WeakPassphrase
from intake.exchange.newcard import note_changed
from intake.exchange.receive import let_in
from intake.progress import Progress, Silent
from intake.trust import Answer, Card, Request, read_card
from intake.trust.enrolment import kind_of
from intake.vault import (
    add_recovery,
    change_passphrase,
    copy_vault,
    export_key,
)


class Keys:
    """What can be done with keys."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def own_card(self) -> KeyCard:
        """Return our own public keys, to be read aloud, shown or scanned."""
        rooms, card = self._rooms, read_card(self._rooms.exchange.trust.card_file())
        recipient = rooms.exchange.trust.own().identity.recipient.text
        return KeyCard(
            card.code, card.name, recipient, card.words(rooms.language), _qr(recipient)
        )

    def sheet(self) -> NamedBytes:
        """Return our own keys on paper (열쇠 확인서)."""
        rooms, card = self._rooms, read_card(self._rooms.exchange.trust.card_file())
        made = local(rooms.clock.wall()).date().isoformat()
        recipient = rooms.exchange.trust.own().identity.recipient.text
        words = card.words(rooms.language)
        paper = documents.EnrolmentSheet(
            card.kind,
            card.code,
            card.name,
            fingerprint(card.ca),
            words,
            recipient,
            made,
        )
        return NamedBytes(
            f"ieum-{card.code.lower()}-keys.pdf",
            documents.draw_enrolment_sheet(paper, rooms.language),
        )

    def enrolment(self) -> NamedBytes:
        """Return the file with our own keys, to hand to the other side."""
        code = self._rooms.who.center_code.lower()
        return NamedBytes(f"ieum-{code}.card", self._rooms.exchange.trust.card_file())

    def read_enrolment(self, data: bytes) -> EnrolmentCard:
        """Return what an enrolment file says, for its words to be compared; nothing is kept.

        Raises:
            Untrusted: not an enrolment file, or not whole.
        """
        said = self._rooms.exchange.trust.read(data)
        if isinstance(said, Request):
            return self._request_card(said)
        card = said.own_card() if isinstance(said, Answer) else said
        known = {one.code: one.ca for one in self._rooms.exchange.trust.enrolled()}
        return self._card(card, accepted=known.get(card.code) == card.ca)

    def _card(self, card: Card, *, accepted: bool) -> EnrolmentCard:
        return EnrolmentCard(
            card.kind, card.code, card.name, card.words(self._rooms.language), accepted
        )

    def _request_card(self, said: Request) -> EnrolmentCard:
        """Return a new laptop's request; its words are of its signing key and its recipient."""
        spoken = fingerprint_words(
            sha256(said.public + said.recipient.encode()), language=self._rooms.language
        )
        return EnrolmentCard("device", said.code, said.name, spoken, accepted=False)

    def accept_enrolment(self, data: bytes) -> None:
        """Accept an organisation whose words a person has compared both ways.

        Raises:
            Untrusted: not a card, or it contradicts somebody known.
        """
        with self._rooms.vault.writing():
            self._rooms.exchange.trust.accept(data)
            self._rooms.ledger.look_again()  # a central desk is heard about every case
        let_in(self._rooms.exchange, Silent())  # a position may have been moved
        self._rooms.touched.add("exchange")

    def enrolled(self) -> tuple[EnrolmentCard, ...]:
        """Return everybody we believe, ourselves first."""
        trust, language = self._rooms.exchange.trust, self._rooms.language
        return tuple(
            EnrolmentCard(
                one.kind,
                one.code,
                one.name,
                _words_of(one.kind, one.code, one.ca, language),
                accepted=True,
            )
            for one in trust.enrolled()
        )

    def take_new_key(self) -> KeyCard:
        """Take a new key that others seal to (열쇠 바꾸기); the central desk does so each quarter.

        Others learn of it with the next bundle or receipt. The former key opens for thirty days
        what is on its way, and is destroyed then: older sticks are opened by nobody any more.
        Vaults that can be recovered with the former key need the new one added to them.

        Raises:
            NotYours: the person here does not supervise, or the CA is on another laptop.
        """
        self._rooms.sight.must(Act.SUPERVISE)
        self._rooms.exchange.trust.rotate()
        note_changed(self._rooms.exchange)
        self._rooms.touched.add("exchange")
        return self.own_card()

    # --- the next laptop of a center ----------------------------------------------------

    def device_request(self) -> NamedBytes:
        """Return the file with which this laptop asks its center to be let in."""
        who = self._rooms.who
        data = self._rooms.exchange.trust.request(who.center_code, who.device_name)
        return NamedBytes(f"ieum-{who.center_code.lower()}.request", data)

    def answer_device(self, data: bytes) -> NamedBytes:
        """Let a laptop in whose words were compared; return the file to hand back."""
        answer = self._rooms.exchange.trust.answer(data)
        return NamedBytes(f"ieum-{self._rooms.who.center_code.lower()}.answer", answer)

    def take_device_answer(self, data: bytes) -> None:
        """Take the center's answer to this laptop's request."""
        with self._rooms.vault.writing():
            self._rooms.exchange.trust.take_answer(data)
            self._rooms.ledger.look_again()
        self._rooms.touched.add("exchange")

    # --- the vault's own ------------------------------------------------------------------

    def change_passphrase(self, old: str, new: str, progress: Progress) -> None:
        """Change the passphrase of the person in front.

        Raises:
            WrongPassphrase: the old one does not fit. WeakPassphrase: the new one is weak.
        """
        progress.step(0, 1, "progress-opening")
        if not strength_of(new).accepted:
            raise WeakPassphrase(why="guessable")
        change_passphrase(
            self._rooms.vault, old=old, new=new, keyring=self._rooms.keyring
        )
        progress.step(1, 1, "progress-opening")

    def add_recovery(
        self, passphrase: str, name: str, recipients: tuple[str, ...]
    ) -> None:
        """Let the holders of age identities (the central desk, managers) recover this vault."""
        add_recovery(
            self._rooms.vault,
            passphrase=passphrase,
            name=name,
            recipients=[PqRecipient.parse(text) for text in recipients],
            keyring=self._rooms.keyring,
        )

    def stock_tools_kit(self, passphrase: str) -> tuple[NamedBytes, ...]:
        """Return what opens everything without this program (재난 복구): keep it in a safe.

        ``identity.txt`` is an age identity file, ``allowed_signers`` is for ``ssh-keygen -Y
        verify``, ``vault.key`` is the raw key of the SQLCipher file.

        Raises:
            WrongPassphrase: it does not fit.
        """
        rooms, own = self._rooms, self._rooms.exchange.trust.own()
        key = export_key(rooms.vault, passphrase=passphrase, keyring=rooms.keyring)
        identity = f"# public key: {own.identity.recipient.text}\n{own.identity.text}\n"
        spaces = tuple(
            f"intake-{one}@v1" for one in ("bundle", "segment", "receipt", "backup")
        )
        signers = "".join(
            allowed_signers("dev:*", one.ca, spaces)
            for one in rooms.exchange.trust.enrolled()
        )
        kit = (
            ("identity.txt", identity),
            ("allowed_signers", signers),
            ("vault.key", key.decode() + "\n"),
        )
        wipe(key)
        return tuple(NamedBytes(name, text.encode()) for name, text in kit)

    def verify(self, progress: Progress) -> VerifyView:
        """Check every page, every signature and every link of the chain."""
        pages = self._rooms.vault.verify(progress)
        report = self._rooms.ledger.verify(progress)
        lines = (
            VerifyLine(
                "verify-vault",
                {"pages": len(pages.pages), "size": pages.size},
                pages.sound,
            ),
            VerifyLine(
                "verify-ledger", {"problems": len(report.problems)}, not report.problems
            ),
            VerifyLine(
                "verify-parked", {"count": self._rooms.ledger.parked_count()}, ok=True
            ),
            *(VerifyLine(notice, {}, ok=False) for notice in self._rooms.vault.notices),
        )
        return VerifyView(all(line.ok for line in lines), lines)

    def backup(self, folder: Path, progress: Progress) -> BackupView:
        """Make a copy of the vault that was opened and checked again.

        Raises:
            PolicyForbids: it lies on a drive that IT does not allow.
        """
        check_drive(self._rooms.policy, folder)
        return BackupView(folder, copy_vault(self._rooms.vault, folder, progress).size)


def _words_of(kind: str, code: str, ca: bytes, language: str) -> tuple[str, ...]:
    return Card(kind_of(kind), code, "", ca, (), 0).words(language)


def _qr(text: str) -> tuple[tuple[bool, ...], ...]:
    """Return the modules of a QR code; bech32 in capitals fits its short alphabet."""
    import segno  # noqa: PLC0415 - brings half of a web client, and few ever draw a code

    matrix = segno.make_qr(text.upper(), error="l").matrix
    return tuple(tuple(bool(module) for module in row) for row in matrix)
