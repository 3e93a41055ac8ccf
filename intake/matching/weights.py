"""How much each thing in common says (무게), as a table: thousandths of a bit, set by hand.

* A bit is log2 of "how much likelier if it is one person". The prior alone is -16 bits, so what
  is to be proposed has to say more than 16.
* Strong kinds are one person's (matching §2, domain §5): one alone reaches "very high" as long
  as nearly nobody else has it. Medium kinds can be given to another: alone they are "high".
* Places, things, networks and weak words have a ceiling of 8 bits each (matching §3.6): with
  none of the strong or medium kinds they never make anybody a candidate.
* The figures were set on a synthetic nation of 10,000 cases and run on another
  (``tests/bench``); whoever changes one raises ``likeness.ENGINE``.
"""

import math
from functools import cache

from intake.matching.clue import Cls

LEAST_PROFILES = (
    65_536  # words must not depend on how young a register is (matching §3.6)
)
# The words, by what is left above the prior. In the synthetic nation (200,000 cases) of what had
# 0-4 bits 17-41 % was right, of 4-8 89-98 %, above 8 90-99.7 %: so HIGH begins at four.
VERY_HIGH, HIGH, REVIEW = 8_000, 4_000, 0

# --- what one value in common says, by kind ------------------------------------------------

AGREEMENT: dict[str, int] = {
    # Strong (domain §5): numbers a service gives for ever, and what was paid or proven for.
    "telegram_id": 33_000, "twitter_id": 33_000, "facebook_id": 33_000, "discord_id": 33_000,
    "phone": 32_000,  # with time: numbers are given to others
    "email": 32_000,
    "kakao_openchat": 30_000,  # a room for two (/o/s…); a group room is class G below
    "instagram": 30_000, "uploader": 30_000,
    "bank": 28_500,  # less: accounts are lent and sold (대포통장)
    # Medium: a name that its service can give to another person.
    "telegram": 21_500, "twitter": 21_500, "tiktok": 21_500, "discord": 21_500,
    "kakao_id": 21_500, "facebook": 21_000, "line": 20_500,
    "wallet": 21_000,  # deposit addresses of exchanges are shared
    "plate": 21_000,
    "bank_number": 20_000,  # the digits of an account without its bank
    # Places that many use (G), things (T), networks (N).
    "telegram_invite": 7_000, "discord_invite": 7_000, "line_group": 7_000,
    "sha256": 8_000, "pdq": 7_000, "post": 6_000, "url": 5_000,
    "ip": 4_000,
    # Weak words (W): the rarer, the more; whoever holds them is counted (below).
    "watermark": 8_000, "name": 6_000, "nickname": 5_000, "title_text": 5_000,
    "name_roman": 4_000, "mention": 4_000, "mo": 2_000, "name_initials": 1_000,
}  # fmt: skip
# A kind that the table does not know, by its class.
OF_CLASS: dict[Cls, int] = {"P": 20_000, "G": 7_000, "T": 5_000, "N": 4_000, "W": 2_000}
# What a class may say in all (matching §3.6: G, T and N at most 7-8 bits, W at most 8).
CEILING: dict[str, int] = {"P": 60_000, "G": 8_000, "T": 8_000, "N": 5_000, "W": 8_000,
                           "MENTION": 12_000, "NEAR": 9_000, "CROSS": 5_000}  # fmt: skip

# --- what is not a value in common ------------------------------------------------------------

MENTION = 12_000  # a title or watermark names an account of the other side (V12)
IN_WORDS = 3_000  # a watermark stands inside a title
CROSS_SITE = 5_000  # the same words as an account of another service (D02)
NEAR, NEAR_NUMBER, NEAR_DIGIT = (
    9_000,
    5_000,
    2_000,
)  # one slip; a number; cat98 and cat99
REGION, AGE, APPROACH = 1_500, 1_500, 500  # what statements have in common
MASK_FITS = 1_000  # 김○○ and 김민수: a filter, no key

# --- contradictions (matching §3.6.3) ----------------------------------------------------------

OTHER_NAME, OTHER_AGE, OTHER_REGION, OTHER_MASK = -5_500, -5_000, -3_000, -3_000
MOST_YEARS, FEW_YEARS = 9, 2

# --- "the same material" is another question: an equal hash is one file (matching §5.4) --------

MATERIAL: dict[str, int] = {"sha256": 22_000, "pdq": 19_000}

# What a value loses per doubling of the profiles that hold it (matching §3.6.2: 3.2 bits). Whose
# profiles nobody has joined yet count as many, so an account must lose little: of pairs with the
# same account, 96-100 in a hundred were one person's whether two or sixty had it, and the worst
# offenders would have dropped out of the queue of a desk that has not come to them yet.
_PER_DOUBLING = 3_200
_EXACTLY, _PER_OCTAVE, _AT_MOST = (
    16,
    4,
    200,
)  # others: up to where exactly, and what is many
_ACCOUNTS = ("telegram_id", "twitter_id", "facebook_id", "discord_id", "email", "kakao_openchat",
             "instagram", "uploader", "telegram", "twitter", "tiktok", "discord", "kakao_id",
             "facebook", "line", "wallet", "plate")  # fmt: skip
_OF_KIND = {
    **dict.fromkeys(_ACCOUNTS, 500),
    "phone": 1_600,  # lines of offices and families
    # An account of a bank that many hold is most likely a lent one: under 16 holders or more two
    # pairs in three were wrong. With eight somebody still looks at it (D05), with nine nobody.
    "bank": 4_400, "bank_number": 4_400,
}  # fmt: skip


@cache
def prior(profiles: int) -> int:
    """Return how unlikely it is that two are one before anything is known."""
    return -round(1_000 * math.log2(max(profiles, LEAST_PROFILES)))


@cache
def spread(others: int, kind: str = "") -> int:
    """Return what a value loses because other profiles hold it too."""
    lost = _OF_KIND.get(kind, _PER_DOUBLING)
    return round(lost * math.log2(counted(others) + 1)) if others > 0 else 0


@cache
def counted(others: int) -> int:
    """Return how many others a value counts as: few exactly, more in steps of a fifth.

    So one holder more does not change what everybody else under a value weighs.

    >>> [counted(others) for others in (0, 8, 16, 17, 100, 5_000)]
    [0, 8, 16, 20, 108, 216]
    """
    if others <= _EXACTLY:
        return max(others, 0)
    steps = math.ceil(_PER_OCTAVE * math.log2(min(others, _AT_MOST) / _EXACTLY))
    return math.ceil(_EXACTLY * 2 ** (steps / _PER_OCTAVE))


def is_one_to_others(fewest: int, most: int, hub: int, *, weighs: bool = True) -> bool:  # fmt: skip
    """Whether so few and so many holders of a value are the same to everybody else.

    ``weighs``: whether lines of it weigh less the more have it, or it is a way to find only.
    """
    if fewest > hub or most > hub:
        return fewest > hub
    return not weighs or all(
        counted(fewest - pair) == counted(most - pair) for pair in (1, 2)
    )


def agreement(kind: str, cls: Cls) -> int:
    """Return what one value of a kind in common says."""
    if kind == "kakao_openchat" and cls == "G":
        return OF_CLASS["G"]
    if cls == "W" and AGREEMENT.get(kind, 0) > CEILING["W"]:
        return OF_CLASS["W"]  # an account without its site is words
    return AGREEMENT.get(kind, OF_CLASS[cls])
