"""FORMAT.md tells the truth: its example is one of the vectors, and hashes as it says."""

import re
from pathlib import Path

from intake.crypto.digest import canonical_json, leaf
from intake.ledger import body as bodies
from intake.ledger.segment import SegmentHeader

HOUSE = Path(__file__).parents[2]
PAPER = (HOUSE / "intake" / "ledger" / "FORMAT.md").read_text("utf-8")
VECTOR = HOUSE / "resources" / "vectors" / "ledger" / "good_three_entries"


def _block(name):
    return re.search(rf"```{name}\n(.*?)\n```", PAPER, re.DOTALL)[1].encode()


def test_the_example_body_has_the_leaf_that_the_paper_prints():
    body = _block("body")
    assert leaf(bytes(16), body).hex().encode() == _block("leaf")
    assert bodies.write(bodies.entry_of(body)) == body


def test_the_example_is_the_first_vector():
    vector = VECTOR.read_bytes()
    assert _block("leaf") in vector
    header = _block("header")
    assert SegmentHeader.from_bytes(header).to_bytes() == header
    assert header.replace(b'"', b'\\"') in vector


def test_the_paper_counts_its_vectors_right():
    count = int(re.search(r"holds (\d+) files", PAPER)[1])
    assert count == len(list(VECTOR.parent.iterdir()))


def test_every_key_of_a_body_is_on_paper():
    keys = set(re.findall(r"^\| `([a-z])` \|", PAPER, re.MULTILINE))
    assert keys == set(bodies._KNOWN)
    assert canonical_json({}) == b"{}"
