"""A thousand spoiled bundles in one mailbox: none accepted, each named, nothing applied."""

import hashlib
import io
import json
from collections import Counter

import pytest
from backports import zstd

from intake import errors
from intake.bundle import ustar
from intake.crypto import PqIdentity, SealWriter, SigningKey, sign
from intake.exchange import make_bundle, plan_send
from intake.ledger.checking import state_digest
from intake.mailbox import MemoryMailbox, letter_for
from tests.bundle import samples
from tests.exchange.places import QUIET

HOW_MANY = 1_000


@pytest.fixture
def honest(incheon):
    """A real bundle to the central desk, as bytes."""
    incheon.case(CENTRAL="AGREED", SENSITIVE="AGREED")
    plan = plan_send(incheon.ctx, "C0")
    return make_bundle(incheon.ctx, plan, QUIET).path.read_bytes()


def put(mailbox, data: bytes, addressee="C0") -> str:
    sha = hashlib.sha256(data).hexdigest()
    for key in letter_for(addressee, "202609", sha, len(data)).names():
        mailbox.put_new(key.text, io.BytesIO(data), len(data))
    return sha


def digest(place):
    with place.vault.reading() as db:
        return state_digest(db)


class Forger:
    """Somebody with a certified laptop, or somebody without one, at the central desk's door."""

    def __init__(self, sender, receiver, honest: bytes) -> None:
        self.own = sender.trust.own()
        self.recipient = receiver.trust.own().identity.recipient
        self.honest = honest
        self.inside = samples.unsealed(honest, _Opens(receiver))
        self.pressed = self._member(b"data/changes/000001.jsonl.zst")

    def _member(self, name):
        start = self.inside.index(b"bag/" + name + b"\0")
        size = ustar.size_in(self.inside[start : start + 512])
        return self.inside[start + 512 : start + 512 + size]

    def seal(self, data: bytes, *recipients) -> bytes:
        out = io.BytesIO()
        with SealWriter(out, recipients or (self.recipient,)) as seal:
            seal.write(data)
        return out.getvalue()

    def about(self, files, **changed):
        said = json.loads(self._member(b"bundle.json"))
        said["files"] = [
            [path, len(data), hashlib.sha256(data).hexdigest()] for path, data in files
        ]
        return said | changed

    def said(self, files=None, sign_with=None, members=None, **changed) -> bytes:
        if files is None:
            files = [("data/changes/000001.jsonl.zst", self.pressed)]
        about = self.about(files, **changed)
        spoken = samples.spoken(about, [], sign_with or self.own.sign)
        spoken += members or [(f"bag/{path}", data) for path, data in files]
        return self.seal(samples.tar(spoken))

    def segments(self, change) -> bytes:
        """The same bundle with its segment lines changed and everything signed again."""
        raw = change(zstd.decompress(self.pressed))
        files = [("data/changes/000001.jsonl.zst", zstd.compress(raw))]
        return self.said(files, raw=len(raw))


class _Opens:
    def __init__(self, place):
        self.identity = place.trust.own().identity


def spread(size: int, count: int, start: int = 0):
    step = max((size - start) // count, 1)
    return range(start, size, step)


def spoiled(forger: Forger):
    """Yield (category, bytes)."""
    honest, inside = forger.honest, forger.inside
    for at in spread(len(honest), 250):
        yield "cut", honest[:at]
    for at in spread(len(honest), 250):
        yield (
            "flipped",
            honest[:at] + bytes([honest[at] ^ 1 << at % 8]) + honest[at + 1 :],
        )
    for at in spread(len(inside), 200):
        flipped = inside[:at] + bytes([inside[at] ^ 1 << at % 8]) + inside[at + 1 :]
        yield "flipped inside", forger.seal(flipped)
    for at in spread(len(inside), 100):
        yield "cut inside", forger.seal(inside[:at])
    for more in range(1, 41):
        yield "trailing", honest + bytes([more]) * more
        yield "trailing inside", forger.seal(inside + bytes(more * 512))
    yield from signed(forger)


def signed(forger: Forger):
    """What a certified laptop could sign and must not."""
    stranger = SigningKey.generate()
    for _ in range(10):
        unknown = SigningKey.generate()
        yield (
            "foreign signer",
            forger.said(sign_with=lambda n, m, k=unknown: sign(n, m, k)),
        )
    yield "foreign certificate", forger.said(sign_with=_self_made(stranger))
    for armored in (
        "",
        "x",
        "-----BEGIN SSH SIGNATURE-----\n-----END SSH SIGNATURE-----\n",
    ):
        yield "unsigned", forger.said(sign_with=lambda n, m, a=armored: a)
    for use in ("intake-segment@v1", "intake-receipt@v1", "file"):
        yield (
            "other use",
            forger.said(sign_with=lambda n, m, u=use: forger.own.sign(u, m)),
        )
    for to in (["SE"], [], ["c0"], ["C0 "], ["central"]):
        yield "wrong addressee", forger.said(to=to)
    yield "wrong recipient", forger.said(recipients=["00" * 32])
    yield "wrong key", forger.seal(forger.inside, PqIdentity.generate().recipient)
    for newer in range(2, 12):
        yield "too new", forger.said(min_reader=newer)
        yield "too new", forger.said(v=newer)
    for sender in ("SE", "C0", "XX"):
        yield "other sender", forger.said(center=sender)
    yield "other sender", forger.said(**{"from": "somebody"})
    yield from packed(forger)


def packed(forger: Forger):
    """A certified laptop that packs what no bundle may hold."""
    for path in ("../x", "/x", "data/../x", "data/changes/x", "bundle.json", "DATA/X"):
        bad = [(path, forger.pressed)]
        members = [
            (samples.raw_header(b"bag/" + path.encode(), len(d)), d) for _, d in bad
        ]
        yield "bad path", forger.said(bad, members=members)
    for kind in b"12345678xgLKSD":
        name = b"bag/data/changes/000001.jsonl.zst"
        head = samples.raw_header(name, len(forger.pressed), bytes([kind]))
        yield "bad kind", forger.said(members=[(head, forger.pressed)])
    good = ("data/changes/000001.jsonl.zst", forger.pressed)
    yield "duplicate", forger.said([good, good])
    yield "duplicate", forger.said(members=[(f"bag/{good[0]}", good[1])] * 2)
    for size in (5_000_000, 50_000_000, 200_000_000):
        bomb = zstd.compress(b"{" + bytes(size))
        yield "bomb", forger.said([("data/changes/000001.jsonl.zst", bomb)])
        yield (
            "bomb",
            forger.said([("data/changes/000001.jsonl.zst", bomb)], raw=size + 1),
        )
    for purpose in ("notice", "handover", "backup"):
        yield "reserved", forger.said(purpose=purpose)
    for purpose in ("receipt", "party", ""):
        yield "other purpose", forger.said(purpose=purpose)
    for raw in (0, 1, 1 << 40):
        yield "other size", forger.said(raw=raw)
    yield from segments(forger)


def segments(forger: Forger):
    """A certified laptop that spoils the segments themselves."""
    for at in range(0, 2_400, 20):
        yield (
            "segment",
            forger.segments(
                lambda raw, at=at: raw[:at] + bytes([raw[at] ^ 1]) + raw[at + 1 :]
            ),
        )
    yield "segment", forger.segments(lambda raw: raw + b'[999,"00","x"]\n')
    yield "segment", forger.segments(lambda raw: raw + raw.split(b"\n")[-2] + b"\n")
    yield "segment", forger.segments(lambda raw: b"[" * 50_000 + b"\n")


def _self_made(key):
    office = samples.Office("IC", "ic-1", ca=key)
    return office.sign


FITTING = {
    "cut": {"err-cut", "err-malformed", "err-altered"},
    "trailing": {"err-cut", "err-altered", "err-malformed"},
    "foreign signer": {"err-unknown-device"},
    "foreign certificate": {"err-unknown-device"},
    "unsigned": {"err-bad-signature"},
    "other use": {"err-bad-signature"},
    "wrong addressee": {"err-not-for-us", "err-malformed"},
    "wrong recipient": {"err-not-for-us"},
    "wrong key": {"err-not-for-us"},
    "too new": {"err-too-new"},
    "reserved": {"err-too-new"},
    "other sender": {"err-bad-signature"},
    "bad path": {"err-malformed"},
    "bad kind": {"err-malformed"},
    "duplicate": {"err-malformed"},
    "bomb": {"err-oversized"},
    "other purpose": {"err-malformed"},
    "other size": {"err-oversized", "err-malformed"},
}
UNTRUSTED = {kind().text_id for kind in errors.Untrusted.__subclasses__()}


def test_a_thousand_spoiled_bundles_are_refused_and_nothing_is_applied(
    incheon, central, honest
):
    forger = Forger(incheon, central, honest)
    mailbox = MemoryMailbox()
    put_in = {put(mailbox, data): category for category, data in spoiled(forger)}
    assert len(put_in) >= HOW_MANY
    before = digest(central)
    report = central.receive(mailbox)
    assert digest(central) == before
    assert Counter(item.state for item in report.items)["merged"] == 0
    assert len(report.items) == len(put_in)
    assert report.touched == frozenset()
    for item in report.items:
        category = put_in[item.sha]
        assert item.reason in FITTING.get(category, UNTRUSTED | {"err-too-new"}), (
            category
        )
        assert item.state == ("waiting" if item.reason == "err-too-new" else "refused")
    left = {file.suffix for file in central.ctx.quarantine.iterdir()}
    assert left == {".age"}
    assert not any(central.ctx.attachments.iterdir())


def test_the_honest_one_among_them_is_merged(incheon, central, honest):
    forger = Forger(incheon, central, honest)
    mailbox = MemoryMailbox()
    for data in (
        forger.said(min_reader=3),
        honest,
        forger.said(to=["SE"]),
        honest[:-1],
    ):
        put(mailbox, data)
    states = Counter(item.state for item in central.receive(mailbox).items)
    assert states == {"merged": 1, "refused": 2, "waiting": 1}
    assert len(central.sees("suspect")) == 1


def test_the_forger_signs_well_when_it_changes_nothing(incheon, central, honest):
    """The thousand are refused for what was spoiled, not for how they were made."""
    forger = Forger(incheon, central, honest)
    mailbox = MemoryMailbox()
    put(mailbox, forger.said())
    put(mailbox, forger.segments(lambda raw: raw))
    assert [item.state for item in central.receive(mailbox).items] == ["merged"] * 2


def test_a_known_sender_is_told_what_was_refused_and_why(incheon, central, honest):
    forger = Forger(incheon, central, honest)
    mailbox = MemoryMailbox()
    sha = put(mailbox, forger.said(to=["SE"]))
    central.receive(mailbox)
    incheon.receive(mailbox)
    (refused,) = incheon.books("select body from receipt")
    assert json.loads(bytes(refused[0]))["refused"] == [[sha, "err-not-for-us"]]
