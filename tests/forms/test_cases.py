"""Our own session cases: one file, one sentence, one story."""

import json
import re
from pathlib import Path

import pytest

from intake.forms import FormSession
from tests.forms.makers import NOW, opened, view_of

CASES = sorted((Path(__file__).parent / "cases").glob("*.json"))
_ROW = re.compile(r"([^/#]+)#(\d+)")


def address(session: FormSession, written: str) -> str:
    """Turn ``rows#2/x`` into the address with the second row's id."""
    found = ""
    for step in written.split("/"):
        match = _ROW.fullmatch(step)
        place = f"{found}/{match[1] if match else step}".lstrip("/")
        if match:
            place += f"[{view_of(session, place).rows[int(match[2]) - 1]}]"
        found = place
    return found


def seen(view, name: str):
    match name:
        case "row_count":
            return len(view.rows)
        case "choices":
            return [choice.label for choice in view.choices]
        case "save_to":
            return view.save_to and [
                view.save_to.entity,
                view.save_to.field,
                view.save_to.row,
            ]
    value = getattr(view, name)
    return list(value) if isinstance(value, tuple) else value


def run(session: FormSession, step: dict) -> FormSession:
    match step:
        case {"answer": [path, value]}:
            session.answer(address(session, path), value)
        case {"state": [path, state]}:
            session.set_state(address(session, path), state)
        case {"add": path}:
            session.add_row(address(session, path))
        case {"remove": path}:
            session.remove_row(address(session, path))
        case {"language": language}:
            session.set_language(language)
        case {"reopen": True}:
            return FormSession(session.form, "ko", session.answers(), wall=lambda: NOW)
        case {"see": path, **wanted}:
            view = view_of(session, address(session, path))
            assert {name: seen(view, name) for name in wanted} == wanted
    return session


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_a_session_goes_as_its_case_says(path: Path):
    case = json.loads(path.read_text("utf-8"))
    session = opened(case["instance"], case["model"], case["body"])
    for step in case["steps"]:
        session = run(session, step)


def test_there_are_thirty_cases_and_each_has_its_own_sentence():
    sentences = {json.loads(path.read_text("utf-8"))["says"] for path in CASES}
    assert len(sentences) == len(CASES) >= 30
