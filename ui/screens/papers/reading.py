"""What this page asks the desk for: kinds, register, heads, and the names of what a paper is about.

* Who sees no content gets the register and nothing else; nothing is refused to her on the way.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from intake.errors import IntakeError, InvalidInput

if TYPE_CHECKING:
    from intake.desk import Desk
    from intake.desk.views.papers import IssuedLine, PaperChoice, PaperHead

_INTERVIEWS = "COUNSEL_COPY"  # made from interviews; every other one from evidence
_SHOWN = 200


@dataclass(frozen=True, slots=True)
class Offer:
    """What the left side lists."""

    sees: bool = False  # whether her role sees content at all
    center: str = ""
    kinds: "tuple[PaperChoice, ...]" = ()
    issued: "tuple[IssuedLine, ...]" = ()


@dataclass(frozen=True, slots=True)
class About:
    """Whom or what a paper is about, in words, and what the records know of it."""

    kind: str = "CENTER"
    id: str = ""
    facts: Mapping[str, str | int] = field(default_factory=dict, repr=False)
    heads: "tuple[PaperHead, ...]" = ()
    records: tuple[tuple[str, str, int], ...] = field(default=(), repr=False)
    parts: tuple[tuple[str, str], ...] = ()  # what may be left out: code and words
    quiet: bool = False  # somebody of it sits here
    known: bool = True  # False: it is gone, or not hers to see


def offer(desk: "Desk", _progress: object) -> Offer:
    """Ask for kinds and register."""
    sees, issued = desk.roles.mine().sees_content, desk.papers.listing()
    kinds = desk.papers.kinds() if sees else ()
    return Offer(sees, desk.about().center_name, kinds, issued)


def about_of(desk: "Desk", paper: str, kind: str, about: str) -> About:
    """Ask what a paper would be about; what cannot be asked is said as such."""
    if kind not in {"CASE", "PROFILE"}:
        return About(kind, "", {"name": desk.about().center_name})
    if not about:
        return About(kind)
    try:
        return _of_case(desk, paper, about) if kind == "CASE" else _of_profile(desk, about)  # fmt: skip
    except IntakeError:
        return About(kind, known=False)


def _of_case(desk: "Desk", paper: str, case: str) -> About:
    line = desk.cases.line(case)
    facts = {"number": line.number, "name": line.alias}
    heads = desk.papers.heads("CASE", case)
    return About("CASE", case, facts, heads, _records(desk, paper, case), _parts(desk, paper))  # fmt: skip


def _parts(desk: "Desk", paper: str) -> tuple[tuple[str, str], ...]:
    try:
        return tuple((one.code, one.label) for one in desk.papers.parts(paper))
    except InvalidInput:  # what is no paper of its own has no parts
        return ()


def _of_profile(desk: "Desk", profile: str) -> About:
    line = desk.profiles.view(profile).line
    if line.quiet:
        return About("PROFILE", profile, quiet=True)
    facts = {"victims": line.victims, "cases": line.cases}
    return About("PROFILE", profile, facts, desk.papers.heads("PROFILE", profile))


def _records(desk: "Desk", paper: str, case: str) -> tuple[tuple[str, str, int], ...]:
    if paper == _INTERVIEWS:
        found = desk.interviews.of_case(case)[:_SHOWN]
        return tuple((one.id, one.form_title, one.ms) for one in found)
    pieces = desk.evidence.list(case)[:_SHOWN]
    return tuple((one.id, " · ".join(filter(None, (one.title or one.kind_text, one.short))), 0) for one in pieces)  # fmt: skip
