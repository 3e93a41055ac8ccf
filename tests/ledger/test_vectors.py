"""Every file of ``resources/vectors/ledger``: the first line says what must happen."""

from pathlib import Path

import pytest

from intake import errors
from intake.crypto.sign import verify
from intake.ledger.means import SignerFacts
from intake.ledger.segment import WireSegment
from intake.progress import Silent

FOLDER = Path(__file__).parents[2] / "resources" / "vectors" / "ledger"
FILES = sorted(path.name for path in FOLDER.iterdir())


def _read(name):
    head, _, data = (FOLDER / name).read_bytes().partition(b"\n\n")
    facts = dict(line.split(": ", 1) for line in head.decode().splitlines())
    return facts, data


def _merge(laptop, facts, data):
    ca = bytes.fromhex(facts["ca"])

    def check(segment, namespace):
        signer = verify(
            namespace,
            segment.header,
            segment.signature,
            trusted_cas={ca: "ca"},
            at=None,
        )
        return SignerFacts(signer.principal, "IC")

    segments = WireSegment.all_from_jsonl(data)
    return segments, laptop.ledger.merge(
        segments, check_signer=check, authority=lambda claim: True, progress=Silent()
    )


@pytest.mark.parametrize("name", FILES)
def test_what_must_happen_to_it_happens(town, name):
    facts, data = _read(name)
    central = town.laptop("central")
    if facts["expect"] != "accepted":
        with pytest.raises(getattr(errors, facts["expect"])):
            _merge(central, facts, data)
        assert central.rows("select * from segment") == []
        return
    (segment,), report = _merge(central, facts, data)
    assert segment.hash.hex() == facts["hash"]
    assert report.parked == int(facts["parked"])
    assert segment.to_jsonl() == data
    assert central.ledger.verify(Silent()).ok


def test_good_and_bad_are_both_there():
    assert {name.split("_")[0] for name in FILES} == {"good", "bad", "too"}
