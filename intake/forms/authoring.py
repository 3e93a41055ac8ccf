"""Make form packs from sheets (XLSForm); for IT and the central desk, never in an interview.

* A fault names sheet, row and column as a spreadsheet shows them, and a code for what is wrong.
* Everything is checked before anything is written; a sheet with one fault makes no pack.
* The same sheet makes the same bytes, on every machine and every day.

pyxform and openpyxl come with the extra ``forms`` and are imported only here, when used.
"""

import hashlib
import re
from collections.abc import Callable, Mapping
from pathlib import Path

from intake.errors import FormFaulty, IntakeError, NotFound
from intake.forms.checking import check_form
from intake.forms.items import Item, items_from_csv
from intake.forms.model import Form
from intake.forms.pack import (
    CARD,
    FORMAT,
    READER,
    PackCard,
    card_bytes,
    load_pack,
    read_card,
)
from intake.forms.sheet import Fault, Sheets, read_sheets
from intake.forms.sheet_rules import check_cells
from intake.forms.wording import code_of
from intake.forms.xform import read_form

LANGUAGES = ("ko", "en")
Knows = Callable[[str, str], bool]

_ROW = re.compile(r"\[row : (\d+)\]")
_SIDE = re.compile(r'src="jr://file(?:-csv)?/([^"/]+\.csv)"')


def check_sheet(xlsx: Path, knows: Knows | None = None) -> tuple[Fault, ...]:
    """Return everything that is wrong with a sheet, in the order of its rows.

    Args:
        xlsx: the spreadsheet.
        knows: whether the register has a field of an entity; without it ``save_to`` is not checked.

    Raises:
        Malformed, Oversized: not a spreadsheet, or one that is out to hurt.
    """
    return _examine(xlsx, knows)[0]


def build_pack(xlsx: Path, out_dir: Path, knows: Knows | None = None) -> PackCard:
    """Compile a sheet into a pack and return its card.

    Raises:
        FormFaulty: the first fault, and how many there are.
    """
    faults, xform, warnings, sheets = _examine(xlsx, knows)
    if faults:
        first = faults[0]
        raise FormFaulty(
            faults=len(faults),
            sheet=first.sheet,
            row=first.row,
            column=first.column,
            why=first.why,
        )
    form = read_form(xform.encode(), side=_side_files(xform, xlsx.parent))
    stem = f"{form.id}-{form.version}"
    files = {f"{stem}.xml": xform.encode()}
    for name in sorted(set(_SIDE.findall(xform))):
        files[f"{stem}.{name}"] = (xlsx.parent / name).read_bytes()
    card = card_bytes(_card(form, sheets, files, warnings))
    out_dir.mkdir(parents=True, exist_ok=True)
    for name, raw in (
        *files.items(),
        (f"{stem}{CARD}", card),
    ):  # the card last: it vouches for the rest
        _write(out_dir / name, raw)
    path = out_dir / f"{stem}{CARD}"
    load_pack(path)
    return read_card(path)


def _write(path: Path, raw: bytes) -> None:
    part = path.with_name(path.name + ".part")
    part.write_bytes(raw)
    part.replace(path)


def _card(
    form: Form, sheets: Sheets, files: Mapping[str, bytes], warnings: list[str]
) -> dict[str, object]:
    return {
        "format": FORMAT,
        "min_reader": READER,
        "id": form.id,
        "version": form.version,
        "title": _titles(form, sheets),
        "languages": [code_of(language) for language in form.languages],
        "files": [
            {"name": name, "size": len(raw), "sha256": hashlib.sha256(raw).hexdigest()}
            for name, raw in sorted(files.items())
        ],
        "lint": sorted(warnings),
    }


def _titles(form: Form, sheets: Sheets) -> dict[str, str]:
    """``form_title`` is in the default language; ``ieum_title_<code>`` in any other."""
    told = sheets.settings
    titles = {
        code_of(told.get("default_language", "")) or "ko": told.get(
            "form_title", form.id
        )
    }
    for name, words in told.items():
        if name.startswith("ieum_title_") and words:
            titles[name.removeprefix("ieum_title_")] = words
    return titles


def _examine(
    xlsx: Path, knows: Knows | None
) -> tuple[tuple[Fault, ...], str, list[str], Sheets]:
    sheets = read_sheets(xlsx)
    faults = list(check_cells(sheets, LANGUAGES, knows))
    xform, warnings, more = _compile(xlsx)
    faults.extend(fault for fault in more if fault.row > 1 or not faults)
    if xform:
        faults.extend(_form_faults(xform, xlsx.parent, sheets, faults))
    order = {"survey": 0, "choices": 1, "entities": 2, "settings": 3}
    alone = {
        (fault.sheet, fault.row, fault.column, fault.why): fault
        for fault in reversed(faults)
    }
    found = sorted(
        alone.values(),
        key=lambda one: (order.get(one.sheet, 9), one.row, one.column, one.why),
    )
    return tuple(found), xform, warnings, sheets


def _compile(xlsx: Path) -> tuple[str, list[str], list[Fault]]:
    from pyxform.errors import PyXFormError  # noqa: PLC0415 - an extra that the counselor's build leaves out
    from pyxform.xls2xform import convert  # noqa: PLC0415

    try:
        made = convert(xlsx, validate=False, pretty_print=False)
    except PyXFormError as error:
        return "", [], [_pyxform_fault(error)]
    except Exception as error:  # noqa: BLE001 - a compiler that trips over a sheet is a fault of the sheet
        return "", [], [Fault("survey", 1, "", "compiler", type(error).__name__)]
    return made.xform, list(made.warnings), []


def _pyxform_fault(error: Exception) -> Fault:
    context = getattr(error, "context", None) or {}
    code = getattr(getattr(error, "code", None), "name", "") or "pyxform"
    match = _ROW.search(str(error))
    row = context.get("row") or (int(match[1]) if match else 1)
    return Fault(
        str(context.get("sheet") or "survey"),
        int(row),
        str(context.get("column") or ""),
        code.lower(),
        str(error),
    )


def _form_faults(
    xform: str, folder: Path, sheets: Sheets, before: list[Fault]
) -> list[Fault]:
    """What only the compiled form shows: circles, missing tables, kinds outside the subset."""
    try:
        check_form(read_form(xform.encode(), side=_side_files(xform, folder)))
    except IntakeError as error:
        facts = error.facts
        row = sheets.row_of(str(facts.get("path", "")).rpartition("/")[2])
        told = {fault.row for fault in before if fault.sheet == "survey"}
        if row in told or (row == 1 and told):
            return []
        return [
            Fault(
                "survey",
                row,
                str(facts.get("place", "")),
                str(facts.get("why", error.text_id)),
                str(facts.get("function", "")),
            )
        ]
    return []


def _side_files(xform: str, folder: Path) -> dict[str, Item]:
    found: dict[str, Item] = {}
    for name in _SIDE.findall(xform):
        path = folder / name
        if not path.is_file():
            raise NotFound(entity="side-file")
        found[name] = items_from_csv(name, path.read_text("utf-8-sig"))
    return found
