"""Programs that keep the formats in all but one thing; each must be found out, and by name.

python careless.py HOUSE FAULT
"""

import sys

sys.path.insert(0, sys.argv[1])

from intake.bundle import read
from intake.cli.conformance import serving, serving_ledger
from intake.ledger import chain
from intake.trust import enrolment


def padding():
    """Does not look at what stands behind the last file."""
    read._Archive.finish = lambda self: None


def addressee():
    """Opens whatever its key opens."""
    read.Opened.authorize = lambda self, us: read.Admitted(self.manifest, self._archive)


def leaves():
    """Believes a body that does not hash to its leaf."""
    chain._check_bodies = lambda segment: None


def words():
    """Says the words of another language."""
    told = enrolment.words
    enrolment.words = lambda data, language="ko": told(data, language="en")


def hand():
    """Takes any signature for that of the key a file names."""
    enrolment._check_hand = lambda message, armored, key: None


def receipt():
    """Names everybody's logs in a receipt."""
    plain = serving_ledger.Receipt

    def told(**said):
        log = "ab" * 16
        return plain(**{**said, "acks": {**said["acks"], log: ((0, 0),)}})

    serving_ledger.Receipt = told


for fault in (padding, addressee, leaves, words, hand, receipt):
    fault()
serving.serve()
