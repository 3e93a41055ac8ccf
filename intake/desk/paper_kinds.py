"""Which papers there are (문서 종류): about whom, for whom, which numbers are frozen with them.

* A kind's module is loaded when somebody first makes one: drawing is slow to load, and rare.
* ``court`` MUST: only who agreed to that court is in it. MAY: so where a court is named. NO: it is
  for the person herself, for a body that was named, or a form; a court is not asked for.
"""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib import import_module
from typing import TYPE_CHECKING, Any, cast

from intake.errors import InvalidInput
from intake.progress import Progress

if TYPE_CHECKING:
    from intake.desk.paper_making import Making
    from intake.desk.rooms import Rooms
    from intake.desk.views.papers import PaperPlan

_COURT_CASE = ("case-number", "accused", "checked-by")
PERFORMED = ("V1", "M1", "M2", "R1", "R1-FIRST", "R1-AGAIN", "R2", "R2N", "R3", "R3-BLOCKED", "R3-REFUSED", "R3-TEMPORARY", "R3-OPEN", "R5", "R6")  # fmt: skip
RESULTS = ("R1", "R2", "R3", "R3-DELISTED", "R3-BLOCKED", "R3-REFUSED", "R3-TEMPORARY", "R3-GONE", "R3-OPEN", "R5", "R6")  # fmt: skip
STATED = ("R1", "R1-FIRST", "R1-AGAIN", "R2", "R3", "R3-REFUSED", "R3-OPEN", "R5")
_ONE = ("CASE", "CENTER")  # a form; about a center it is blank
_GROUP = ("PROFILE", "CASE", "CENTER", "NATION")


@dataclass(frozen=True, slots=True)
class Kind:
    """One kind of paper."""

    code: str  # of document_kind
    abouts: tuple[str, ...]  # the first is what it is usually about
    court: str  # MUST | MAY | NO
    rules: tuple[str, ...]  # whose numbers are frozen with it
    module: str  # content(making), drawn(content, language, progress)
    lacks: tuple[str, ...] = ()  # fields of the plan that a reader will look for
    uses: frozenset[str] = field(
        default_factory=frozenset
    )  # further fields of the plan

    def content(self, making: "Making") -> Any:  # noqa: ANN401 - each kind has its own
        """Return what stands in it; within one read transaction."""
        make = cast("Callable[[Making], Any]", self._of("content"))
        return make(making)

    def drawn(self, content: Any, language: str, progress: Progress) -> bytes:  # noqa: ANN401 - see above
        """Return the PDF."""
        draw = cast("Callable[[Any, str, Progress], bytes]", self._of("drawn"))
        return draw(content, language, progress)

    def said(self, what: str, making: "Making") -> tuple[str, ...]:
        """Return what its module has to say: ``missing``, ``warnings`` or ``redactions``.

        The last are lines of ``part: code of its ground``, kept inside, never what was left out.
        """
        module = import_module(self.module)
        if not hasattr(module, what):
            return ()
        say = cast("Callable[[Making], Iterator[str]]", getattr(module, what))
        return tuple(say(making))

    def noted(self, rooms: "Rooms", plan: "PaperPlan", content: Any) -> None:  # noqa: ANN401 - see above
        """Let its module note what issuing it does beside the paper; within the same step."""
        module = import_module(self.module)
        if hasattr(module, "noted"):
            note = cast("Callable[[Rooms, PaperPlan, Any], None]", module.noted)
            note(rooms, plan, content)

    @property
    def parts(self) -> tuple[str, ...]:
        """The codes of what may be left out of it."""
        return tuple(getattr(import_module(self.module), "PARTS", ()))

    def _of(self, name: str) -> object:
        return getattr(import_module(self.module), name)


KINDS = (
    Kind("PERFORMANCE", _GROUP, "MUST", PERFORMED, "intake.desk.paper_performance", _COURT_CASE),
    Kind("OPINION", _GROUP, "MUST", PERFORMED, "intake.desk.paper_opinion", _COURT_CASE, frozenset({"words"})),
    Kind("ANNEX", _GROUP, "MUST", PERFORMED, "intake.desk.paper_annex"),
    Kind("MERGED", ("PROFILE",), "MUST", PERFORMED, "intake.desk.paper_merged", _COURT_CASE),
    Kind("PETITION", ("CASE",), "MUST", (), "intake.desk.paper_petition", ("case-number", "accused"), frozenset({"addressee", "words"})),
    Kind("PETITION_LIST", ("PROFILE",), "MUST", (), "intake.desk.paper_petition_list", ("case-number", "accused")),
    Kind("CLAIM", ("PROFILE", "CASE", "CENTER"), "MAY", PERFORMED, "intake.desk.paper_claim", uses=frozenset({"case_number", "accused"})),
    Kind("APPLICATION", _ONE, "NO", (), "intake.desk.paper_application", uses=frozenset({"records", "with_addresses", "without"})),
    Kind("POWER", _ONE, "NO", (), "intake.desk.paper_power", uses=frozenset({"without"})),
    Kind("WITHDRAWAL", _ONE, "NO", (), "intake.desk.paper_withdrawal", uses=frozenset({"without"})),
    Kind("RESULT_REPORT", ("CASE",), "NO", RESULTS, "intake.desk.paper_result", uses=frozenset({"addressee", "with_addresses"})),
    Kind("COUNSEL_COPY", ("CASE",), "NO", (), "intake.desk.paper_copy", ("checked-by",), frozenset({"addressee", "hide", "purpose", "records", "without", "words"})),
    Kind("HANDOVER", ("CASE",), "MAY", (), "intake.desk.paper_handover", uses=frozenset({"addressee", "case_number", "purpose", "records", "words"})),
    Kind("STATISTICS", ("CENTER", "NATION", "PROFILE"), "MAY", STATED, "intake.desk.paper_statistics", ("checked-by",)),
)  # fmt: skip
_BY_CODE: Mapping[str, Kind] = {one.code: one for one in KINDS}


def kind_of(code: str) -> Kind:
    """Return a kind.

    Raises:
        InvalidInput: there is no such paper.
    """
    if code not in _BY_CODE:
        raise InvalidInput(what="paper", why="unknown")
    return _BY_CODE[code]
