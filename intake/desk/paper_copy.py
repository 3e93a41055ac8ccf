"""What stands in a copy of counselling records (상담기록 사본), and what was left out of it.

* Interviews with their notes, and notes that belong to none, in the order of their days. What is
  chosen is in it; where nothing is chosen, all of it is.
* A person says what is left out: parts by their codes (``PARTS``, a question's path, a record), and
  words that are covered wherever they stand. Nothing is guessed; but a name that another case
  of hers knows, or that is noted of somebody else in this case, is pointed out before.
* To the person herself it is hers (개인정보 보호법 35조). To anybody else, also to who asks for her, it
  goes by her consent for that receiver; to investigators and courts also by law, with the reason
  (18조②). Then it stands among what left (제공 내역).
"""

from collections.abc import Iterator

from intake.consent.giving import same_name
from intake.desk import referring
from intake.desk.copy_reading import PARTS, Copied, CopyReader
from intake.desk.copy_warnings import named_elsewhere, named_here
from intake.desk.giving import Giving
from intake.desk.paper_handover import agency_of
from intake.desk.paper_making import Making
from intake.desk.rooms import Rooms
from intake.desk.views.papers import PaperPlan
from intake.documents import CounselCopy, LeftOut, draw_counsel_copy
from intake.errors import ConsentMissing, InvalidInput
from intake.progress import Progress

# To whom it goes by her consent alone, whatever reason is given.
_BY_CONSENT = frozenset({"CENTRAL", "CENTER", "LAWYER", "HOSPITAL", "SCHOOL", "OPERATOR"})  # fmt: skip

__all__ = ["PARTS", "content", "drawn", "missing", "noted", "redactions", "warnings"]


def content(making: Making) -> CounselCopy:
    """Return what stands in the copy.

    Raises:
        InvalidInput: there is no such part, a record is of another case, or nothing is issued.
    """
    rooms, plan = making.rooms, making.plan
    copied = CopyReader(rooms, plan).read()
    if not copied.records and not making.head.draft:
        raise InvalidInput(what="records", why="missing")
    said = making.issued()
    return CounselCopy(
        **said,
        center=rooms.who.center_name,
        about=str(rooms.case(plan.about)["number"] or ""),
        addressee=plan.addressee.strip(),
        made_on=rooms.texts.day(rooms.clock.today().isoformat()),
        made_by=rooms.who.counselor,
        checked_by=plan.checked_by,
        records=copied.records,
        left_out=tuple(_left_out(rooms, plan, copied)),
        extent=_extent(rooms, copied),
        hers=is_hers(rooms, plan),
    )


def drawn(paper: CounselCopy, language: str, progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_counsel_copy(paper, language, progress)


def missing(making: Making) -> Iterator[str]:
    """Yield what whoever gets it will look for and not find."""
    texts = making.rooms.texts
    if not CopyReader(making.rooms, making.plan).rows():
        yield texts("paper-missing-records")
    if not making.plan.addressee.strip():
        yield texts("paper-missing-addressee")


def warnings(making: Making) -> Iterator[str]:
    """Yield what to look at before it goes: names of others, words in progress, a consent."""
    rooms, plan = making.rooms, making.plan
    texts, reader = rooms.texts, CopyReader(rooms, plan)
    copied = reader.read()
    if nowhere := reader.standing_nowhere(copied):
        yield texts("paper-warning-hide-nowhere", numbers=", ".join(map(str, nowhere)))
    if copied.open:
        yield texts("paper-warning-open-interview")
    for name, found in (("here", named_here), ("elsewhere", named_elsewhere)):
        numbers = found(rooms, making.look.db, plan.about, copied.records)
        if numbers:
            yield texts(f"paper-warning-named-{name}", numbers=", ".join(map(str, numbers)))  # fmt: skip
    if not is_hers(rooms, plan) and _keeps_back(rooms, plan):
        yield texts("paper-warning-withheld")
    if not is_hers(rooms, plan) and _is_refused(rooms, plan):
        yield texts("paper-warning-copy-not-agreed")


def redactions(making: Making) -> Iterator[str]:
    """Yield what was left out and on which ground; never what it was."""
    ground = _ground(making.rooms, making.plan)
    copied = CopyReader(making.rooms, making.plan).read()
    for part, places in copied.places.items():
        hidden = part.startswith("words-")
        if places:
            yield f"{part}: {'others' if hidden else ground}"


def noted(rooms: Rooms, plan: PaperPlan, _paper: CounselCopy) -> None:
    """Note that it left, where it is for somebody else.

    Raises:
        ConsentMissing: she did not agree to that receiver, and no reason is given.
    """
    if is_hers(rooms, plan):
        return
    consent, receiver = _checked(rooms, plan)
    Giving(rooms).note(plan.about, "PAPER", receiver, plan.addressee.strip(), purpose=consent, items="narrative")  # fmt: skip


def is_hers(rooms: Rooms, plan: PaperPlan) -> bool:
    """Whether it is for the person herself: nobody else is named."""
    whom = plan.addressee.strip()
    case = rooms.case(plan.about)
    known = [case["alias"]]
    for person in rooms.register.find("person", case=plan.about, role="VICTIM"):
        known += [person["name"], person["alias"]]
    return not whom or any(same_name(str(one), whom) for one in known if one)


# --- within -----------------------------------------------------------------------------


def _left_out(rooms: Rooms, plan: PaperPlan, copied: Copied) -> Iterator[LeftOut]:
    texts, ground = rooms.texts, _ground(rooms, plan)
    for part, places in copied.places.items():
        if not places:
            continue
        hidden = part.startswith("words-")
        why = texts(f"paper-copy-ground-{'others' if hidden else ground}")
        yield LeftOut(_part_in_words(rooms, part), why, places)


def _part_in_words(rooms: Rooms, part: str) -> str:
    texts = rooms.texts
    if part.startswith("words-"):
        return texts("paper-copy-hidden-words", number=int(part.removeprefix("words-")))
    if part in PARTS:
        return texts(f"paper-part-{part}")
    return texts("paper-copy-one-question" if "/" in part else "paper-copy-one-record")


def _ground(rooms: Rooms, plan: PaperPlan) -> str:
    """Return the ground on which a person leaves a part out."""
    return "others" if is_hers(rooms, plan) else "least"


def _extent(rooms: Rooms, copied: Copied) -> str:
    some, whole = len(copied.records), copied.whole
    name = "paper-copy-all" if some == whole else "paper-copy-some"
    facts = {"count": some} if some == whole else {"count": some, "of": whole}
    return rooms.texts(name, **facts)


def _checked(rooms: Rooms, plan: PaperPlan) -> tuple[str, str]:
    """Return by which consent it goes, and to which kind of receiver.

    Raises:
        ConsentMissing: there is none, and neither is there a law that was named.
    """
    consent, receiver = _asks(rooms, plan)
    answer = Giving(rooms).may(plan.about, consent, plan.addressee.strip())
    by_law = receiver not in _BY_CONSENT and plan.words.strip()
    if not answer.may and not by_law:
        raise ConsentMissing(purpose=consent or "OTHER", why=answer.why)
    return consent, receiver


def _asks(rooms: Rooms, plan: PaperPlan) -> tuple[str, str]:
    whom = plan.addressee.strip()
    book = agency_of(rooms, whom)
    if book is not None:
        return referring.ASKS.get(str(book["kind"] or ""), ("", "OTHER"))
    return ("POLICE", "POLICE") if plan.purpose == "INVESTIGATION" else ("", "OTHER")


def _keeps_back(rooms: Rooms, plan: PaperPlan) -> bool:
    """Whether she asked that something is kept from somebody."""
    found = rooms.register.find("consent", case=plan.about)
    return any(row["withhold_what"] for row in found)


def _is_refused(rooms: Rooms, plan: PaperPlan) -> bool:
    try:
        _checked(rooms, plan)
    except ConsentMissing:
        return True
    return False
