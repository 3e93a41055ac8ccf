"""What stands in the basis for recovering costs (구상 자료): requests and addresses by site.

* Hours and money are not in the records and never worked out: the notice that sets them (고시) is
  not known here.
* A request about no address stands in a line of its own; the lines add up to the rules' numbers.
"""

from collections.abc import Iterator
from dataclasses import replace

from intake.counting import RULES
from intake.counting.selecting import Selection, selection_of, tallied
from intake.desk.paper_making import Making
from intake.documents import Claim, ClaimRow, draw_claim
from intake.progress import Progress
from intake.register import SCHEMA

LAW = "성폭력방지법 제7조의3제4항·제5항, 같은 법 시행규칙 제2조의6제6항·제7항"
_POSTING = SCHEMA["posting"].table
_JOIN = f" LEFT JOIN {_POSTING} p ON p.id = t.posting AND p.deleted IS NULL"


def content(making: Making) -> Claim:
    """Return what stands in the paper."""
    requests, addresses = _requests(making), _addresses(making)
    hosts = sorted({*requests, *addresses}, key=lambda host: (not host, -requests.get(host, 0), host))  # fmt: skip
    nameless = making.rooms.texts("paper-claim-no-site")
    said = {**making.submitted(("R1", "R2")), "law": LAW}
    return Claim(
        **said,
        rows=tuple(ClaimRow(host or nameless, requests.get(host, 0), addresses.get(host, 0)) for host in hosts),
        requests=making.found["R1"].amount.value,
        addresses=making.found["R2"].amount.value,
    )  # fmt: skip


def drawn(paper: Claim, language: str, _progress: Progress) -> bytes:
    """Return the PDF."""
    return draw_claim(paper, language)


def warnings(making: Making) -> Iterator[str]:
    """Yield what is left to the pen."""
    yield making.rooms.texts("paper-warning-claim-empty")


def _requests(making: Making) -> dict[str, int]:
    chosen = replace(selection_of(RULES["R1"]).within(making.look.period), join=_JOIN)
    return _by_host(making, chosen, "p")


def _addresses(making: Making) -> dict[str, int]:
    return _by_host(making, selection_of(RULES["R2"]).within(making.look.period), "t")


def _by_host(making: Making, chosen: Selection, table: str) -> dict[str, int]:
    by = (f"coalesce({table}.url_host, '')",)
    found = tallied(making.look.db, chosen, making.look.population, by)
    return {host: number for (host,), number in found.items()}
