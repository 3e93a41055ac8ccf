"""The people of a country that is not there: who they are, and what they were called when.

* Nobody is real. Mobile numbers begin +82 10-0: no such number is given out. Telegram numbers
  are above 9·10¹², mail lies under ``.example``, accounts are of bank 999, addresses of
  machines are those kept for documents.
* Most act once; some act for years, and change numbers and names on the way (epochs).
* Common names, word-list handles, mule accounts and recycled values are decoys: they are equal
  or nearly so without being the same person's.
"""

import bisect
import heapq
import itertools
import random  # noqa: TID251 - the same country for the same seed, nothing secret
from dataclasses import dataclass

# 17 centers, by thousands of people in their region.
REGIONS = {
    "11": 9386, "26": 3293, "27": 2375, "28": 2997, "29": 1419, "30": 1442, "31": 1104,
    "36": 387, "41": 13631, "51": 1527, "43": 1593, "44": 2130, "52": 1755, "46": 1804,
    "47": 2554, "48": 3251, "50": 675,
}  # fmt: skip
FIRST_DAY, LAST_DAY = 0, 2555  # seven years from 2019-01-01
_SURNAMES = (
    "김이박최정강조윤장임한오서신권황안송전홍유고문양손배백허남심노하곽성차주우구민진지"
)
_ONE = "민지서현준수영재성도승윤하은동유정태경상진우예찬혜원병종미선"
_TWO = "수준호민우진현영훈석빈아희연은경미지원규철환서윤하람솔혁찬재"
_APPROACH = ("OPENCHAT", "MESSENGER", "SNS", "GAME", "DATING", "OFFLINE", "COMMUNITY")
HANDLED = {
    "telegram": 0.75,
    "kakao_id": 0.35,
    "instagram": 0.35,
    "twitter": 0.4,
    "discord": 0.12,
}
_RECYCLED, _REST = 0.03, 150  # share taken from what somebody gave up, and days between


@dataclass(slots=True)
class Epoch:
    """What somebody was called from one day on (한 시기)."""

    start: int
    end: int
    values: dict[str, str]


@dataclass(slots=True)
class Person:
    """Somebody who harms others, or a man of the same name who does not know him."""

    id: int
    name: str
    born: int
    sex: str
    region: str
    approach: str
    nick: str
    watermark: str
    groups: tuple[str, ...]
    wifi: tuple[str, ...]
    epochs: list[Epoch]
    days: list[int]  # of the cases

    def at(self, day: int) -> Epoch:
        """Return the epoch of a day."""
        return next(
            (one for one in reversed(self.epochs) if one.start <= day), self.epochs[0]
        )


class Zipf:
    """Picks the first of a list often and the last seldom."""

    def __init__(self, size, power=1.0):
        """Weigh ``size`` places."""
        self._sums = list(
            itertools.accumulate(1 / (at + 1) ** power for at in range(size))
        )

    def pick(self, dice):
        """Return a place."""
        return bisect.bisect(self._sums, dice.random() * self._sums[-1])


def cases_each(people, cases, dice):
    """Return how many cases each has: most one, few very many."""
    serial = max(1, round(people * 0.315))
    weights = [min((1 - dice.random()) ** (-1 / 1.45), 40.0) for _ in range(serial)]
    rest, total = cases - people - serial, sum(weights)
    counts = [2 + int(rest * one / total) for one in weights] + [1] * (people - serial)
    for at in range(cases - sum(counts)):
        counts[at % serial] += 1
    return counts


class Names:
    """Gives out names, numbers and accounts; what is given up may be given again."""

    def __init__(self, cases, dice):
        """Prepare the words of a country of that many cases."""
        self._dice = dice
        self.words = self._word_list(600)
        self._word = Zipf(len(self.words), 0.6)
        self._surname, self._one, self._two = (
            Zipf(len(x), 1.0) for x in (_SURNAMES, _ONE, _TWO)
        )
        self._taken = set()
        self._given_up = {}  # kind -> heap of (day, value)
        self.groups = [
            f"https://t.me/+Room{at:07d}Xy" for at in range(max(8, cases // 500))
        ]
        self._group = Zipf(len(self.groups), 0.8)
        self.wifi = [
            f"{net}.{at}"
            for at in range(1, 255)
            for net in ("203.0.113", "198.51.100", "192.0.2")
        ]
        self.wifi = self.wifi[: max(4, min(len(self.wifi), cases // 300))]
        self.mules = [
            f"000{at:04d}{dice.randrange(10**6):06d}"
            for at in range(max(3, cases // 700))
        ]

    def _word_list(self, size):
        parts = [
            a + b
            for a in "bdfghjklmnprstwz"
            for b in ("a", "e", "i", "o", "u", "an", "el", "in", "or", "un")
        ]
        words = {}
        while len(words) < size:
            words[
                "".join(self._dice.choices(parts, k=self._dice.choice((2, 2, 3))))
            ] = None
        return list(words)

    def person_name(self):
        """Return a full name; 김민수 is the commonest."""
        dice = self._dice
        return (
            _SURNAMES[self._surname.pick(dice)]
            + _ONE[self._one.pick(dice)]
            + _TWO[self._two.pick(dice)]
        )

    def word(self):
        """Return a word out of which handles are made."""
        return self.words[self._word.pick(self._dice)]

    def fresh(self, kind, day, make):
        """Return a value nobody has; now and then one that somebody gave up."""
        old = self._given_up.get(kind)
        if old and old[0][0] + _REST < day and self._dice.random() < _RECYCLED:
            return heapq.heappop(old)[1]
        while True:
            value = make()
            if (kind, value) not in self._taken:
                self._taken.add((kind, value))
                return value

    def give_up(self, kind, day, value):
        """Let a value be taken by somebody else later."""
        heapq.heappush(self._given_up.setdefault(kind, []), (day, value))

    def some_groups(self):
        """Return the rooms somebody is in."""
        return tuple(
            self.groups[self._group.pick(self._dice)]
            for _ in range(self._dice.choice((0, 1, 1, 2, 3)))
        )


def people_of(cases, seed):
    """Yield the people of a country, in the order of their first days."""
    dice = random.Random(f"people {seed}")
    names, people = Names(cases, dice), max(4, round(cases * 0.3))
    careers = []
    for count in cases_each(people, cases, dice):
        length = (
            0
            if count == 1
            else min(LAST_DAY - 1, int(dice.expovariate(1 / (120 + 25 * count))) + 3)
        )
        first = dice.randrange(FIRST_DAY, LAST_DAY - length)
        careers.append((first, length, count))
    careers.sort()
    for at, (first, length, count) in enumerate(careers):
        days = sorted(
            first + (dice.randrange(length) if length else 0) for _ in range(count)
        )
        yield _person(at, days, names, dice)


def _person(at, days, names, dice):
    root = names.word()
    return Person(
        at,
        names.person_name(),
        dice.choice((dice.randint(1960, 2006), dice.randint(1985, 2004))),
        dice.choices("MFU", (90, 7, 3))[0],
        dice.choices(list(REGIONS), list(REGIONS.values()))[0],
        dice.choices(_APPROACH, (25, 25, 20, 8, 8, 8, 6))[0],
        root
        + (
            dice.choice(("", str(dice.randrange(100))))
            if dice.random() < 0.6
            else names.word()
        ),
        f"{root}{names.word()}" if dice.random() < 0.08 else "",
        names.some_groups(),
        tuple(dice.sample(names.wifi, min(len(names.wifi), dice.choice((0, 0, 1, 2))))),
        _epochs(days, root, names, dice),
        days,
    )


def _epochs(days, root, names, dice):
    start, values, epochs = days[0], {}, []
    while start <= days[-1]:
        end = start + int(dice.expovariate(1 / 500)) + 30
        values = _values(values, start, root, names, dice)
        epochs.append(Epoch(start, end, values))
        start = end
    for one, after in itertools.pairwise([*epochs, Epoch(0, 0, {})]):
        for kind in ("phone", *HANDLED):
            if (value := one.values.get(kind)) and after.values.get(kind) != value:
                names.give_up(kind, one.end, value)
    return epochs


def _values(before, day, root, names, dice):
    """Return the values of an epoch: some are kept, some are new."""

    def keeps(kind, share):
        return kind in before and dice.random() < share

    def number(low, high):
        return lambda: str(dice.randrange(low, high))

    def handle():
        word = root if dice.random() < 0.6 else names.word()
        return (
            word
            + dice.choice(("", "_", ""))
            + str(dice.randrange(10, dice.choice((100, 1000, 10000))))
        )

    new = {}
    makers = {
        "phone": (0.7, 0.5, lambda: f"0100{dice.randrange(10**7):07d}"),
        "telegram_id": (0.75, 0.85, number(9 * 10**12, 10**13)),
        "openchat": (0.35, 0.2, lambda: f"https://open.kakao.com/o/s{''.join(dice.choices('abcdefghkmnpqrstABCDEFGHK2345', k=7))}"),
        "email": (0.3, 0.6, lambda: f"{handle()}@mail{dice.randrange(6)}.example"),
        "own_bank": (0.35, 0.6, lambda: f"0009{dice.randrange(10**9):09d}"),
        "wallet": (0.12, 0.4, lambda: f"0x{dice.getrandbits(160):040x}"),
        "uploader": (0.25, 0.5, handle),
        "home": (0.6, 0.6, lambda: f"2001:db8:{dice.randrange(65536):x}:{dice.randrange(65536):x}"),
        **{kind: (share, 0.35, handle) for kind, share in HANDLED.items()},
    }  # fmt: skip
    for kind, (share, kept, make) in makers.items():
        if keeps(kind, kept):
            new[kind] = before[kind]
        elif dice.random() < share:
            new[kind] = names.fresh(kind, day, make)
    if before.get("mule") or dice.random() < 0.12:
        new["mule"] = before.get("mule") or dice.choice(names.mules)
    return new
