"""Apply entries that have their rows: orders first, then clock fixes, then the words.

Every road ends here: what was said on this laptop, what was merged, what waited and waits
no longer, and the whole ledger when winners are rebuilt. Applying again changes nothing.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from typing_extensions import override

from intake.crypto.digest import leaf
from intake.ledger import body as bodies
from intake.ledger import clockfix, erasure, waiting
from intake.ledger.catalogue import Catalogue, chunks, within
from intake.ledger.change import ClockFix, Deed
from intake.ledger.fold import Told, fold
from intake.ledger.means import Authority, Claim, Means
from intake.ledger.places import LEAF12
from intake.ledger.waiting import Why
from intake.vault import Database


class Origin(NamedTuple):
    """Where an entry comes from."""

    log: str
    n: int
    device: str
    center: str


class Arrived(NamedTuple):
    """An entry that has its row and asks to be applied; ``data`` None: of unknown shape."""

    entry: int
    leaf: bytes
    stamp: int
    part: int
    scope: int
    data: dict[str, Any] | None
    origin: Origin

    @override
    def __repr__(self) -> str:
        return f"Arrived({self.entry}, {self.stamp}, {self.origin})"


@dataclass(slots=True)
class Applied:
    """What applying did."""

    dirty: set[tuple[str, str]] = field(default_factory=set)
    waiting: dict[Why, set[int]] = field(default_factory=dict)
    gone: set[int] = field(default_factory=set)  # parts destroyed

    def wait(self, why: Why, entry: int) -> None:
        """Note that an entry waits."""
        self.waiting.setdefault(why, set()).add(entry)

    def count(self, *reasons: Why) -> int:
        """Return how many entries wait for one of these reasons."""
        return sum(len(self.waiting.get(why, ())) for why in reasons)


class Teller:
    """Applies entries inside one transaction."""

    def __init__(
        self,
        means: Means,
        db: Database,
        catalogue: Catalogue,
        authority: Authority | None,
        *,
        replay: bool = False,
    ) -> None:
        """Judge by ``authority``; None: everything given may be believed.

        A ``replay`` folds words only: orders and clock fixes were carried out when they came.
        """
        self._means = means
        self._db = db
        self._catalogue = catalogue
        self._authority = authority
        self._replay = replay

    def tell(self, arrived: Sequence[Arrived]) -> Applied:
        """Apply entries and let those wait that cannot be applied now."""
        result = Applied()
        good = [one for one in arrived if self._is_ready(one, result)]
        if not self._replay:
            self._obey(good, result)
            good = [one for one in good if one.part not in result.gone]
            self._put_right(good, result)
        self._fold(good, result)
        for why, entries in result.waiting.items():
            if why is not Why.BATCH:
                waiting.keep_waiting(self._db, entries, why)
        return result

    def project(self, dirty: set[tuple[str, str]]) -> None:
        """Let the projections follow."""
        if dirty:
            for projection in self._means.projections:
                projection.apply(self._db, sorted(dirty))

    def _is_ready(self, one: Arrived, result: Applied) -> bool:
        """Judge an entry; note why it waits."""
        if one.data is None:
            result.wait(Why.UNREAD, one.entry)
            return False
        if not self._is_believed(one, one.data):
            result.wait(Why.ASIDE, one.entry)
            return False
        return self._is_visible(one, one.data, result)

    def _is_visible(self, one: Arrived, data: dict[str, Any], result: Applied) -> bool:
        """Say whether an entry is not part of a bulk import still open."""
        batch = data.get("b", "")
        if not batch:
            return True
        if data.get("z", False):
            sql = "insert into batch (batch, part) values (?, ?) on conflict do nothing"
            self._db.execute(sql, (batch, one.part))
            return True
        if waiting.is_closed(self._db, batch, one.part):
            return True
        result.wait(Why.BATCH, one.entry)
        waiting.keep_waiting(self._db, [one.entry], Why.BATCH, batch)
        return False

    def _is_believed(self, one: Arrived, data: dict[str, Any]) -> bool:
        """Ask for authority, once for each thing an entry wants to do."""
        if self._authority is None or self._is_own(one.origin):
            return True
        ask = self._authority
        if "e" not in data and "f" not in data:
            return ask(self._claim(one, data))
        claims = [self._claim(one, data)] if data["o"] or not _is_order(data) else []
        claims += [self._claim(one, data, target=fix[0]) for fix in data.get("f", ())]
        claims += self._claims_to_destroy(one, data)
        return all(ask(claim) for claim in claims)

    def _is_own(self, origin: Origin) -> bool:
        """Say whether this laptop said it; a device's name alone anybody could certify."""
        own = self._means.device
        return (origin.device, origin.center) == (own.device, own.center)

    def _claims_to_destroy(self, one: Arrived, data: dict[str, Any]) -> list[Claim]:
        claims = []
        for part, _ in data.get("e", ()):
            target = erasure.find_target(self._db, _bytes(part))
            if target is not None:
                claims.append(self._claim(one, data, about=target))
        return claims

    def _claim(
        self,
        one: Arrived,
        data: dict[str, Any],
        *,
        about: tuple[str, str] | None = None,
        target: str = "",
    ) -> Claim:
        scope, cls = about or (data["s"], data["c"])
        return Claim(
            center=one.origin.center,
            device=one.origin.device,
            log=one.origin.log,
            scope=scope,
            cls=cls,
            deed=data["d"],
            actor=data["a"],
            owner=self._catalogue.owner(scope),
            target=target,
            stamp=one.stamp,
            destroys=about is not None,
            entities=frozenset(str(op[0]) for op in data["o"]),
        )

    def _obey(self, good: Sequence[Arrived], result: Applied) -> None:
        """Carry out orders to destroy, unless a hold lies on what they mean."""
        for one in good:
            for part, ground in (one.data or {}).get("e", ()):
                self._obey_one(one, _bytes(part), ground, result)

    def _obey_one(
        self, one: Arrived, part: bytes, ground: str, result: Applied
    ) -> None:
        target = erasure.find_target(self._db, part)
        if target is not None and self._means.held(*target):
            result.wait(Why.ASIDE, one.entry)
            return
        erasure.remember(self._db, part, ground, one.stamp, one.origin.center)
        if target is not None:
            done = erasure.destroy(self._means, self._db, self._catalogue, *target)
            result.gone |= done.parts
            result.dirty |= done.dirty

    def _put_right(self, good: Sequence[Arrived], result: Applied) -> None:
        """Carry out clock fixes."""
        fixes: list[ClockFix] = []
        for one in good:
            for k, row in enumerate((one.data or {}).get("f", ())):
                fixes.append(ClockFix(*row))
                clockfix.keep(
                    self._db, fixes[-1], one.stamp, one.leaf + k.to_bytes(2, "big")
                )
        if fixes:
            result.dirty |= clockfix.move(self._db, self._catalogue, fixes)

    def _fold(self, good: Sequence[Arrived], result: Applied) -> None:
        told = [
            Told(
                one.entry, one.leaf, one.stamp, one.scope, one.data["c"], one.data["o"]
            )
            for one in good
            if one.data is not None
        ]
        folded = fold(self._db, self._catalogue, told)
        result.dirty |= folded.dirty
        for entry in folded.newer - folded.elsewhere:
            result.wait(Why.NEWER, entry)
        for entry in folded.elsewhere:
            result.wait(Why.ELSEWHERE, entry)


def load(db: Database, entries: Iterable[int]) -> list[Arrived]:
    """Return entries from their rows, to apply them again."""
    found = []
    for chunk in chunks(entries):
        sql = within(
            "select entry.id, salt, body, entry.hlc, part.id, part.scope,"
            " log.log, segment.n, log.device, log.center"
            " from entry join part on part.id = entry.part"
            " join segment on segment.id = entry.id / 1024"
            " join log on log.id = segment.log where entry.id in (?*) order by entry.id",
            chunk,
        )
        for row in db.all(sql, chunk):
            number, salt, body, hlc, part, scope, *origin = row
            stem = leaf(salt, body)[:LEAF12]
            data = bodies.read(body)
            found.append(Arrived(number, stem, hlc, part, scope, data, Origin(*origin)))
    return found


def _is_order(data: dict[str, Any]) -> bool:
    """Say whether an entry is only an order or a clock fix, judged by what it aims at."""
    return data["d"] in (Deed.ERASE, Deed.FIX_CLOCK) and bool(
        data.get("e") or data.get("f")
    )


def _bytes(text: str) -> bytes:
    try:
        return bytes.fromhex(text)
    except ValueError:
        return text.encode()
