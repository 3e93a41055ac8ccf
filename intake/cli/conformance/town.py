"""A center whose two laptops speak of one case, and the requests that fold what they said."""

import json
from collections.abc import Sequence
from typing import Any

from intake.cli.conformance.case import Request, b64
from intake.cli.conformance.making import Center, Device
from intake.cli.conformance.said import Said, body, new_id
from intake.text.place import resource


class Town:
    """Two laptops of a center that speak of one case."""

    def __init__(self, code: str = "IC") -> None:
        """Let nobody have said anything yet."""
        self.center = Center(code)
        self.one, self.other = self.center.device("ic-1"), self.center.device("ic-2")
        self.case = new_id()
        self.scope = f"case/{self.case}"

    def alias(self, device: Device, after: int, value: str | None, *base: str) -> Said:
        """Say the alias of the case."""
        ops = [["case", self.case, "alias", value, list(base)]]
        return device.say([body(self.scope, "identity", after, ops)])

    def shown(self, value: str | None, heads: int = 1) -> list[list[Any]]:
        """Return the state in which the alias is all that is known."""
        return [["case", self.case, "alias", value, heads]]

    def merges(self, *deliveries: Sequence[Said]) -> tuple[Request, ...]:
        """Return the requests that fold these, and ask what is known then."""
        fields = json.loads(resource("vectors", "fields.json").read_text("utf-8"))
        rows = [b"".join(one.lines for one in some) for some in deliveries]
        requests = [
            {"do": "merge", "fresh": at == 0, "trust": self.center.trusted, "fields": fields, "lines": b64(row)}
            for at, row in enumerate(rows)
        ]  # fmt: skip
        return (*requests, {"do": "state"})
