"""Whether requests to delete may go out for a case, and on which ground (삭제지원의 근거).

* A clear no of the victim blocks every request (성폭력방지법 24조), whoever else asks. A consent
  that was refused or taken back blocks it too, but for exploitation material, whose deletion
  rests on no consent, as the consent form says aloud: there it warns.
* Where nobody is noted and she wants it, she is the one who asks.
* Who may ask: the victim, spouse, lineal relatives, brothers and sisters, a named agent
  (7조의3②). A third party is an agent with a power of attorney, or nobody.
* Sexual exploitation material (아동·청소년성착취물) needs no request and waits for no paper; what
  investigators ask for needs no request either (7조의3③). Both must then be kept.
* Papers by kind of requester: 규칙 2조의6③. How long to keep: 규칙 2조의6④.
* Pure: facts in, verdict out; the reasons are codes.

>>> judge_deletion(Facts(materials=frozenset({"CSAM"}))).basis
'CSAM'
>>> judge_deletion(Facts(requester="SELF", wish="REFUSED")).why
'delete-wish-refused'
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

PAPERS: Final = ("paper_id", "paper_relation", "paper_power", "paper_victim_id")
_DONE: Final = frozenset({"FILED", "SEEN", "NOT_NEEDED"})
_RELATION: Final = frozenset({"paper_id", "paper_relation"})
_AGENCY: Final = frozenset({"paper_id", "paper_power", "paper_victim_id"})
_NEEDED: Final[Mapping[str, frozenset[str]]] = {
    "SELF": frozenset({"paper_id"}),
    "SPOUSE": _RELATION,
    "LINEAL": _RELATION,
    "SIBLING": _RELATION,
    "LEGAL_GUARDIAN": _RELATION,
    "AGENT": _AGENCY,
    "THIRD": _AGENCY,
}
BASIS_OF: Final[Mapping[str, str]] = {
    "SELF": "REQ_SELF",
    "SPOUSE": "REQ_SPOUSE",
    "LINEAL": "REQ_LINEAL",
    "SIBLING": "REQ_SIBLING",
    "LEGAL_GUARDIAN": "REQ_AGENT",
    "AGENT": "REQ_AGENT",
    "THIRD": "REQ_AGENT",
}
REQUESTER_OF: Final[Mapping[str, str]] = {
    "REQ_SELF": "SELF",
    "REQ_SPOUSE": "SPOUSE",
    "REQ_LINEAL": "LINEAL",
    "REQ_SIBLING": "SIBLING",
    "REQ_AGENT": "AGENT",
}
KEPT_LONGEST: Final = ("Y5", "Y10", "PERM")  # shorter first
_UNTOLD: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Facts:
    """What is known of a case, as far as the judgement asks for it."""

    wish: str = "UNASKED"  # of the victim, about deletion: a code of ``will``
    consent: str = "undecided"  # to DELETE: agreed, refused, withdrawn, undecided
    requester: str = ""  # a code of ``requester_kind``
    papers: Mapping[str, str] = field(default_factory=lambda: _UNTOLD)
    basis: str = ""  # as somebody noted it: a code of ``delete_basis``
    materials: frozenset[str] = frozenset()  # codes of ``material``
    minor_shown: bool = False  # a child is seen in it


@dataclass(frozen=True, slots=True)
class Deletion:
    """Whether requests may go out, and what follows from the facts."""

    may_request: bool
    why: str  # not, as a code
    basis: str
    csam: bool
    preserve: bool
    needed: frozenset[str]  # papers
    missing: tuple[str, ...]
    warning: str
    retention: str


def judge_deletion(facts: Facts) -> Deletion:
    """Return the verdict."""
    csam = is_csam(facts)
    basis = _basis(facts, csam=csam)
    waits_for_none = basis == "POLICE" or csam
    needed = _NEEDED.get(_requester(facts), frozenset())
    missing = _missing(facts, needed)
    why = _why_not(facts, basis, csam=csam)
    return Deletion(
        may_request=not why,
        why=why,
        basis=basis,
        csam=csam,
        preserve=waits_for_none,
        needed=needed,
        missing=missing,
        warning=_warning(facts, basis, missing, waits_for_none=waits_for_none),
        retention=_retention(facts, basis, csam=csam),
    )


def is_csam(facts: Facts) -> bool:
    """Whether it is sexual exploitation material of children or youths (청소년성보호법 2조).

    A child in the picture is enough, whatever was ticked; personal details alone are not.
    """
    shown = facts.minor_shown and facts.materials != frozenset({"PII"})
    return "CSAM" in facts.materials or facts.basis == "CSAM" or shown


def _requester(facts: Facts) -> str:
    return facts.requester or REQUESTER_OF.get(facts.basis, "")


def _basis(facts: Facts, *, csam: bool) -> str:
    """Return the ground; who asked comes first, then the law that needs nobody to ask.

    Exploitation material stands on its own ground even where the police sent it.
    """
    if facts.requester in BASIS_OF and not _is_nobody(facts):
        return BASIS_OF[facts.requester]
    if facts.basis in REQUESTER_OF and not facts.requester:
        return facts.basis
    if csam:
        return "CSAM"
    if facts.basis in REQUESTER_OF:
        return ""  # somebody asked once; who asks now is nobody
    if facts.basis or facts.requester:
        return facts.basis
    wanted = facts.wish == "WANTED" or facts.consent == "agreed"
    return "REQ_SELF" if wanted else ""


def _is_nobody(facts: Facts) -> bool:
    """Whether the one who asks has no right to: a friend without papers is no agent."""
    if facts.requester != "THIRD":
        return False
    proofs = ("paper_power", "paper_victim_id")
    return any(facts.papers.get(name) not in {"FILED", "SEEN"} for name in proofs)


def _no_consent(facts: Facts) -> bool:
    return facts.consent in {"refused", "withdrawn"}


def _missing(facts: Facts, needed: frozenset[str]) -> tuple[str, ...]:
    return tuple(
        name
        for name in PAPERS
        if name in needed and facts.papers.get(name, "MISSING") not in _DONE
    )


def _why_not(facts: Facts, basis: str, *, csam: bool) -> str:
    if facts.wish == "REFUSED":
        return "delete-wish-refused" + "-csam" * csam
    if _no_consent(facts) and not csam:
        return "delete-consent-refused"
    return "delete-third-needs-papers" if _is_nobody(facts) and not basis else ""


def _warning(
    facts: Facts, basis: str, missing: tuple[str, ...], *, waits_for_none: bool
) -> str:
    """Return what a person should know before a request goes out; it stops nothing."""
    if _no_consent(facts):
        return "delete-consent-refused-csam"
    if facts.wish == "ON_HOLD":
        return "delete-wish-on-hold"
    if facts.wish == "UNASKED" and facts.consent != "agreed":
        return "delete-wish-unasked"
    if not basis:
        return "delete-nobody-asks"
    if missing:
        return "delete-papers-can-wait" if waits_for_none else "delete-papers-missing"
    return ""


def _retention(facts: Facts, basis: str, *, csam: bool) -> str:
    if csam or "PII" in facts.materials:
        return "PERM"
    return "Y10" if basis == "POLICE" else "Y5"


def longer(one: str, other: str) -> str:
    """Return the longer of two retention classes; an order to destroy at once stands."""
    if one not in KEPT_LONGEST:
        return one or other
    return max(one, other, key=KEPT_LONGEST.index)
