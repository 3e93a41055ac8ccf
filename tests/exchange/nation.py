"""A nation of centers with several laptops each, and a mail that loses, repeats and delays.

``python -m tests.exchange.nation [seeds] [centers] [laptops]`` plays so many runs of the whole
nation on real vaults and prints what was carried; a run that does not come out is named by its
seed. The same seed is the same story, on any machine.
"""

import contextlib
import random  # noqa: TID251 - to be repeated, not to be secret
import shutil
import sys
import tempfile  # noqa: TID251 - played outside of any test too
import time
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, field
from pathlib import Path

from intake.clock import Clock
from intake.errors import ConsentMissing, NothingToSend
from intake.exchange import Sealed, make_bundle, outbox, plan, plan_send
from intake.exchange import deliver as leave
from intake.exchange.agreed import Agreement
from intake.ids import Scope
from intake.ledger import Deed
from intake.ledger.checking import state_digest
from intake.ledger.report import Conflict
from intake.mailbox import MemoryMailbox
from intake.trust import Trust
from intake.vault import Vault
from tests.exchange.places import QUIET, Place, Wall, emptied, furnished
from tests.vaults_at_hand import MemoryKeyring, a_vault, cheap_guessing

CENTRAL = "C0"
_MOST_ROUNDS = 12  # of draining; more means that something never arrives


class Post(MemoryMailbox):
    """A mailbox whose letters get lost, come twice, and come back long after they were read."""

    def __init__(self, dice: random.Random) -> None:
        super().__init__("post")
        self.dice = dice
        self.gone: dict[str, bytes] = {}
        self.said: Counter[str] = Counter()

    def lose(self) -> None:
        """Lose one of what lies here."""
        if self._held:
            key = self.dice.choice(sorted(self._held))
            self.gone[key] = self._held.pop(key)
            self.said["lost"] += 1

    def bring_back(self) -> None:
        """Bring back one that was lost or fetched long ago: a stale receipt, a second copy."""
        if self.gone:
            key = self.dice.choice(sorted(self.gone))
            self._held.setdefault(key, self.gone[key])
            self.said["came back"] += 1

    def delete(self, key: str) -> None:
        """Remove a letter; it may turn up again."""
        if key in self._held:
            self.gone[key] = self._held[key]
        super().delete(key)


@dataclass
class Told:
    """What one run carried."""

    bundles: int = 0
    receipts: int = 0
    rounds: int = 0
    conflicts: int = 0
    said: Counter[str] = field(default_factory=Counter)


class Nation:
    """So many centers with so many laptops, who all know each other, and a central desk."""

    def __init__(self, folder: Path, centers: int, laptops: int) -> None:
        self._folder, self._keyring = folder, MemoryKeyring()
        self.codes = [f"K{at:02}" for at in range(1, centers + 1)]
        desk = self._vault(CENTRAL)
        _trust(desk).found("central", CENTRAL, "중앙", "desk")
        vaults = {code: self._center(code, laptops) for code in self.codes}
        for first, *_ in vaults.values():
            _trust(desk).accept(_trust(first).card_file())
        for one in (one for some in vaults.values() for one in some):
            _trust(one).accept(_trust(desk).card_file())
        self.central = furnished(desk, CENTRAL, Wall())
        self.centers = {code: [furnished(one, code, Wall()) for one in some] for code, some in vaults.items()}  # fmt: skip

    def _center(self, code: str, laptops: int) -> list[Vault]:
        vaults = [self._vault(f"{code}-{at}") for at in range(laptops)]
        first = _trust(vaults[0])
        first.found("center", code, f"{code} 센터", "laptop 1")
        for at, one in enumerate(vaults[1:], 2):
            trust = _trust(one)
            trust.take_answer(first.answer(trust.request(code, f"laptop {at}")))
        for one in vaults[1:]:  # who came first learns of who came later
            _trust(one).accept(first.card_file())
        return vaults

    def _vault(self, name: str) -> Vault:
        made = a_vault(self._folder / name, self._keyring).vault
        made._writer.execute("pragma synchronous = off")  # no run cuts the power
        return made

    def fresh(self) -> None:
        """Everybody as if nothing had ever been said."""
        self.central = emptied(self.central)
        self.centers = {code: [emptied(one) for one in places] for code, places in self.centers.items()}  # fmt: skip

    def close(self) -> None:
        """Close every vault."""
        for one in (self.central, *(one for some in self.centers.values() for one in some)):  # fmt: skip
            one.vault.close()


def _trust(vault: Vault) -> Trust:
    return Trust(vault, Clock(Wall()))


class Run:
    """One story of a nation, told by dice."""

    def __init__(self, nation: Nation, seed: int) -> None:
        self.nation, self.dice = nation, random.Random(seed)
        self.post, self.told = Post(self.dice), Told()
        self.cases: dict[str, list[Scope]] = {code: [] for code in nation.codes}
        self.consents: dict[Scope, str] = {}
        self.fields: dict[Scope, str] = {}

    def play(self, steps: int) -> Told:
        """Live through so many steps, let the mail drain, and check that all is well."""
        deeds = (self._new, self._say, self._edit, self._edit, self._withdraw, self._send, self._send, self._send, self._take, self._take, self._lose, self._return)  # fmt: skip
        for _ in range(steps):
            self.dice.choice(deeds)()
        self._drain()
        self._check()
        return self.told

    # --- what people do ------------------------------------------------------------------

    def _somebody(self) -> Place:
        return self.dice.choice(self.nation.centers[self.dice.choice(self.nation.codes)])  # fmt: skip

    def _new(self) -> None:
        one = self._somebody()
        case = one.case()
        self.cases[one.code].append(case)
        if self.dice.random() < 0.7:
            self.consents[case] = one.consent(case, "CENTRAL")

    def _of_here(self) -> tuple[Place, Scope] | None:
        one = self._somebody()
        known = [case for case in self.cases[one.code] if one.register.get("case", case.partition("/")[2])]  # fmt: skip
        return (one, self.dice.choice(known)) if known else None

    def _say(self) -> None:
        if found := self._of_here():
            one, case = found
            one.suspect(case, f"이름 {self.dice.randrange(99)}")

    def _edit(self) -> None:
        """Two laptops that have not heard of each other say it differently: a conflict."""
        if found := self._of_here():
            one, case = found
            with one.ledger.saying(Deed.CHANGE, scope=case, actor="kim") as say:
                say.set("case", case.partition("/")[2], "number", f"2026-{one.code}-{self.dice.randrange(99)}")  # fmt: skip

    def _withdraw(self) -> None:
        if (found := self._of_here()) and self.dice.random() < 0.3:
            one, case = found
            consent = self.consents.get(case)
            if consent and one.register.get("consent", consent):
                one.withdraw(case, self.consents.pop(case))

    # --- what the mail does ----------------------------------------------------------------

    def _send(self) -> None:
        one = self._somebody()
        for to in self._to(one):
            if self.dice.random() < 0.6:
                self._post(one, to)

    def _to(self, one: Place) -> list[str]:
        return [party.name for party in one.trust.parties()]

    def _post(self, one: Place, to: str) -> None:
        beside = [bundle for bundle in outbox(one.ctx) if bundle.to == to]
        if self.dice.random() < 0.5:
            beside = []
        self._make(one, to, beside)

    def _make(self, one: Place, to: str, beside: Collection[Sealed] = ()) -> None:
        with contextlib.suppress(NothingToSend):
            make_bundle(one.ctx, plan_send(one.ctx, to), QUIET, beside)
            self.told.bundles += 1
        for bundle in outbox(one.ctx):
            with contextlib.suppress(ConsentMissing):  # taken back since: it stays
                if bundle.to == to:
                    leave(one.ctx, bundle, self.post, QUIET)

    def _take(self) -> None:
        one = self.nation.central if self.dice.random() < 0.3 else self._somebody()
        self._receive(one)

    def _receive(self, one: Place) -> None:
        report = one.receive(self.post)
        self.told.receipts += report.receipts
        wrong = [item.reason for item in report.items if item.state not in {"merged", "answered"}]  # fmt: skip
        assert not wrong, wrong

    def _lose(self) -> None:
        self.post.lose()

    def _return(self) -> None:
        self.post.bring_back()

    # --- the end -----------------------------------------------------------------------------

    def _everybody(self) -> list[Place]:
        return [one for places in self.nation.centers.values() for one in places]

    def _drain(self) -> None:
        """Nothing is lost any more; go round until nobody has anything to send."""
        for at in range(_MOST_ROUNDS):
            self.told.rounds = at + 1
            for one in self._everybody():
                for to in self._to(one):
                    self._make(one, to)
            for one in (self.nation.central, *self._everybody()):
                self._receive(one)
            if all(plan_send(one.ctx, to).is_empty for one in self._everybody() for to in self._to(one)):  # fmt: skip
                return
        raise AssertionError("the mail never drains")

    def _check(self) -> None:
        there, theirs = _bodies(self.nation.central), self.nation.central.ledger.conflicts()  # fmt: skip
        for places in self.nation.centers.values():
            first, *others = (_state(one) for one in places)
            assert all(one == first for one in others), "laptops of a center differ"
            may = _allowed(places[0])
            agreed = {line for line in _bodies(places[0]) if line[:2] in may}
            assert agreed <= there, "something that was agreed never arrived"
            mine = places[0].ledger.conflicts()
            assert _of(mine, may) == _of(theirs, may), "conflicts differ"
            self.told.conflicts += len(mine)
        self.told.said = self.post.said


def _state(one: Place) -> object:
    with one.vault.reading() as db:
        return state_digest(db), tuple(sorted(map(repr, one.ledger.conflicts())))


def _bodies(one: Place) -> set[tuple[str, str, bytes]]:
    rows = one.books(
        "select scope.scope, part.cls, body from entry join part on part.id = entry.part"
        " join scope on scope.id = part.scope"
    )
    return {(scope, cls, bytes(body)) for scope, cls, body in rows}


def _allowed(one: Place) -> frozenset[tuple[str, str]]:
    agreement = Agreement(one.ctx, one.trust.party(CENTRAL))
    with one.vault.reading() as db:
        return plan.allowed_parts(db, agreement)


def _of(conflicts: Iterable[Conflict], may: frozenset[tuple[str, str]]) -> set[str]:
    """What differs in cases that may travel now; words of others stopped with their consent."""
    return {repr(one) for one in conflicts if (one.scope, "core") in may}


def main(seeds: int = 300, centers: int = 17, laptops: int = 3, steps: int = 120) -> int:  # fmt: skip
    """Play; return 1 where a run did not come out."""
    folder = Path(tempfile.mkdtemp(prefix="ieum-nation-"))
    started, bad, sums = time.monotonic(), [], Counter[str]()
    try:
        with cheap_guessing():
            nation = Nation(folder, centers, laptops)
        for seed in range(seeds):
            nation.fresh()
            try:
                told = Run(nation, seed).play(steps)
            except AssertionError as error:
                bad.append(seed)
                print(f"seed {seed}: {error}", flush=True)
                continue
            sums += Counter(bundles=told.bundles, receipts=told.receipts, conflicts=told.conflicts) + told.said  # fmt: skip
            if seed % 10 == 9:
                print(f"{seed + 1} runs, {dict(sums)}, {time.monotonic() - started:.0f} s", flush=True)  # fmt: skip
    finally:
        shutil.rmtree(folder, ignore_errors=True)
    print(f"{seeds} runs of {centers} x {laptops} laptops: {dict(sums)}; did not come out: {bad}")  # fmt: skip
    return int(bool(bad))


if __name__ == "__main__":
    sys.exit(main(*map(int, sys.argv[1:])))
