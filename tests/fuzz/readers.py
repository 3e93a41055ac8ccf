"""Every reader of foreign bytes, with honest samples of what it reads.

A reader returns what it read, or raises one of our errors. ``sealed``: a signature or seal stands
over all of it, so what comes out of other bytes has to be what was sealed, or nothing.
"""

import atexit
import hashlib
import io
import json
import shutil
import tempfile  # noqa: TID251 - one folder for each process, outside of any test
from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from intake.bundle.manifest import read_manifest
from intake.crypto import (
    Certificate,
    PqIdentity,
    SealReader,
    SigningKey,
    checked_signature,
    read_signature,
    sign,
    verify,
)
from intake.crypto.digest import canonical_json
from intake.crypto.escrow import read_entry, seal
from intake.desk.packs_keeping import lists_in
from intake.documents.guideline import guideline
from intake.documents.guideline_pack import NAMESPACE as GUIDELINE
from intake.documents.guideline_pack import make_pack, read_pack
from intake.errors import BadSignature, UnknownDevice
from intake.exchange.done import Done, done_bytes, read_done
from intake.exchange.escrow.messages import read as read_letter
from intake.exchange.notices import notice_bytes, read_notice
from intake.exchange.receipts import Receipt, read_receipt
from intake.forms.pack import card_bytes, load_pack, read_card
from intake.ids import Scope
from intake.interchange.commas import open_text
from intake.ledger import chain
from intake.ledger.segment import WireSegment
from intake.trust import (
    Answer,
    Card,
    DeviceLine,
    Request,
    library,
    packs,
    read_enrolment,
)
from intake.vault.keyfile import PRIMARY, KeyFile, read_key_file, write_key_file
from tests.bundle import samples
from tests.bundle.samples import Office
from tests.trust.library.shelves import NOW, Desk

HOUSE = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Reader:
    """One reader; ``weight`` is how much of a count is given to it."""

    samples: tuple[bytes, ...]
    read: Callable[[bytes], object]
    sealed: bool = False
    weight: float = 1.0
    strict: bool = True  # False: it makes the best of anything, as a sheet of words


@cache
def _folder() -> Path:
    made = Path(tempfile.mkdtemp(prefix="ieum-fuzz-"))
    atexit.register(shutil.rmtree, made, ignore_errors=True)
    return made


def _by(key: SigningKey) -> Callable[[str, bytes], str]:
    return lambda namespace, message: sign(namespace, message, key)


# --- what is sealed or signed ------------------------------------------------------------------


def _seal() -> Reader:
    key, other = PqIdentity.generate(), PqIdentity.generate()
    data = (samples.sealed(b"word" * 300, key.recipient), samples.sealed(b"x", key.recipient, other.recipient))  # fmt: skip
    return Reader(data, lambda raw: SealReader(io.BytesIO(raw), [key]).read(), sealed=True)  # fmt: skip


def _bundle() -> Reader:
    """A bundle that whoever knows our key changed inside and sealed again."""
    sender, receiver = Office(), Office("C0", "c0-1")
    inside = samples.unsealed(samples.written(sender, receiver), receiver)
    quarantine = _folder() / "quarantine"
    quarantine.mkdir(exist_ok=True)

    def read(raw: bytes) -> object:
        again = samples.sealed(raw, receiver.identity.recipient)
        came = samples.opened(again, receiver, sender.check, quarantine)
        return came.manifest, list(came.segments())

    return Reader((inside,), read, sealed=True, weight=0.6)


def _segment() -> Reader:
    """A segment with its signature, as the vectors kept for ever have it."""
    told = {}
    for name in ("good_three_entries", "good_all_withheld"):
        head, _, data = (HOUSE / "resources/vectors/ledger" / name).read_bytes().partition(b"\n\n")  # fmt: skip
        told[data] = dict(line.split(": ", 1) for line in head.decode().splitlines())
    cas = {bytes.fromhex(one["ca"]) for one in told.values()}

    def read(raw: bytes) -> object:
        read = []
        for one in WireSegment.all_from_jsonl(raw):
            header = chain.check(one)
            verify("intake-segment@v1", one.header, one.signature, trusted_cas=cas, at=None)  # fmt: skip
            read.append(
                (header, one.leaves)
            )  # bodies may be withheld: they are not sealed
        return read

    return Reader(tuple(told), read, sealed=True)


def _enrolment() -> Reader:
    key, identity = SigningKey.generate(), PqIdentity.generate()
    text = identity.recipient.text
    card = Card("center", "IC", "인천센터", key.public, (DeviceLine("d1", "상담실 1", text),), 5)  # fmt: skip
    files = (card, Request("IC", "d2", "상담실 2", key.public, text, 6), Answer("d2", key.public, b"certificate", ("{}",), 7))  # fmt: skip
    return Reader(tuple(one.to_file(_by(key)) for one in files), read_enrolment, sealed=True)  # fmt: skip


def _guideline() -> Reader:
    key = SigningKey.generate()
    pack = make_pack(guideline(), 7, _by(key))

    def read(raw: bytes) -> object:
        found = read_pack(raw)
        if checked_signature(GUIDELINE, found.message, found.signature).public != key.public:  # fmt: skip
            raise UnknownDevice
        return found.guideline

    return Reader((pack.data,), read, sealed=True, weight=0.3)


def _pack() -> Reader:
    """A form as one signed file, from a stick."""
    key, folder = SigningKey.generate(), HOUSE / "resources/forms"
    files = {name: (folder / name).read_bytes() for name in ("log-2026.1.form.json", "log-2026.1.xml")}  # fmt: skip
    pack = packs.make_pack("forms", "log", "2026.1", 7, files, _by(key))

    def read(raw: bytes) -> object:
        found = packs.read_pack(raw)
        if checked_signature(packs.NAMESPACE, found.message, found.signature).public != key.public:  # fmt: skip
            raise UnknownDevice
        return found.files

    return Reader((pack.data,), read, sealed=True, weight=0.2)


def _code_list() -> Reader:
    """Lists of codes inside a pack: whoever signs may write anything into one."""
    one = [{"code": "PHONE", "ko": "전화", "en": "Telephone"}, {"code": "A_1", "ko": "가", "en": "a"}]  # fmt: skip
    sample = json.dumps({"contact_method": one, "region": one[:1]}, ensure_ascii=False)

    def read(raw: bytes) -> object:
        return lists_in(packs.SignedPack("codes", "codes", "1", 7, {"codes.json": raw}, b"", ""))  # fmt: skip

    return Reader((sample.encode(),), read, weight=0.5, strict=False)


def _key_file() -> Reader:
    """A key file that somebody changed and summed again."""
    master = bytearray(32)
    honest = KeyFile("v", "d", "00" * 16, "keyring", ({"kind": "code", "salt": "aa"},)).sealed(master)  # fmt: skip
    folder = _folder() / "keys"
    folder.mkdir(exist_ok=True)
    write_key_file(folder, honest)
    data = (folder / PRIMARY).read_bytes()
    for one in folder.iterdir():
        one.unlink()

    def read(raw: bytes) -> object:
        (folder / PRIMARY).write_bytes(_summed(raw))
        found = read_key_file(folder)
        found.check_seal(master)
        return found.slots

    return Reader((data,), read, sealed=True, weight=0.5)


def _summed(raw: bytes) -> bytes:
    try:
        whole = json.loads(raw)
        whole.pop("sum")
        said = {**whole, "sum": hashlib.sha256(canonical_json(whole)).hexdigest()}
        return canonical_json(said)
    except (ValueError, AttributeError, KeyError, RecursionError, TypeError):
        return raw


# --- what is not sealed by itself ----------------------------------------------------------------


def _signature() -> Reader:
    office = Office()
    armored = office.sign("intake-bundle@v1", b"message").encode()
    return Reader((armored,), lambda raw: read_signature(raw.decode("ascii", "replace")))  # fmt: skip


def _certificate() -> Reader:
    return Reader((_blob(),), Certificate.parse)


def _blob() -> bytes:
    found = Office().certificate
    return found if isinstance(found, bytes) else found.blob


def _manifest() -> Reader:
    about, _ = samples.parts(Office(), Office("C0", "c0-1"))
    return Reader((canonical_json(about),), read_manifest)


def _receipt() -> Reader:
    said = Receipt(
        id="0199", by="c0-1", to="IC", acks={"a1": ((0, 3),)}, bundles=frozenset({"ab" * 32}),
        refused={"cd" * 32: "err-cut"}, now=samples.CREATED, roster=0,
    )  # fmt: skip
    return Reader((said.to_bytes(),), read_receipt)


def _notice() -> Reader:
    parts = {(Scope(f"case/0199a000-0000-7000-8000-00000000000{at}"), "core") for at in range(3)}  # fmt: skip
    return Reader((notice_bytes(parts),), read_notice)


def _done() -> Reader:
    part = hashlib.sha256(b"case/core").digest()
    lines = (Done(part, "destroyed", "2026-11-26", "D2026-C0-1A2B-001"), Done(bytes(32), "held", "2027-03-01"), Done(b"\1" * 32, "lifted"))  # fmt: skip
    return Reader((done_bytes(lines),), read_done)


def _escrow() -> Reader:
    return Reader((bytes(seal(b"t" * 64, b"p" * 64, b"02-000-0000")),), read_entry)


def _escrow_letters() -> Reader:
    told = json.loads((HOUSE / "resources/vectors/escrow/letters.json").read_text("utf-8"))  # fmt: skip
    good = [one["letter"].encode() for one in told["letters"] if one["expected"] == "ok"]  # fmt: skip
    return Reader(tuple(good), read_letter)


def _library(name: str) -> Reader:
    """The central desk's library; what names the rest is spoiled, the rest hangs on its hashes."""
    desk = Desk().publish("codes/a.json", b"{}").rotate()

    def read(raw: bytes) -> object:
        stick = desk.stick()
        stick.files[name] = raw
        looked = library.Reading(stick, desk.bootstrap, NOW)
        if looked.refresh() != "new":
            raise BadSignature(what="library")
        return library.listed(looked.kept)

    return Reader((desk.stick().files[name],), read, sealed=True, weight=0.05)


def _library_timestamp() -> Reader:
    return _library("metadata/timestamp.json")


def _library_root() -> Reader:
    return _library("metadata/2.root.json")


def _form_card() -> Reader:
    card = HOUSE / "resources/forms/risk-2026.1.form.json"
    place = _folder() / "risk-2026.1.form.json"

    def read(raw: bytes) -> object:
        place.write_bytes(raw)
        return read_card(place)

    return Reader((card.read_bytes(),), read, weight=0.5)


def _form() -> Reader:
    """A form whose card fits: whoever makes packs may write anything into one."""
    place = _folder() / "pack"
    place.mkdir(exist_ok=True)
    xml = HOUSE / "resources/forms/risk-2026.1.xml"
    told = json.loads(xml.with_name("risk-2026.1.form.json").read_bytes())
    del told["digest"]

    def read(raw: bytes) -> object:
        about = {"name": xml.name, "size": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}  # fmt: skip
        said = {**told, "files": [about]}
        (place / xml.name).write_bytes(raw)
        (place / "risk-2026.1.form.json").write_bytes(card_bytes(said))
        return load_pack(place)

    return Reader((xml.read_bytes(),), read, weight=0.1)


def _sheet() -> Reader:
    rows = "번호,날짜,주소\n1,2026-01-02,https://a.example/1\n2,2026-01-03,https://b.example/2\n"  # fmt: skip
    return Reader((rows.encode(), rows.encode("cp949"), rows.encode("utf-16")), lambda raw: open_text(raw, len), weight=0.3, strict=False)  # fmt: skip


_MAKERS = {
    one.__name__.strip("_"): one
    for one in (
        _seal, _bundle, _segment, _enrolment, _guideline, _pack, _code_list, _key_file, _signature, _certificate,
        _manifest, _receipt, _notice, _done, _escrow, _escrow_letters, _library_timestamp, _library_root, _form_card, _form, _sheet,
    )
}  # fmt: skip
NAMES = tuple(_MAKERS)


@cache
def reader(name: str) -> Reader:
    """Return a reader by name, with samples made once in a process."""
    return _MAKERS[name]()
