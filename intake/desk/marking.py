"""What may follow what in the deletion ledger (삭제 상태), as rules without storage.

* A request goes to what is there; what is removed, delisted or gone is asked for no more.
  Only a search result may be asked for after the page itself is gone.
* An answer needs a request. ``REMOVED`` and ``BLOCKED`` are two results: what is blocked
  (접속차단) is hidden in Korea and still there.
* The same address live again is ``RESTORED``; a new address is another posting with this one
  as parent, and this one stays removed (재유포).
* Nothing is forced: a step that does not follow is skipped and named.

>>> follow("REMOVED", State("FOUND")).why
'mark-skipped-not-requested'
>>> follow("REQUESTED", State("REFUSED", 2, of_the_site=1)).kind
'AGAIN'
"""

from dataclasses import dataclass

from intake.desk.views.deleting import Mark
from intake.ledger import Deed

REQUESTS = frozenset({"REQUESTED", "SEARCH", "KMCSC"})
OUTGOING = REQUESTS | {"HASHREG"}
AWAY = frozenset({"REMOVED", "DELISTED", "GONE"})  # no longer where it was
_HELD = frozenset({"BLOCKED", "TEMPORARY"})  # asked again, they stay what they are
_UNTOUCHED = frozenset({"", "FOUND", "PREPARED"})
_ANSWERS = frozenset(
    {"REMOVED", "DELISTED", "BLOCKED", "REFUSED", "TEMPORARY", "DEFERRED", "MORE_INFO"}
)
_SEEN_BY_POLICE = frozenset({"REMOVED", "BLOCKED", "TEMPORARY"})
_MAY_COME_BACK = AWAY | _HELD | {"REUPLOADED"}
_NOT_FROM_AWAY = frozenset({"BLOCKED", "REFUSED", "TEMPORARY", "DEFERRED", "MORE_INFO"})

DEEDS: dict[str, Deed] = {
    **dict.fromkeys(OUTGOING | {"POLICE"}, Deed.REQUEST),
    **dict.fromkeys(_ANSWERS | {"GONE", "RESTORED", "REUPLOADED"}, Deed.RESULT),
    **dict.fromkeys(("CHECK_LIVE", "INFORM"), Deed.CHECK),
}


@dataclass(frozen=True, slots=True)
class State:
    """How a posting stands."""

    result: str = ""  # a code of ``deletion_result``
    requests: int = 0
    of_the_site: int = 0  # requests to whoever holds it
    first_on: str = ""  # the first request
    police_too: bool = False


@dataclass(frozen=True, slots=True)
class Follows:
    """What a mark does: an action of a kind, and the result that stands then.

    ``result`` is empty where the posting stays as it is; ``why`` says why nothing follows.
    """

    kind: str = ""
    result: str = ""
    said: str = ""  # the result that the action itself tells
    restored: bool = False
    why: str = ""


def follow(mark: Mark, state: State, on: str = "") -> Follows:
    """Return what a mark does to a posting that stands so."""
    why = _why_not(mark, state, on)
    if why:
        return Follows(why=f"mark-skipped-{why}")
    if mark in REQUESTS:
        return _request(mark, state)
    if mark in _ANSWERS or mark == "GONE":
        stays = state.result == "REMOVED" and mark in AWAY
        return Follows("CHECK", "" if stays else mark, mark)
    return _OTHERS.get(mark) or Follows("CHECK", "", state.result)


# POLICE, HASHREG and INFORM are noted, and nothing else changes.
_OTHERS: dict[str, Follows] = {
    "RESTORED": Follows("CHECK", "RESTORED", "RESTORED", restored=True),
    "REUPLOADED": Follows("CHECK", "", "REUPLOADED"),
    **{kind: Follows(kind) for kind in ("POLICE", "HASHREG", "INFORM")},
}


def _request(mark: Mark, state: State) -> Follows:
    kind: str = mark
    if mark == "REQUESTED":
        kind = "AGAIN" if state.of_the_site else "FIRST"
    stays = state.result in _HELD | AWAY
    return Follows(kind, "" if stays else "REQUESTED")


def _why_not(mark: Mark, state: State, on: str) -> str:
    if mark in {"REQUESTED", "KMCSC"} and state.result in AWAY:
        return "already-away"
    if mark in _ANSWERS:
        return _why_no_answer(mark, state, on)
    if mark == "RESTORED" and state.result not in _MAY_COME_BACK:
        return "was-not-away"
    if mark == "CHECK_LIVE" and state.result in AWAY:
        return "live-again"
    if mark == "INFORM" and not state.requests and state.result in _UNTOUCHED:
        return "nothing-to-tell"
    return ""


def _why_no_answer(mark: Mark, state: State, on: str) -> str:
    if mark in _NOT_FROM_AWAY and state.result in AWAY:
        return "already-away"
    if not state.requests:
        told = state.police_too and mark in _SEEN_BY_POLICE
        return "" if told else "not-requested"
    return "before-request" if on and state.first_on and on < state.first_on else ""
