"""Letting records leave as an open file (내보내기): by purpose, by consent, case by case.

* A person says why; every case that leaves gets a line in its own list of what left
  (제공 내역), so a recall knows where it went.
* A case whose person did not agree stays, and is only counted. Keys never leave; who the
  victim is leaves where it is asked for and the purpose can carry it.
* The desk gives bytes; where they go is the person's choice. Nothing is written on the way.
"""

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

from intake.clock import local, utc
from intake.desk.giving import line_of
from intake.desk.guardians import is_guarded
from intake.desk.handover_lines import own_cases
from intake.desk.laying import laid, show
from intake.desk.policies_drives import check_drive
from intake.desk.rooms import Rooms
from intake.desk.traced import note_cases
from intake.desk.views import NamedBytes
from intake.desk.views.interchange import ExportPlan, ExportPreview, PurposeChoice
from intake.errors import InvalidInput, NothingToSend
from intake.ids import new_id
from intake.interchange import (
    MAY_CARRY_IDENTITY,
    PURPOSES,
    RECEIVERS,
    Head,
    Leaving,
    Release,
    as_json,
    as_text,
    as_workbook,
    entities,
    fields,
    release,
)
from intake.ledger import Deed
from intake.progress import Progress
from intake.register import CODES, SCHEMA, ListQuery, Row, Type, Value

_FORMS = ("jsonl", "xlsx", "csv")
_MONTH = len("2024-01")


class Exports:
    """What can be done about records that leave."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def purposes(self) -> tuple[PurposeChoice, ...]:
        """Return why records may leave."""
        return tuple(
            PurposeChoice(
                code,
                f"export-purpose-{code.lower()}",
                code in MAY_CARRY_IDENTITY,
                code in {"LAWYER", "POLICE", "COURT"},
            )
            for code in PURPOSES
        )

    def reasons(self) -> tuple[tuple[str, str], ...]:
        """Return why somebody may open records: the code and words of each access purpose."""
        codes, language = CODES.lists["access_purpose"], self._rooms.language
        return tuple(
            (one.code, one.ko if language == "ko" else one.en) for one in codes
        )

    def kinds(self, purpose: str) -> tuple[tuple[str, str], ...]:
        """Return the kinds of record a file for a purpose can hold: name and text id."""
        return tuple((one.name, one.label_id) for one in entities(purpose))

    def preview(self, plan: ExportPlan, progress: Progress) -> ExportPreview:
        """Return what would leave and which cases stay; nothing is written."""
        self._check(plan)
        judged = self._judged(plan, progress)
        left = Counter(one.why for _, one in judged if not one.classes)
        counts: Counter[str] = Counter()
        for one in self._leaving(plan, judged, progress):
            counts[one.entity] += 1
        return ExportPreview(
            cases=sum(bool(one.classes) for _, one in judged),
            left_out=tuple(
                (f"export-stays-{why}", n) for why, n in sorted(left.items())
            ),
            records=tuple((SCHEMA[e].label_id, n) for e, n in counts.items()),
            identity=plan.identity and plan.purpose in MAY_CARRY_IDENTITY,
        )

    def make(self, plan: ExportPlan, progress: Progress) -> NamedBytes:
        """Return the file; each case in it keeps a line of what left.

        Raises:
            InvalidInput: an unknown purpose or form, or no reason given.
            NothingToSend: nobody agreed to this.
        """
        return self._make(plan, None, progress)

    def save(self, plan: ExportPlan, file: Path, progress: Progress) -> NamedBytes:
        """Write the file to a place and then note what left; where it cannot lie, nothing left.

        Raises:
            ReadOnlyPlace: nothing can be written there.
            PolicyForbids: it lies on a drive that IT does not allow.
        """
        check_drive(self._rooms.policy, Path(file).parent)
        return self._make(plan, Path(file), progress)

    def _make(
        self, plan: ExportPlan, file: Path | None, progress: Progress
    ) -> NamedBytes:
        self._check(plan)
        if not CODES.holds(("access_purpose",), plan.reason):
            raise InvalidInput(what="reason", why="unknown")
        judged = self._judged(plan, progress)
        leaving = list(self._leaving(plan, judged, progress))
        if not leaving:
            raise NothingToSend
        data = self._written(plan, leaving)
        left = [(case, one) for case, one in judged if one.classes]
        part = laid(file, data) if file is not None else None
        try:
            self._note(plan, left, progress)
        except BaseException:
            if part is not None:
                part.unlink(missing_ok=True)
            raise
        if part is not None and file is not None:
            show(part, file)
        return NamedBytes(self._name(plan), data)

    # --- what may leave ---------------------------------------------------------------

    def _check(self, plan: ExportPlan) -> None:
        if plan.purpose not in PURPOSES:
            raise InvalidInput(what="purpose", why="unknown")
        if plan.form not in _FORMS:
            raise InvalidInput(what="form", why="unknown")
        names = {one.name for one in entities(plan.purpose)}
        if plan.form == "csv" and plan.what not in names:
            raise InvalidInput(what="what", why="unknown")

    def _judged(
        self, plan: ExportPlan, progress: Progress
    ) -> list[tuple[Row, Release]]:
        rooms = self._rooms
        if plan.case:
            cases: tuple[Row, ...] = (rooms.case(plan.case),)
        else:
            own = ListQuery("case", where=own_cases(rooms))
            cases = rooms.register.first(own, -1)
        sees = rooms.sight.sees
        cases = tuple(one for one in cases if not one["training"] and sees(one.id))
        found = []
        for done, case in enumerate(cases):
            progress.step(done, len(cases), "progress-judging")
            found.append((case, self._release(case, plan)))
        return found

    def _release(self, case: Row, plan: ExportPlan) -> Release:
        rows = self._rooms.register.find("consent", case=case.id)
        return release(
            plan.purpose,
            map(line_of, rows),
            name=plan.receiver,
            identity=plan.identity,
            guarded=is_guarded(self._rooms, case.id),
        )

    def _leaving(
        self, plan: ExportPlan, judged: list[tuple[Row, Release]], progress: Progress
    ) -> Iterator[Leaving]:
        kinds = [
            one
            for one in entities(plan.purpose)
            if plan.form != "csv" or one.name == plan.what
        ]
        names = _Names() if plan.purpose == "STATS" else None
        for done, (case, allowed) in enumerate(judged):
            progress.step(done, len(judged), "progress-collecting")
            if allowed.classes:
                for entity in kinds:
                    if entity.scope == "case":
                        for row in self._rows(entity.name, case):
                            yield from _one(row, case.id, allowed.classes, plan, names)
        if plan.purpose == "MOVE" and not plan.case:
            for entity in kinds:
                if entity.scope == "record":
                    classes = frozenset({*entity.classes})
                    for row in self._rooms.register.find(entity.name):
                        yield from _one(row, "", classes, plan, None)

    def _rows(self, entity: str, case: Row) -> tuple[Row, ...]:
        if entity == "case":
            return (case,)
        return self._rooms.register.find(entity, case=case.id)

    # --- the file and its traces --------------------------------------------------------

    def _written(self, plan: ExportPlan, leaving: list[Leaving]) -> bytes:
        rooms = self._rooms
        head = Head(rooms.who.center_code, utc(rooms.clock.wall()), plan.purpose)
        match plan.form:
            case "csv":
                return as_text(plan.what, leaving)
            case "xlsx":
                return as_workbook(head, leaving)
            case _:
                return as_json(head, leaving)

    def _note(
        self, plan: ExportPlan, cases: list[tuple[Row, Release]], progress: Progress
    ) -> None:
        rooms, now = self._rooms, self._rooms.clock.wall()
        with rooms.one_step(Deed.SEND):
            for done, (case, allowed) in enumerate(cases):
                progress.step(done, len(cases), "progress-noting")
                said: dict[str, Value] = {
                    "case": case.id,
                    "purpose": "RECORD" if plan.purpose == "MOVE" else plan.purpose,
                    "receiver": RECEIVERS.get(plan.purpose, "OTHER"),
                    "receiver_name": plan.receiver or None,
                    "left_on": local(now).date().isoformat(),
                    "left_at": utc(now),
                    "by": rooms.who.counselor,
                    "means": "EXPORT",
                    "items": " ".join(sorted(allowed.classes)),
                    "recall": "LEFT",
                }
                record = new_id(now)
                with rooms.about_case(Deed.SEND, case.id) as say:
                    for name, value in said.items():
                        say.set("disclosure", record, name, value)
        note_cases(rooms.log, "export", (case.id for case, _ in cases), plan.reason)

    def _name(self, plan: ExportPlan) -> str:
        rooms = self._rooms
        day = local(rooms.clock.wall()).date().isoformat()
        kind = f"-{plan.what}" if plan.form == "csv" else ""
        return f"ieum-records-{rooms.who.center_code}-{day}{kind}.{plan.form}"


class _Names:
    """Gives records names of the file's own, so that no id of ours leaves."""

    def __init__(self) -> None:
        self._given: dict[str, str] = {}

    def of(self, record: str) -> str:
        return self._given.setdefault(record, f"r{len(self._given) + 1}")


def _one(
    row: Row, case: str, classes: frozenset[str], plan: ExportPlan, names: _Names | None
) -> Iterator[Leaving]:
    said: dict[str, Value] = {
        one.name: row[one.name]
        for one in fields(row.entity, classes, plan.purpose)
        if row[one.name] is not None and one.name != "case"
    }
    if names is not None:
        said = {
            name: str(value)[:_MONTH]
            if row.entity.by_name[name].type is Type.DATE
            else value
            for name, value in said.items()
        }
    if said:
        yield Leaving(
            row.entity.name,
            names.of(row.id) if names else row.id,
            names.of(case) if names and case else case,
            said,
        )
