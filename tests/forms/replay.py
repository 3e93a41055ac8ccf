"""Replay recorded sessions: the call, then what every node must be."""

import json
import os
import re
from pathlib import Path

from intake.errors import IntakeError
from intake.forms.hall import Hall
from intake.forms.session import FormSession
from intake.forms.tree import Group, Leaf, Node, Range
from intake.forms.xform import read_form

_ID = re.compile(
    r"uuid:[0-9a-f-]{36}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}"
)
_META = re.compile(r"/([\w]+:)?meta(/|\Z)")
_STAMP = re.compile(r"2026-11-22T\d\d:\d\d:\d\d\.\d{3}(Z|[+-]\d\d:\d\d)\Z")
_WHEN = 1_795_341_569_000  # 2026-11-22T09:59:29Z, when the sessions were recorded


HERE = Path(__file__).resolve().parent


def recorded_sessions() -> Path | None:
    """The recorded sessions are data outside the repository; they are replayed where they are present."""
    named = os.environ.get("IEUM_FORM_SESSIONS")
    beside = HERE.parents[2] / "shared" / "data" / "odk-form-sessions.jsonl.gz"
    for place in (Path(named) if named else None, beside):
        if place is not None and place.is_file():
            return place
    return None


class Mismatch(AssertionError):
    """A node is not what the recording says."""


class Replay:
    """One recorded session on our engine."""

    def __init__(self, session: dict) -> None:
        self.record = session
        self.session: FormSession | None = None

    def run(self) -> None:
        for at, op in enumerate(self.record["ops"]):
            if not op.get("err"):
                self._call(op)
            for key, want in (op.get("set") or {}).items():
                self._check(at, op["op"], key, want)
            for key in op.get("del") or ():
                if self._find(key.rpartition("|")[0]) is not None:
                    raise Mismatch(f"{at} {op['op']}: {key} should be gone")

    @property
    def hall(self) -> Hall:
        assert self.session is not None
        return self.session._hall

    def _call(self, op: dict) -> None:
        args = op.get("args") or []
        match op["op"]:
            case "init":
                self.session = FormSession(
                    read_form(op["xml"].encode()), "", wall=lambda: _WHEN
                )
            case "newInstance":
                self.session = FormSession(self.session.form, "", wall=lambda: _WHEN)
            case "answer":
                self._answer(op, args)
            case "createNewRepeat":
                self._create(op)
            case "removeRepeat":
                row = self._find(args[0])
                self.session.remove_row(row.address())
            case "setLanguage":
                self.session.set_language(args[0])

    def _answer(self, op: dict, args: list) -> None:
        ref, values = (
            (op["at"], args)
            if len(args) == 1 and not self._is_ref(args[0])
            else (args[0], args[1:])
        )
        if len(args) > 1 and not self._is_ref(args[0]):
            ref, values = op["at"], args
        leaf = self._find(ref)
        if leaf is None:
            raise Mismatch(f"answer: no {ref}")
        value = values[0] if len(values) == 1 else " ".join(str(one) for one in values)
        if isinstance(value, dict):
            raise Mismatch(f"answer: {sorted(value)}")
        if leaf.readonly():
            leaf.say("" if value is None else str(value))
            self.session._runner.settle()
            return
        self.session.answer(leaf.address(), value)

    def _is_ref(self, text: object) -> bool:
        return isinstance(text, str) and text.startswith("/")

    def _create(self, op: dict) -> None:
        ranged = self._find(re.sub(r"\[\d+\]$", "", op["at"]))
        if not isinstance(ranged, Range):
            raise Mismatch(f"createNewRepeat: {op['at']}")
        self.session.add_row(ranged.address())

    def _find(self, ref: str) -> Node | None:
        node: Node | None = self.hall.document
        for step in ref.strip("/").split("/"):
            name, _, place = step.partition("[")
            if not isinstance(node, Group):
                return None
            kid = node.kids.get(name)
            if name.startswith("@"):
                kid = tuple(one for one in node.attributes if one.name == name[1:])
            if isinstance(kid, Range):
                if not place:
                    node = kid
                    continue
                at = int(place.rstrip("]"))
                rows = kid.rows.value
                node = rows[at - 1] if at <= len(rows) else None
            elif kid:
                node = kid[int(place.rstrip("]")) - 1 if place else 0]
            else:
                return None
        return node

    def _check(self, at: int, op: str, key: str, want: dict) -> None:
        ref = key.rpartition("|")[0]
        if _META.search(ref):
            return
        node = self._find(ref)
        if node is None:
            raise Mismatch(f"{at} {op}: no {key}")
        have = self._have(node, want)
        for name, value in have.items():
            if not same(value, want.get(name)):
                raise Mismatch(
                    f"{at} {op}: {key} {name}: have {value!r}, want {want.get(name)!r}"
                )

    def _have(self, node: Node, want: dict) -> dict:
        have: dict = {
            "rel": self._relevant(node),
            "ro": node.readonly(),
            "rq": node.required(),
        }
        if isinstance(node, Leaf):
            have["v"] = node.text()
            have["bad"] = self._bad(node)
            block = self.session.form.blocks.get(node.spec.path)
            if "ch" in want and block is not None:
                have["ch"] = [
                    [code, squeeze(label)]
                    for code, label in self.hall.choices_at(block, node)
                ]
                want["ch"] = [
                    [code, squeeze(label or "")] for code, label in want["ch"] if code
                ]
            if block is not None and block.label is not None and want.get("label"):
                have["label"] = squeeze(self.hall.words(block.label, node))
                want["label"] = squeeze(want["label"])
        return have

    def _relevant(self, node: Node) -> bool:
        if isinstance(node, Range) and node.rows.value:
            return node.relevant() and any(row.relevant() for row in node.rows.value)
        return node.relevant()

    def _bad(self, leaf: Leaf) -> str | None:
        if not leaf.relevant():
            return None
        if leaf.required() and not leaf.text():
            return "required"
        return None if self.hall.violation(leaf) is None else "constraint"


def squeeze(text: str) -> str:
    return " ".join(text.split())


def same(have: object, want: object) -> bool:
    if isinstance(have, str) and isinstance(want, str) and have != want:
        if _STAMP.match(want):
            return bool(_STAMP.match(have))
        return bool(_ID.search(want)) and _ID.sub("", have) == _ID.sub("", want)
    return have == want


def outcome(session: dict) -> str:
    """Return "" when the session replays as recorded, else what went wrong."""
    try:
        Replay(json.loads(json.dumps(session))).run()
    except Mismatch as wrong:
        return str(wrong)
    except IntakeError as error:
        return str(error)
    return ""
