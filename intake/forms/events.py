"""What happens when something happens: values set at the start, in new rows, after a change.

* After every answer the session settles: counted rows appear, calculations follow, triggers fire.
* Settling that does not come to rest is stopped and noted; an interview never hangs.
"""

import math
from collections import deque
from collections.abc import Callable, Iterable
from typing import Any

from intake.forms import moments
from intake.forms.code import Here
from intake.forms.hall import Hall
from intake.forms.model import Event, SetValue
from intake.forms.reactive import Memo
from intake.forms.tree import Leaf, Node, Range, Row
from intake.forms.values import text_of
from intake.forms.walking import leaves_in, ranges_in

MOST_ROUNDS = 60
MOST_ROWS = 1_000  # a count beyond this is a slip of the finger


class Runner:
    """Runs the actions of a form in one session."""

    def __init__(self, hall: Hall) -> None:
        """Watch every trigger that is there already."""
        self._hall = hall
        self._watched: dict[Memo[Any], tuple[Leaf, str]] = {}
        self.on_row_gone: Callable[[Row], None] = lambda _: None
        self._watch(hall.document)

    # --- the start

    def first_load(self) -> None:
        """Preload values, then run what happens once in an interview's life."""
        for leaf in leaves_in(self._hall.document):
            self._preload(leaf)
        self._run_model("first-load", "load")

    def load(self) -> None:
        """Run what happens at every opening."""
        self._run_model("load")

    def _run_model(self, *events: Event) -> None:
        for action in self._hall.form.actions:
            if not action.events.isdisjoint(events):
                self._fire(action, self._hall.top)
        for path, actions in self._hall.form.triggers.items():
            for action in actions:
                if not action.events.isdisjoint(events):
                    for node in self._all(path):
                        self._fire(action, node)

    def _preload(self, leaf: Leaf) -> None:
        preload = leaf.spec.bind.preload
        if preload is None or leaf.calculated is not None:
            return
        text = self._preloaded(*preload)
        if text:
            leaf.say(text)

    def _preloaded(self, kind: str, parameter: str) -> str:
        match kind, parameter:
            case "uid", _:
                return f"uuid:{self._hall.new_id()}"
            case "date", "today":
                return moments.today_text(self._hall.wall_ms())
            case "timestamp", "start":
                return moments.now_text(self._hall.wall_ms())
            case _:
                return ""

    # --- rows

    def add_row(self, ranged: Range) -> Row:
        """Put a new row at the end and run what happens in new rows."""
        row = ranged.make()
        ranged.put([*ranged.rows.value, row])
        self.greet(row)
        return row

    def greet(self, row: Row) -> None:
        """Run what happens in a new row, and in the rows it brought along."""
        self._watch(row)
        for leaf in leaves_in(row):
            self._preload(leaf)
        path = row.spec.path
        for trigger, actions in self._hall.form.triggers.items():
            if trigger == path or trigger.startswith(f"{path}/"):
                for action in actions:
                    if "new-repeat" in action.events:
                        self._fire(action, row)
        for action in self._hall.form.actions:
            if "new-repeat" in action.events and action.target.startswith(f"{path}/"):
                self._fire(action, row)

    def remove_row(self, row: Row) -> None:
        """Take a row out; its memos stop watching."""
        ranged = row.range
        ranged.put([one for one in ranged.rows.value if one is not row])
        ranged.removed[row.id] = None
        ranged.ids.pop(row.id, None)
        self.on_row_gone(row)
        self._release(row)

    def _release(self, row: Row) -> None:
        self._hall.fresh_rows.pop(row, None)
        for ranged in ranges_in(row):
            for inner in (*ranged.rows.value, *ranged.parked):
                self._hall.fresh_rows.pop(inner, None)
        for leaf in leaves_in(row):
            self._hall.dirty.pop(leaf, None)
            for memo in (leaf.calculated, leaf.shown):
                if isinstance(memo, Memo):
                    memo.drop()
        for memo, (leaf, _) in list(self._watched.items()):
            if leaf.row is not None and _is_in(leaf, row):
                memo.drop()
                del self._watched[memo]

    # --- settling

    def settle(self) -> None:
        """Let everything come to rest."""
        works = self._hall.works
        for _ in range(MOST_ROUNDS):
            if not works:
                return
            memos = sorted(works, key=lambda memo: memo.serial)
            works.clear()
            self._work_all(memos)
        self._give_up(works)
        works.clear()

    def _work_all(self, memos: list[Memo[Any]]) -> None:
        """Work in the order of the form; where that goes too deep, go on from the other end."""
        waiting, misses = deque(memos), 0
        while waiting:
            memo = waiting.popleft()
            if self._work(memo):
                misses = 0
                continue
            waiting.appendleft(memo)
            waiting.reverse()
            misses += 1
            if misses > len(waiting) + 1:
                self._give_up(waiting)
                return

    def _give_up(self, memos: Iterable[Memo[Any]]) -> None:
        """What does not come to rest keeps its last value and is noted."""
        for memo in memos:
            self._hall.graph.circles.add(str(memo.owner))
            memo.give_up()

    def _work(self, memo: Memo[Any]) -> bool:
        try:
            memo.get()
        except RecursionError:
            return False
        owner = memo.owner
        if isinstance(owner, Range):
            self._count_rows(owner)
        elif memo in self._watched:
            self._after_change(memo)
        elif isinstance(owner, Leaf) and memo.version != owner.noted:
            owner.noted = memo.version
            self._hall.dirty[owner] = None
        return True

    def _count_rows(self, ranged: Range) -> None:
        wanted = ranged.count.get() if ranged.count is not None else 0.0
        count = 0 if math.isnan(wanted) or wanted < 0 else int(min(wanted, MOST_ROWS))
        rows = list(ranged.rows.value)
        for row in rows[count:][::-1]:
            ranged.parked.append(row)
            self.on_row_gone(row)
        rows = rows[:count]
        fresh = []
        while len(rows) < count:
            if ranged.parked:
                rows.append(ranged.parked.pop())
            else:
                rows.append(ranged.make())
                fresh.append(rows[-1])
        if tuple(rows) != ranged.rows.value:
            ranged.put(rows)
        for row in fresh:
            self.greet(row)

    def _watch(self, node: Node) -> None:
        for path, actions in self._hall.form.triggers.items():
            if not any("value-changed" in action.events for action in actions):
                continue
            for leaf in self._inside(node, path):
                memo: Memo[str] = Memo(
                    self._hall.graph, leaf.text, "", queue=self._hall.works, owner=leaf
                )
                self._watched[memo] = (leaf, memo.get())

    def _inside(self, node: Node, path: str) -> list[Leaf]:
        return [leaf for leaf in leaves_in(node) if leaf.spec.path == path]

    def _after_change(self, memo: Memo[Any]) -> None:
        leaf, before = self._watched[memo]
        now = leaf.text()
        if now == before:
            return
        self._watched[memo] = (leaf, now)
        for action in self._hall.form.triggers.get(leaf.spec.path, ()):
            if "value-changed" in action.events:
                self._fire(action, leaf)

    # --- one action

    def _all(self, path: str) -> list[Node]:
        found: list[Node] = [
            leaf for leaf in leaves_in(self._hall.document) if leaf.spec.path == path
        ]
        if found:
            return found
        for ranged in ranges_in(self._hall.document):
            if ranged.spec.path == path:
                found.extend(ranged.rows.value)
        return found or [self._hall.top]

    def _fire(self, action: SetValue, near: Node) -> None:
        for leaf in self._targets(action, near):
            text = (
                action.text
                if action.value is None
                else text_of(action.value.run(Here(leaf, self._hall)))
            )
            if not (
                leaf.is_row_id() and leaf.row is not None
            ):  # a row is called what it is called
                leaf.say("" if text == "NaN" else text)

    def _targets(self, action: SetValue, near: Node) -> list[Leaf]:
        if action.target_code is not None:
            nodes = action.target_code.nodes()(Here(near, self._hall))
            return [node for node in nodes if isinstance(node, Leaf)]
        found = [
            leaf
            for leaf in leaves_in(self._hall.document)
            if leaf.spec.path == action.target
        ]
        around = _around(near)
        return [leaf for leaf in found if _fits(leaf, around)]


def _around(near: Node) -> dict[Range, Row]:
    found: dict[Range, Row] = {}
    row = near if isinstance(near, Row) else near.row
    while row is not None:
        found[row.range] = row
        row = row.range.row
    return found


def _fits(leaf: Leaf, around: dict[Range, Row]) -> bool:
    row = leaf.row
    while row is not None:
        if row.range in around and around[row.range] is not row:
            return False
        row = row.range.row
    return True


def _is_in(leaf: Leaf, outer: Row) -> bool:
    row = leaf.row
    while row is not None:
        if row is outer:
            return True
        row = row.range.row
    return False
