"""The mailboxes of a policy: one that is off anywhere is set aside whole, the others count."""

from dataclasses import fields
from typing import Final

from intake.policy.nearest import nearest
from intake.policy.rules import MAILBOX, is_address, is_whole
from intake.policy.statements import Statement
from intake.policy.values import Fault, Mailbox

_NEEDED: Final = ("name", "kind", "address")
_DEFAULTS: Final = {
    one.name: 0 if one.name == "rate" else "" for one in fields(Mailbox)
}


class Boxes:
    """Gathers them, table by table."""

    def __init__(self) -> None:
        """Begin with none."""
        self._said: dict[int, dict[str, object]] = {}
        self._begins: dict[int, int] = {}
        self._off: set[int] = set()
        self.lines: dict[str, int] = {}

    def take(self, one: Statement) -> list[Fault]:
        """Take in one statement; return what is wrong with it."""
        if one.entry == 0:  # [mailbox] with one bracket, or a list in one line
            return [Fault(one.line, "mailbox", "many")] if len(one.path) == 1 else []
        self._begins.setdefault(one.entry, one.line)
        said = self._said.setdefault(one.entry, {})
        name = ".".join(one.path[1:])
        if one.kind == "array":
            return []
        fault = self._fault(one, name, said)
        if fault is not None:
            self._off.add(one.entry)
            return [fault]
        said[name] = one.value
        self.lines[f"mailbox[{one.entry}].{name}"] = one.line
        return []

    def _fault(
        self, one: Statement, name: str, said: dict[str, object]
    ) -> Fault | None:
        whole = f"mailbox[{one.entry}].{name}" if name else "mailbox"
        if one.kind == "broken":
            return Fault(one.line, whole, one.why)
        if name not in MAILBOX:
            return Fault(one.line, whole, "unknown", nearest(name, MAILBOX))
        if name in said:
            first = self.lines[whole]
            return Fault(one.line, whole, "twice", allowed=str(first))
        why = MAILBOX[name].why_not(one.value, _DEFAULTS[name])
        return Fault(one.line, whole, why, allowed=MAILBOX[name].allowed) if why else None  # fmt: skip

    def end(self) -> list[Fault]:
        """Look at each as a whole; return what is missing, or said of two."""
        found, names = [], set[object]()
        for entry, said in self._said.items():
            if entry in self._off:
                continue
            for why, name in _wants(said):
                self._off.add(entry)
                found.append(Fault(self._begins[entry], f"mailbox[{entry}].{name}", why))  # fmt: skip
            if said.get("name") in names:
                self._off.add(entry)
                line = self.lines[f"mailbox[{entry}].name"]
                found.append(Fault(line, f"mailbox[{entry}].name", "same"))
            names.add(said.get("name"))
        return found

    @property
    def whole(self) -> tuple[Mailbox, ...]:
        """Those that can be used."""
        kept = (said for entry, said in self._said.items() if entry not in self._off)
        return tuple(Mailbox(**said) for said in kept)  # type: ignore[arg-type]


def _wants(said: dict[str, object]) -> list[tuple[str, str]]:
    wanted = [*_NEEDED, *{"s3": ["folder"], "sftp": ["known_hosts"]}.get(str(said.get("kind")), [])]  # fmt: skip
    return [("missing", name) for name in wanted if not said.get(name)] or _address(said)  # fmt: skip


def _address(said: dict[str, object]) -> list[tuple[str, str]]:
    kind, address = said.get("kind"), str(said.get("address"))
    if kind == "folder":
        return [] if is_whole(address) else [("path", "address")]
    if kind in {"webdav", "s3"} and not is_address(address):
        return [("url", "address")]
    return []
