"""Centers that nobody runs: cases with everything that tables count, and with what is missing.

Whoever throws the die makes one center; a register takes in one after the other.
"""

import pytest

from intake.desk.views.interchange import ExportPlan
from intake.errors import NothingToSend
from intake.ids import new_id, scope_of
from intake.ledger import Deed
from intake.progress import Silent
from tests.counting.recount import Records, codes
from tests.desks_at_hand import planted

_DAYS = (None, "2023", "2023-12-31", "2024", "2024-03", "2024-03-15", "2024-06", "2024-12-31", "2025-01")  # fmt: skip
_URLS = ("https://a.example/1", "http://www.a.example/1/", "https://A.example/2", "https://b.example/3", None)  # fmt: skip
_BIRTHS = (None, None, "2004", "2008-05", "1990-07-02")
_RECEIVED = ("2022-02-02", "2023", "2024-03-04", "2024-05")
_HARMS = (*codes("damage_national"), *codes("damage_regional"))


def exported(desk, case: str = "") -> bytes:
    """The open file of one case, or of everything that this center may move."""
    plan = ExportPlan("MOVE", case=case, identity=True, reason="STATISTICS")
    return desk.exports.make(plan, Silent()).data


def center(throw) -> list[dict]:
    """The cases of one made-up center, by a die."""
    return [_case(throw) for _ in range(throw.randint(1, 4))]


def _code(throw, *lists):
    return throw.choice((None, *(code for name in lists for code in codes(name))))


def _ticked(throw, boxes) -> dict[str, bool]:
    some = throw.sample(boxes, throw.randint(0, 3))
    return {one: throw.random() < 0.8 for one in some}


def _several(throw, most, make) -> list[dict]:
    return [make(throw) for _ in range(throw.randint(0, most))]


def _case(throw) -> dict:
    return {
        "received_on": throw.choice(_RECEIVED), "intake_kind": _code(throw, "intake_kind"),
        "route": _code(throw, "route"), "delete_basis": _code(throw, "delete_basis"),
        "center": throw.choice(("IC", "SL", "BS")), "training": throw.random() < 0.1 or None,
        "person": _person(throw) if throw.random() < 0.9 else None,
        "incidents": _several(throw, 2, _incident), "support": _several(throw, 2, _support),
        "postings": _several(throw, 4, _posting), "alone": throw.random() < 0.2,
    }  # fmt: skip


def _person(throw) -> dict:
    age = throw.choice((None, throw.randint(0, 70)))
    return {"sex": _code(throw, "sex"), "age": age, "age_band": _code(throw, "age_band"), "birth": throw.choice(_BIRTHS)}  # fmt: skip


def _incident(throw) -> dict:
    return {"relation": _code(throw, "relation"), "harm": _ticked(throw, _HARMS)}


def _support(throw) -> dict:
    return {
        "kind": _code(throw, "support", "support_regional"), "done_on": throw.choice(_DAYS),
        "quantity": throw.choice((None, 1, 5)), "agency": throw.randint(-1, 1), "gone": throw.random() < 0.2,
    }  # fmt: skip


def _posting(throw) -> dict:
    return {
        "url": throw.choice(_URLS), "platform": _code(throw, "platform", "platform_extra_unsourced"),
        "result": _code(throw, "deletion_result"), "found_on": throw.choice(_DAYS), "result_on": throw.choice(_DAYS),
        "restored": throw.choice((None, None, 0, 2)), "again": throw.random() < 0.2,
        "leak": _ticked(throw, codes("pii_leaked")), "actions": _several(throw, 2, _action),
    }  # fmt: skip


def _action(throw) -> dict:
    return {"kind": throw.choice(codes("deletion_action")), "done_on": throw.choice(_DAYS), "basis": _code(throw, "delete_basis")}  # fmt: skip


# --- said in a register -------------------------------------------------------------------


class Register:
    """One desk that takes in one made-up center after the other."""

    def __init__(self, desk):
        self.desk = desk
        self.bodies = [planted(desk, "agency", "", {"name": "기관", "kind": kind}) for kind in ("POLICE", "HOSPITAL")]  # fmt: skip
        self.empty = exported(desk)

    def take_in(self, center) -> tuple[list[str], Records]:
        rooms, records, cases = self.desk._rooms, Records().read(self.empty), []
        with rooms.vault.writing():
            for told in center:
                case = new_id(rooms.clock.wall())
                with rooms.ledger.saying(Deed.IMPORT, scope=scope_of("case", case), actor="박상담") as say:  # fmt: skip
                    _Saying(self, say, case).case_of(told)
                cases.append(case)
        for case, told in zip(cases, center, strict=True):
            if told["training"]:
                with pytest.raises(NothingToSend):
                    exported(self.desk, case)
            else:
                records.read(exported(self.desk, case))
        return cases, records


class _Saying:
    def __init__(self, register, say, case):
        self.register, self.say, self.case = register, say, case

    def _add(self, entity: str, record: str = "", **said) -> str:
        record = record or new_id(self.register.desk._rooms.clock.wall())
        if entity != "case":
            self.say.set(entity, record, "case", self.case)
        for name, value in said.items():
            if value is not None:
                self.say.set(entity, record, name, value)
        return record

    def case_of(self, told) -> None:
        plain = {name: told[name] for name in ("received_on", "intake_kind", "route", "delete_basis", "center", "training")}  # fmt: skip
        self._add(
            "case", self.case, number=self.case[-12:], counselor="박상담", **plain
        )
        if told["person"] is not None:
            self._add("person", role="VICTIM", **told["person"])
        for one in told["incidents"]:
            incident = self._add("incident", relation=one["relation"])
            for kind, chosen in one["harm"].items():
                self._add("harm", of=incident, kind=kind, chosen=chosen)
        for one in told["support"]:
            body = self.register.bodies[one["agency"]] if one["agency"] >= 0 else None
            support = self._add("support_action", kind=one["kind"], done_on=one["done_on"], quantity=one["quantity"], agency=body)  # fmt: skip
            if one["gone"]:
                self.say.retract("support_action", support, "mistake")
        self._postings(told["postings"])
        if told["alone"]:  # an action about no address
            self._add("deletion_action", kind="FIRST", done_on="2024-04-01")

    def _postings(self, postings) -> None:
        before = None
        for one in postings:
            plain = {name: one[name] for name in ("url", "platform", "result", "found_on", "result_on", "restored")}  # fmt: skip
            before = self._add("posting", **plain, parent=before if one["again"] else None)  # fmt: skip
            for kind, chosen in one["leak"].items():
                self._add("leak", of=before, kind=kind, chosen=chosen)
            for action in one["actions"]:
                self._add("deletion_action", posting=before, **action)
