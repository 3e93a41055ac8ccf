"""One interview, open: answers go in, the page comes out.

* ``required`` never stops anybody; a constraint says a gentle word and keeps what was typed.
* A question that is not asked is blank for every expression, and gets its answer back when it is asked again.
* Closing at any moment and reopening with ``answers()`` gives the same page.
* Rows are known by their ids; adding or removing one never touches another's answers.
"""

from collections.abc import Callable, Mapping

from intake.clock import wall_ms
from intake.errors import InvalidAnswer
from intake.forms import codec, events
from intake.forms.address import parse
from intake.forms.codec import Given, Scalar
from intake.forms.hall import Hall
from intake.forms.model import Form
from intake.forms.page import Page, save_to
from intake.forms.restoring import Saved, restore
from intake.forms.state import AnswerState
from intake.forms.tree import Leaf, Node, Range, Row
from intake.forms.views import Changes, QuestionView, Said, SectionView
from intake.forms.walking import leaves_in, ranges_in
from intake.forms.wording import pick_language


class FormSession:
    """An interview (상담) on one form."""

    def __init__(
        self,
        form: Form,
        language: str,
        answers: Mapping[str, Saved] | None = None,
        *,
        wall: Callable[[], int] = wall_ms,
    ) -> None:
        """Open a new interview, or one that was kept.

        Args:
            form: the compiled form.
            language: ``ko``, ``en`` or the full name of a translation.
            answers: what ``answers()`` gave, ``{address: (state, value)}``; nothing starts a new one.
            wall: the clock for ``today()``, ``now()`` and new ids.
        """
        self.form = form
        self._hall = Hall(form, language, wall)
        self.leftover: dict[str, Saved] = (
            restore(self._hall, answers) if answers else {}
        )
        self._runner = events.Runner(self._hall)
        self._page = Page(self._hall, form.page, self._hall.top)
        self._runner.on_row_gone = self._page.forget
        self._removed: list[str] = []
        if answers:
            self._hall.dirty.clear()
            self._hall.fresh_rows.clear()
            self._runner.load()
        else:
            self._runner.first_load()
        self._runner.settle()

    @property
    def language(self) -> str:
        """The translation in use."""
        return self._hall.language.value

    def set_language(self, language: str) -> None:
        """Show every word in another language; answers stay."""
        self._hall.language.set(
            pick_language(self.form.languages, language, self._hall.language.value)
        )
        self._runner.settle()

    # --- answering

    def answer(self, path: str, value: Given) -> None:
        """Take an answer (응답); blank takes it back (미입력).

        Raises:
            InvalidAnswer: no such question, or it may not be written (facts: question, why).
        """
        leaf = self._leaf(path)
        if leaf.readonly():
            raise InvalidAnswer(question=path, why="readonly")
        leaf.say(self._ordered(leaf, value))
        self._runner.settle()

    def set_state(self, path: str, state: AnswerState | str) -> None:
        """Say how an answer stands: 응답, 미상, 미입력, 응답 거부."""
        leaf = self._leaf(path)
        wanted = AnswerState(state)
        if wanted is AnswerState.DECLINED and not leaf.spec.bind.marks.declined:
            raise InvalidAnswer(question=path, why="declined")
        leaf.stand(wanted)
        self._runner.settle()

    def _ordered(self, leaf: Leaf, value: Given) -> str:
        text = codec.text_from(value, _kind_of(leaf, self.form))
        if leaf.offered is None or not text:
            return text
        order = {code: at for at, code in enumerate(leaf.offered.get())}
        codes = [text] if leaf.choosing == "one" else list(dict.fromkeys(text.split()))
        if not order.keys() >= set(codes):
            raise InvalidAnswer(question=leaf.address(), why="choice")
        return " ".join(
            sorted(codes, key=order.__getitem__) if leaf.choosing == "many" else codes
        )

    def add_row(self, path: str) -> str:
        """Add a row at the end of a repeat and return its address.

        Raises:
            InvalidAnswer: no such repeat, or its rows are counted by the form.
        """
        ranged = self._range(path)
        if ranged.count is not None or (
            ranged.spec.repeat is not None and ranged.spec.repeat.fixed
        ):
            raise InvalidAnswer(question=path, why="fixed")
        row = self._runner.add_row(ranged)
        self._runner.settle()
        return row.address()

    def remove_row(self, path: str) -> tuple[str, ...]:
        """Remove a row and return the addresses of the answers that went with it."""
        row = self._node(path)
        if not isinstance(row, Row):
            raise InvalidAnswer(question=path, why="no-row")
        ranged = row.range
        if ranged.count is not None or (
            ranged.spec.repeat is not None and ranged.spec.repeat.fixed
        ):
            raise InvalidAnswer(question=path, why="fixed")
        gone = tuple(
            leaf.address()
            for leaf in leaves_in(row)
            if leaf.is_kept() and leaf.state.value is not AnswerState.NOTASKED
        )
        self._removed.append(row.address())
        self._removed.extend(gone)
        self._runner.remove_row(row)
        self._runner.settle()
        return gone

    # --- looking

    def snapshot(self) -> tuple[QuestionView, ...]:
        """Return everything on the page, in its order."""
        return self._page.snapshot()

    def changes_since(self, token: int) -> Changes:
        """Return what has changed since a token; 0 gives everything."""
        return self._page.changes_since(token)

    def sections(self) -> tuple[SectionView, ...]:
        """Return the outer groups of the page with how far each is."""
        found: dict[str, list[QuestionView]] = {}
        titles: dict[str, QuestionView] = {}
        for view in self._page.snapshot():
            if view.path == view.section and view.path and view.relevant:
                titles[view.path] = view
            if view.is_question and view.relevant:
                found.setdefault(view.section, []).append(view)
        order = ([""] if "" in found else []) + list(titles)
        return tuple(
            _section(path, titles[path].label if path else "", found.get(path, []))
            for path in order
        )

    def missing(self) -> tuple[QuestionView, ...]:
        """Return what should be answered before the end and is not."""
        return tuple(view for view in self._page.snapshot() if view.is_missing)

    @property
    def circles(self) -> tuple[str, ...]:
        """The paths of calculations that wait for each other; a sound form has none."""
        return tuple(sorted(self._hall.graph.circles))

    # --- keeping

    def answers(self) -> dict[str, Saved]:
        """Return everything to keep, ``{address: (state, value)}``; rows are there with their number."""
        kept: dict[str, Saved] = {}
        for ranged in ranges_in(self._hall.document):
            for row in (*ranged.rows.value, *ranged.parked):
                kept[row.address()] = (AnswerState.OK, row.ordinal)
            for identity in ranged.removed:
                kept[f"{ranged.address()}[{identity}]"] = (AnswerState.OK, 0)
        for leaf in self._leaves():
            said = self._said(leaf)
            if said.state is not AnswerState.NOTASKED:
                kept[said.path] = (said.state, said.value)
        return kept

    def _leaves(self) -> list[Leaf]:
        found = list(leaves_in(self._hall.document))
        for ranged in ranges_in(self._hall.document):
            for row in ranged.parked:
                found.extend(leaves_in(row))
        return [leaf for leaf in found if leaf.is_kept()]

    def take_changes(self) -> tuple[Said, ...]:
        """Return the answers to keep that changed since this was last asked."""
        found = [
            Said(row.address(), AnswerState.OK, row.ordinal)
            for row in self._hall.fresh_rows
        ]
        found.extend(self._said(leaf) for leaf in self._hall.dirty if leaf.is_kept())
        found.extend(_gone(address) for address in self._removed)
        self._hall.fresh_rows.clear()
        self._hall.dirty.clear()
        self._removed.clear()
        return tuple(found)

    def _said(self, leaf: Leaf) -> Said:
        state, text = leaf.state.value, leaf.raw
        over = leaf.over.value
        covered = leaf.calculated is not None and (
            over is None or over[0] != leaf.calculated.version
        )
        if (
            covered
            and leaf.calculated is not None
            and state in {AnswerState.OK, AnswerState.NOTASKED}
        ):
            text = leaf.calculated.value
            state = AnswerState.OK if text else AnswerState.NOTASKED
        kind = _kind_of(leaf, self.form)
        value: Scalar = (
            codec.scalar_from(text, kind) if state is AnswerState.OK else None
        )
        marks = leaf.spec.bind.marks
        return Said(
            leaf.address(),
            state,
            value,
            save_to(leaf),
            covered,
            sentencing=marks.sentencing,
        )

    # --- finding

    def value(self, path: str) -> str:
        """Return the text an expression sees at an address."""
        return self._leaf(path).text()

    def _node(self, path: str) -> Node:
        node = parse(self._hall.top, path)
        if node is None:
            raise InvalidAnswer(question=path, why="no-question")
        return node

    def _leaf(self, path: str) -> Leaf:
        node = self._node(path)
        if isinstance(node, Leaf):
            return node
        raise InvalidAnswer(question=path, why="no-question")

    def _range(self, path: str) -> Range:
        node = self._node(path)
        if isinstance(node, Range):
            return node
        raise InvalidAnswer(question=path, why="no-repeat")


def _gone(address: str) -> Said:
    is_row = address.endswith("]")
    return Said(
        address,
        AnswerState.OK if is_row else AnswerState.NOTASKED,
        0 if is_row else None,
        removed=True,
    )


def _kind_of(leaf: Leaf, form: Form) -> str:
    block = form.blocks.get(leaf.spec.path)
    if block is not None and block.kind == "trigger":
        return "trigger"
    return "int" if leaf.type in {"int", "integer", "long"} else leaf.type


def _section(path: str, title: str, views: list[QuestionView]) -> SectionView:
    answered = sum(1 for view in views if view.state is not AnswerState.NOTASKED)
    return SectionView(
        path, title, answered, len(views), sum(1 for view in views if view.is_missing)
    )
