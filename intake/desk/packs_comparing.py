"""What a pack would change, in words (설치 전 보고): for whoever decides.

* Of forms: what is asked anew and no more, what is worded, shown and kept otherwise, which answers
  are offered no more, and which interviews go on as they began.
* Of code lists: what is offered anew and no more, in which fields and questions, and how many
  records say it; those stay readable.
"""

from collections.abc import Iterable, Iterator, Mapping

from intake.consent.reserved import is_for_answers
from intake.desk.packs_keeping import CODE_LISTS, card_in, form_in, lists_in
from intake.desk.rooms import Rooms
from intake.desk.shelf import forms_of
from intake.desk.views.library import ReportLine
from intake.errors import NotFound
from intake.forms import Form
from intake.forms.comparing import Asked, Difference, asked_in, compare
from intake.register import CODES, SCHEMA, Field, Type, field_of
from intake.register.codes import OPEN, Code
from intake.trust.packs import SignedPack

_GRAVE = frozenset({"gone", "codes-lost", "lost-place"})
_MOST_NAMED = 8


def report_lines(rooms: Rooms, pack: SignedPack) -> tuple[ReportLine, ...]:
    """Return everything that a pack would change here.

    Raises:
        Malformed, Altered, TooNew, FormFaulty, NotFound: it is none that can be used.
    """
    told = _of_codes if pack.kind == CODE_LISTS else _of_form
    return tuple(sorted(told(rooms, pack), key=lambda one: not one.grave))


# --- a form ------------------------------------------------------------------------------------


def _of_form(rooms: Rooms, pack: SignedPack) -> Iterator[ReportLine]:
    new, language, texts = form_in(pack), rooms.language, rooms.texts
    used = _in_use(rooms, pack.id)
    for one in compare(used, new, language):
        yield ReportLine(one.what, _said(rooms, one), one.what in _GRAVE)
    before = (
        {one.save_to for one in asked_in(used, language).values()} if used else set()
    )
    for asked in asked_in(new, language).values():
        yield from _unfit(rooms, asked)
        if asked.save_to not in before and _goes_far(asked):
            yield ReportLine("kept", texts("packs-kept-core", label=asked.label or asked.path), grave=True)  # fmt: skip
    for words in card_in(pack.data).lint:
        yield ReportLine("note", texts("packs-note", words=words))
    waiting = rooms.register.find("interview", form=pack.id, state=("OPEN", "PAUSED"))
    if waiting:
        yield ReportLine("open", texts("packs-open", count=len(waiting)))


def _goes_far(asked: Asked) -> bool:
    """Whether words that somebody types come to lie where most others read: with the core."""
    entity, _, name = asked.save_to.partition(".")
    known = field_of(entity, name) if name and is_for_answers(entity, name) else None
    return known is not None and (known.type, known.cls) == (Type.TEXT, "core")


def _in_use(rooms: Rooms, form: str) -> Form | None:
    forms = forms_of(rooms)
    try:
        card = forms.newest_of(form)
    except NotFound:
        return None
    return forms.open(card.id, card.version)


def _said(rooms: Rooms, one: Difference) -> str:
    label = one.label or one.path
    return rooms.texts(f"packs-{one.what}", label=label, before=one.before or "-", codes=named(one.codes))  # fmt: skip


def _unfit(rooms: Rooms, asked: Asked) -> Iterator[ReportLine]:
    """Tell of an answer that the register has no place for, or no such code."""
    entity, _, name = asked.save_to.partition(".")
    known = field_of(entity, name) if name and is_for_answers(entity, name) else None
    if name and known is None:
        yield ReportLine("aside", rooms.texts("packs-no-field", label=asked.label or asked.path))  # fmt: skip
    if known is None or known.type is not Type.CODE:
        return
    odd = [words for code, words in asked.choices.items() if not CODES.holds(known.choices, code)]  # fmt: skip
    if odd:
        yield ReportLine("aside", rooms.texts("packs-no-code", label=asked.label or asked.path, codes=named(odd)))  # fmt: skip


# --- code lists ----------------------------------------------------------------------------------


def _of_codes(rooms: Rooms, pack: SignedPack) -> Iterator[ReportLine]:
    for name, codes in lists_in(pack).items():
        if name in OPEN:
            yield from _of_list(rooms, name, codes)
        elif name not in CODES.lists or tuple(CODES.lists[name]) != codes:
            yield ReportLine("aside", rooms.texts("packs-list-closed", name=name))


def _of_list(rooms: Rooms, name: str, codes: tuple[Code, ...]) -> Iterator[ReportLine]:
    texts, korean = rooms.texts, rooms.language == "ko"
    now = {one.code: one for one in CODES.offered(name)}
    then = {one.code: one for one in codes}
    fields = [(entity, field) for entity in SCHEMA for field in SCHEMA[entity].fields if name in field.choices]  # fmt: skip
    label = named(dict.fromkeys(texts(field.label_id) for _, field in fields)) or name

    def words(some: Iterable[Code]) -> str:
        return named(one.ko if korean else one.en for one in some)

    fresh = [one for code, one in then.items() if code not in now]
    lost = [one for code, one in now.items() if code not in then]
    other = [one for code, one in then.items() if code in now and (one.ko, one.en) != (now[code].ko, now[code].en)]  # fmt: skip
    if fresh:
        yield ReportLine("codes-new", texts("packs-codes-new", label=label, codes=words(fresh)))  # fmt: skip
    if other:
        yield ReportLine("codes-words", texts("packs-codes-words", label=label, codes=words(other)), _are_swapped(now, other))  # fmt: skip
    if lost:
        count = sum(_said_with(rooms, entity, field, one.code) for entity, field in fields for one in lost)  # fmt: skip
        yield ReportLine("codes-lost", texts("packs-list-lost", label=label, codes=words(lost), count=count), grave=True)  # fmt: skip
        yield from _questions(rooms, name, frozenset(one.code for one in lost))


def _are_swapped(now: Mapping[str, Code], other: Iterable[Code]) -> bool:
    """Whether a code takes the words that another one has now: what was recorded would read as that."""
    had = {words: code for code, one in now.items() for words in (one.ko, one.en)}
    return any(had.get(words, one.code) != one.code for one in other for words in (one.ko, one.en))  # fmt: skip


def _said_with(rooms: Rooms, entity: str, field: Field, code: str) -> int:
    sql = f'SELECT count(*) FROM {SCHEMA[entity].table} WHERE "{field.name}" = ?'  # noqa: S608 - from the schema
    with rooms.vault.reading() as db:
        row = db.one(sql, (code,))
    return int(row[0]) if row else 0


def _questions(rooms: Rooms, name: str, lost: frozenset[str]) -> Iterator[ReportLine]:
    """Tell which questions of the forms in use offer an answer no more."""
    forms = forms_of(rooms)
    for card in forms.newest():
        for asked in asked_in(forms.open(card.id, card.version), rooms.language).values():  # fmt: skip
            entity, _, field = asked.save_to.partition(".")
            known = field_of(entity, field) if field else None
            gone = [words for code, words in asked.choices.items() if code in lost]
            if known is not None and name in known.choices and gone:
                form = card.title_in(rooms.language)
                yield ReportLine("codes-lost", rooms.texts("packs-question-lost", form=form, label=asked.label, codes=named(gone)), grave=True)  # fmt: skip


def named(words: Iterable[str]) -> str:
    """Return words side by side; of many the first, and a mark that there are more."""
    every = list(words)
    more = ["…"] if len(every) > _MOST_NAMED else []
    return ", ".join((*every[:_MOST_NAMED], *more))
