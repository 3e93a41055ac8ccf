"""A second reader of the ledger, written from ledger/FORMAT.md and PROTOCOL.md only: ``merge``, ``state``.

It imports nothing of ours; signatures are checked by ssh-keygen. Everything is kept in memory and
folded anew whenever somebody asks: the rules speak of sets, so there is no order to get wrong.

    python ledger_reader.py
"""

import base64
import json
import re
import sys
from hashlib import sha256

from signatures import Refused, certified, need

ENTRIES, SEGMENT, BODY = 1_000, 2 * 1024 * 1024, 64 * 1024
LARGEST = 2**53 - 1
NAMESPACE = "intake-segment@v1"
UUID = "[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
SCOPE = re.compile(rf"(?:case|link|record)/{UUID}")
WANTED, MORE = set("acdostv"), set("bzef")


def hex_of(text, shortest, longest):
    return isinstance(text, str) and re.fullmatch(rf"[0-9a-f]{{{shortest},{longest}}}", text)  # fmt: skip


def whole(number):
    return type(number) is int


def loaded(text):
    try:
        return json.loads(text)
    except (ValueError, RecursionError):
        raise Refused("Malformed") from None


def canonical(value):
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()  # fmt: skip


# --- segments ------------------------------------------------------------------------------------


class Segment:
    """One segment as it came: its header, the leaves, and the bodies that came with it."""

    def __init__(self, top):
        need(set(top) == {"h", "l", "sig"}, "Malformed")
        need(all(isinstance(one, str) for one in top.values()), "Malformed")
        need(re.fullmatch("(?:[0-9a-f]{2})*", top["l"]), "Malformed")
        self.header, self.signature = top["h"].encode(), top["sig"].encode()
        self.leaves = [top["l"][at : at + 64] for at in range(0, len(top["l"]), 64)]
        self.bodies = []
        self.hash = sha256(b"\1" + self.header).hexdigest()

    def add(self, row):
        need(isinstance(row, list) and len(row) == 3, "Malformed")
        place, salt, body = row
        need(whole(place) and isinstance(salt, str) and isinstance(body, str), "Malformed")  # fmt: skip
        need(re.fullmatch("(?:[0-9a-fA-F]{2})*", salt), "Malformed")
        need(len(self.bodies) < ENTRIES, "Malformed")
        self.bodies.append((place, bytes.fromhex(salt), body.encode()))

    def check(self):
        """Check what it says of itself; the order is that of the page."""
        said = loaded(self.header)
        need(isinstance(said, dict), "Malformed")
        need(not (whole(said.get("v")) and said["v"] > 1), "TooNew")
        need(set(said) == {"count", "leaves", "log", "n", "prev", "v"}, "Malformed")
        need(all(whole(said[one]) and said[one] >= 0 for one in ("count", "n", "v")), "Malformed")  # fmt: skip
        need(hex_of(said["log"], 1, 64) and hex_of(said["leaves"], 64, 64), "Malformed")
        need(said["prev"] == "" or hex_of(said["prev"], 64, 64), "Malformed")
        need(said["prev"] or said["n"] == 0, "Malformed")
        need(1 <= said["count"] <= ENTRIES and canonical(said) == self.header, "Malformed")  # fmt: skip
        self.log, self.n, self.prev = said["log"], said["n"], said["prev"]
        need(len(self.leaves) == said["count"], "Altered")
        digest = sha256(bytes.fromhex("".join(self.leaves))).hexdigest()
        need(digest == said["leaves"], "Altered")
        self._check_bodies()

    def _check_bodies(self):
        before, total = -1, 0
        for place, salt, body in self.bodies:
            need(before < place < len(self.leaves) and len(salt) == 16, "Altered")
            total += len(body)
            need(len(body) <= BODY and total <= SEGMENT, "Oversized")
            leaf = sha256(b"\0" + salt + body).hexdigest()
            need(leaf == self.leaves[place], "Altered")
            before = place

    def check_signer(self, trust):
        _, key, _, _ = certified(self.signature, self.header, NAMESPACE, trust)
        need(self.log.startswith(sha256(key).hexdigest()[:16]), "BrokenChain")


def segments_of(lines):
    need(lines.endswith(b"\n"), "Malformed")
    found = []
    for line in lines[:-1].split(b"\n"):
        row = loaded(line)
        if isinstance(row, dict):
            found.append(Segment(row))
        else:
            need(found, "Malformed")
            found[-1].add(row)
    return found


# --- bodies ----------------------------------------------------------------------------------------


def text_of(value):
    try:
        return isinstance(value, str) and "\0" not in value and bool(value.encode() or True)  # fmt: skip
    except UnicodeEncodeError:
        return False


def number_of(value):
    return whole(value) and 0 <= value < 2**63


def row_of(row, kinds):
    fits = isinstance(row, list) and [type(one) for one in row] == kinds
    return fits and all(text_of(one) if isinstance(one, str) else abs(one) <= LARGEST for one in row)  # fmt: skip


def op_of(op):
    if not (isinstance(op, list) and len(op) == 5):
        return False
    entity, record, field, value, base = op
    named = all(text_of(one) for one in (entity, record, field)) and "/" not in entity
    plain = value is None or isinstance(value, bool) or text_of(value) or (whole(value) and abs(value) <= LARGEST)  # fmt: skip
    ties = isinstance(base, list) and all(hex_of(one, 28, 28) for one in base)
    return named and bool(re.fullmatch(UUID, record)) and plain and ties


def read(body):
    """Return a body, or None: it is of a version that this reader does not know."""
    try:
        said = json.loads(body.decode())
    except (ValueError, RecursionError):
        return None
    if not (isinstance(said, dict) and WANTED <= set(said) <= WANTED | MORE):
        return None
    texts = all(text_of(said[one]) for one in "acds") and text_of(said.get("b", ""))
    numbers = number_of(said["t"]) and number_of(said["v"])
    if not (texts and numbers and SCOPE.fullmatch(said["s"]) and isinstance(said.get("z", False), bool)):  # fmt: skip
        return None
    for key, kinds in (("e", [str, str]), ("f", [str, int, int, int])):
        rows = said.get(key, [])
        if not (isinstance(rows, list) and len(rows) <= 1_000 and all(row_of(one, kinds) for one in rows)):  # fmt: skip
            return None
    ops = said["o"]
    return said if isinstance(ops, list) and all(op_of(one) for one in ops) else None


# --- what is known -----------------------------------------------------------------------------------


class Ledger:
    """Every segment that is here, by its hash."""

    def __init__(self):
        self.segments, self.bodies, self.order, self.fields = {}, {}, [], {}

    def merge(self, ask):
        """Take in all segments, or none."""
        segments = segments_of(base64.b64decode(ask["lines"]))
        for one in segments:
            one.check()
            one.check_signer(ask["trust"])
        known = {**self.segments, **{one.hash: one for one in segments}}
        for one in segments:
            self._check_place(one, known)
        self.fields.update(ask["fields"])
        new = []
        for one in segments:
            self.segments.setdefault(one.hash, one)
            for place, _, body in one.bodies:
                if (one.hash, place) not in self.bodies:
                    self.bodies[one.hash, place] = body
                    self.order.append((one.hash, place))
                    new.append((one.hash, place))
        unread = self.folded()[1]
        return {"segments": [one.hash for one in segments], "parked": len(unread & set(new))}  # fmt: skip

    @staticmethod
    def _check_place(one, known):
        before = known.get(one.prev)
        if before is None:
            return
        next_ = (before.log, before.n + 1) == (one.log, one.n)
        need(next_ or (one.n == 0 and before.log != one.log), "BrokenChain")

    # --- folding

    def folded(self):
        """Return the heads of every field, and the entries that could not be shown wholly."""
        entries = [(place, read(self.bodies[place])) for place in self.order]
        unread = {place for place, said in entries if said is None}
        gone = self.destroyed()
        closed = {(said["b"], said["s"], said["c"]) for _, said in entries if said and said.get("z")}  # fmt: skip
        fixes, owner, ops = self._fixes(entries), {}, {}
        for place, said in entries:
            if said is None or part(said) in gone:
                continue
            if said.get("b") and (said["b"], said["s"], said["c"]) not in closed:
                continue
            fits = [self._fits(said["c"], op) for op in said["o"]]
            if not all(fits):
                unread.add(place)
            spoken = [(k, op) for k, op in enumerate(said["o"]) if fits[k]]
            if any(owner.setdefault(tuple(op[:2]), said["s"]) != said["s"] for _, op in spoken):  # fmt: skip
                continue
            for k, (entity, record, field, value, base) in spoken:
                tie = self.leaf(place)[:24] + f"{k:04x}"
                stamp = said["t"] + fixes.get((self.segments[place[0]].log, self.segments[place[0]].n), 0)  # fmt: skip
                ops.setdefault((entity, record, field), {})[tie] = (stamp, tie, value, base)  # fmt: skip
        return ops, unread

    def leaf(self, place):
        return self.segments[place[0]].leaves[place[1]]

    def destroyed(self):
        """Return every part that an order names."""
        said = (read(self.bodies[place]) for place in self.order)
        return {order[0] for one in said if one for order in one.get("e", [])}

    def _fixes(self, entries):
        """Return by how much the stamps of a segment are moved."""
        found = {}
        for place, said in entries:
            for k, (log, first, last, ms) in enumerate(said.get("f", []) if said else []):  # fmt: skip
                tie = self.leaf(place)[:24] + f"{k:04x}"
                for one in self.segments.values():
                    if one.log == log and first <= one.n <= last:
                        at = one.log, one.n
                        found[at] = max(found.get(at, ()), (said["t"], tie, ms * 65_536))  # fmt: skip
        return {at: fix[2] for at, fix in found.items()}

    def _fits(self, cls, op):
        known = self.fields.get(f"{op[0]}/{op[2]}")
        kind = {str: "text", int: "number", bool: "flag"}.get(type(op[3]))
        return bool(known) and known[0] == cls and kind in (*known[1:], None)

    # --- telling

    def state(self):
        shown = []
        for (entity, record, field), every in self.folded()[0].items():
            covered = {tie for _, _, _, base in every.values() for tie in base}
            heads = sorted(one[:2] for tie, one in every.items() if tie not in covered)
            shown.append([entity, record, field, every[heads[-1][1]][2], len(heads)])
        shown.sort(key=lambda row: row[:3])
        return {"shown": shown, "digest": sha256(canonical(shown)).hexdigest(), "logs": self._logs(), "gaps": self._gaps(), "forked": self._forked()}  # fmt: skip

    def _logs(self):
        logs = {}
        for one in self.segments.values():
            logs.setdefault(one.log, set()).add(one.n)
        return {log: ranges(sorted(every)) for log, every in logs.items()}

    def _gaps(self):
        here = [one for one in self.segments.values() if one.prev and one.prev not in self.segments]  # fmt: skip
        return sorted([one.log, one.n] for one in here)

    def _forked(self):
        places = [(one.log, one.n) for one in self.segments.values()]
        return sorted({log for log, n in places if places.count((log, n)) > 1})


def part(said):
    return sha256((said["s"] + said["c"]).encode()).hexdigest()


def ranges(numbers):
    found = []
    for one in numbers:
        if found and found[-1][1] == one - 1:
            found[-1][1] = one
        else:
            found.append([one, one])
    return found


def main():
    ledger = Ledger()
    for line in sys.stdin:
        ask = json.loads(line)
        try:
            if ask["do"] == "merge":
                ledger = Ledger() if ask["fresh"] else ledger
                answer = {"done": ledger.merge(ask)}
            elif ask["do"] == "state":
                answer = {"done": ledger.state()}
            else:
                answer = {"unable": ask["do"]}
        except Refused as no:
            answer = {"refused": str(no)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
