"""What stands in a petition's frame (탄원서 서식): what the court looks for, and nothing of hers.

* The victim's line bears the name by which the court knows her, where the plan says it
  (``addressee``). Our own pseudonyms are those of a pack and would be others elsewhere.
* Only words that the plan has, dictated by her, are printed, exactly; the records are not asked.
"""

from collections.abc import Iterator

from intake.desk.paper_making import Making
from intake.documents import Petition, draw_petition
from intake.progress import Progress


def content(making: Making) -> Petition:
    """Return what stands in it."""
    plan, head = making.plan, making.head
    return Petition(
        court=plan.court,
        case_number=plan.case_number,
        accused=plan.accused,
        victim=plan.addressee,
        words=plan.words,
        number=head.number,
        draft=head.draft,
    )


def drawn(paper: Petition, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_petition(paper, language)


def missing(making: Making) -> Iterator[str]:
    """Yield what stays empty."""
    if not making.plan.addressee.strip():
        yield making.rooms.texts("paper-missing-victim-name")


def warnings(making: Making) -> Iterator[str]:
    """Yield what to tell her before she writes."""
    texts = making.rooms.texts
    yield texts("paper-warning-petition-free")
    yield texts("paper-warning-petition-seen")
    written = making.plan.words.strip()
    yield texts("paper-warning-words" if written else "paper-warning-petition-by-hand")
