"""One letter on its way through quarantine (격리): fetched, opened, judged."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Final

from intake.bundle import Contents, Manifest, open_bundle
from intake.clock import ms_of
from intake.errors import CertificateRefused, NoRoom
from intake.exchange import late
from intake.exchange.context import Exchange
from intake.exchange.notices import check_purpose
from intake.mailbox import Letter, Mailbox, fetch
from intake.progress import Progress
from intake.trust import Party, Signer

_EVIDENCE: Final = 256 * 1024 * 1024  # sealed files kept to look into, all together
_SPARE: Final = 16 * 1024 * 1024


class Arriving:
    """One letter on its way through quarantine; it cleans up after itself."""

    def __init__(self, ctx: Exchange, letter: Letter) -> None:
        """Stand before it is fetched."""
        self._ctx = ctx
        self.letter = letter
        self.party: Party | None = None
        self.manifest: Manifest | None = None
        self.signer: Signer | None = None
        self.refused: CertificateRefused | None = None  # what is in it counts in part
        self.is_fetched = False
        self._copy = ctx.quarantine / f"{letter.sha256}.part"
        self._folder = ctx.quarantine / f"{letter.sha256}.open"

    def fetch(self, mailbox: Mailbox, progress: Progress) -> None:
        """Copy the sealed bytes here and compare them with their name."""
        free = shutil.disk_usage(self._ctx.quarantine).free
        if self.letter.size + _SPARE > free:
            raise NoRoom(needed=self.letter.size, free=free)
        with _disk(self.letter.size), self._copy.open("wb") as out:
            fetch(mailbox, self.letter, out, progress)
        self.is_fetched = True

    def open(self, progress: Progress) -> tuple[Party, Contents]:
        """Go through the three doors."""
        own = self._ctx.trust.own()
        with self._copy.open("rb") as source:
            opened = open_bundle(source, own.identities, self._check)
            self.manifest, self.signer = opened.manifest, opened.signer
            self.party = self._ctx.trust.party_of(opened.signer)
            self.refused = self._judge(opened.signer, ms_of(opened.manifest.created))
            admitted = opened.authorize(self._ctx.addressee)
            with _disk(self.letter.size):
                self._folder.mkdir(exist_ok=True)
                contents = admitted.receive(self._folder, progress)
        check_purpose(contents)
        return self.party, contents

    def _judge(self, signer: Signer, made: int) -> CertificateRefused | None:
        """Return why a bundle is refused that is read all the same.

        Raises:
            CertificateRefused: out of time, and nobody here has to know what is in it.
        """
        trust = self._ctx.trust
        if trust.is_taken_back(signer):
            return CertificateRefused(why="revoked", serial=signer.certificate.serial)
        refused = late.judge_time(self._ctx, signer, made)
        if refused is not None and not (
            trust.holds_ca and signer.center == self._ctx.center
        ):
            raise refused
        return refused

    def keep_attachments(self, contents: Contents) -> None:
        """Move verified attachments beside the vault."""
        for file in contents.attachments:
            file.replace(self._ctx.attachments / file.name)

    def keep_evidence(self) -> None:
        """Keep the refused file, sealed as it came, while there is room for evidence."""
        kept = sum(file.stat().st_size for file in self._ctx.quarantine.glob("*.age"))
        if self.is_fetched and kept + self.letter.size <= _EVIDENCE:
            self._copy.replace(self._copy.with_suffix(".age"))

    def leave(self) -> None:
        """Remove everything unverified."""
        self._copy.unlink(missing_ok=True)
        shutil.rmtree(self._folder, ignore_errors=True)

    def _check(self, namespace: str, message: bytes, armored: str) -> Signer:
        return self._ctx.trust.check_hand(namespace, message, armored)


@contextmanager
def _disk(needed: int) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise NoRoom(needed=needed) from error
