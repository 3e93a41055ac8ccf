"""Two laptops with one CA (인증 열쇠가 두 곳에): what they said beside each other is joined.

It happens where the vault of the laptop with the CA was put back on a second computer. Nobody may
fall off the card by it, and nothing that was taken back may come to count again.
"""

from dataclasses import replace
from typing import Final

from intake.trust import papers, positions
from intake.trust.enrolment import Card
from intake.trust.issuing import Issuing
from intake.vault import Vault

FACT_TWO: Final = "trust/two-holders"


def join_cards(vault: Vault, issuing: Issuing, mine: Card, other: Card) -> None:
    """Publish what two cards of one CA say together, where the newer one lacks something.

    Laptops that were certified here and not taken back stay on the card; of two positions of a
    log the stricter stays.
    """
    there = {one.device for one in other.devices}
    said = positions.join(mine.revoked, other.revoked)
    with vault.writing() as db:
        lost = papers.revoked_devices(db, other.ca, said)
        ours = papers.issued_devices(db) - there - lost
        missing = tuple(one for one in mine.devices if one.device in ours)
        kept = tuple(one for one in other.devices if one.device not in lost)
        devices = (*kept, *missing)
        if (devices, said) != (other.devices, other.revoked):
            vault.keep_fact(FACT_TWO, "yes")
            issuing.publish(replace(other, devices=devices, revoked=said), tell=True)


def heed_older(vault: Vault, issuing: Issuing, mine: Card, older: Card) -> None:
    """Take from an older card of our CA what ours never said: the other holder took it back.

    Of what ours names too the newer word counts, so an older card of our own changes nothing.
    """
    known = {one[:2] for one in mine.revoked}
    said = tuple(one for one in older.revoked if one[:2] not in known)
    if said:
        join_cards(vault, issuing, replace(older, devices=(), revoked=said), mine)
