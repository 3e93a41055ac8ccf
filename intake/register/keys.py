"""Ids that everybody who notes the same fact arrives at (자연 키).

* An address noted twice in one case is one posting; an account of one kind likewise; a box of
  a several-answer question is the same box on every laptop.
* An action that another system numbered keeps one id wherever it is entered, so it counts
  once.
* The spelling behind these ids (``idnorm v1`` and ``_address``) is frozen for ever.

>>> posting_id("c1", "https://WWW.tube-a.example/v/1/") == posting_id("c1", "http://www.Tube-a.example/v/1#t")
True
"""

import re

from intake.ids import idnorm, natural_id

_SCHEME = re.compile(r"^(?:hxxps?|https?)://")


def _address(url: str) -> str:
    """Spell an address for its id, version 1: no scheme, fragment or last slash; frozen."""
    plain = _SCHEME.sub("", idnorm(url).replace("[.]", "."))
    return plain.partition("#")[0].rstrip("/")


def posting_id(case: str, url: str) -> str:
    """Return the id of an address in a case."""
    return natural_id("posting", case, _address(url))


def identifier_id(case: str, kind: str, value: str) -> str:
    """Return the id of an account or other clue in a case."""
    return natural_id("identifier", case, kind, value)


def tick_id(entity: str, of: str, code: str) -> str:
    """Return the id of one box of a several-answer question about a record."""
    return natural_id(entity, of, code)


def outside_id(system: str, number: str) -> str:
    """Return the id of an action that another system has numbered."""
    return natural_id("outside", system, number)


def answer_id(interview: str, path: str) -> str:
    """Return the id of the answer to a question of an interview."""
    return natural_id("answer", interview, path)
