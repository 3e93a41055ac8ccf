"""Which kind of platform (게시 플랫폼) a host belongs to.

* ``resources/sites.json`` knows public services; a center's own directory knows better.
* The longest ending of a host decides: ``drive.google.com`` is no search engine.

>>> kind_of("m.instagram.com"), kind_of("drive.google.com"), kind_of("tube-a.example")
('SOCIAL', 'CLOUD', '')
"""

import json
from collections.abc import Iterator
from functools import cache

from intake.text.place import resource


def endings(host: str) -> Iterator[str]:
    """Yield a host and everything it is a part of, the longest first."""
    labels = host.casefold().split(".")
    for at in range(len(labels) - 1):
        yield ".".join(labels[at:])


@cache
def _kinds() -> dict[str, str]:
    said = json.loads(resource("sites.json").read_text(encoding="utf-8"))
    return {host: kind for kind, hosts in said["kinds"].items() for host in hosts}


def kind_of(host: str) -> str:
    """Return the kind of platform of a host; empty where it is not known."""
    known = _kinds()
    return next((known[one] for one in endings(host) if one in known), "")
