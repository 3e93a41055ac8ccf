"""How long finding similar people and looking at a value take, against reading every row.

python tests/bench/bench_people.py [PEOPLE]
"""

import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory  # noqa: TID251 - made-up people only

from intake.ids import new_id
from intake.ledger import Deed
from intake.matching.canonical import canonical
from tests.desks_at_hand import a_desk

_FAMILY, _GIVEN = "김이박최정강조윤장임한오서신권", "민서하도윤지예준시우수아현주은채원"
_IN_CASE, _AT_ONCE = 100, 20


def _fill(desk, count):
    for start in range(0, count, _IN_CASE):
        case = desk.cases.begin("VISIT")
        for at in range(start, start + _IN_CASE, _AT_ONCE):
            with desk._rooms.about_case(Deed.ADD, case) as say:
                for number in range(at, at + _AT_ONCE):
                    _person(desk._rooms, say, case, number)


def _person(rooms, say, case, number):
    mixed = number * 7_919
    name = _FAMILY[mixed % 15] + _GIVEN[mixed // 15 % 17] + _GIVEN[mixed // 255 % 17]
    phone = f"010-0000-{mixed % 10_000:04}"
    said = {"case": case, "role": "CONTACT", "name": name, "phone": phone}
    person = new_id(rooms.clock.wall())
    for field, value in said.items():
        say.set("person", person, field, value)
    for value, kind in ((f"t.me/user{mixed % 10**6}", "telegram"), (phone, "phone")):
        clue = new_id(rooms.clock.wall())
        told = {"case": case, "kind": kind, "value": value, "role": "SUSPECT"}
        for field, word in told.items():
            say.set("identifier", clue, field, word)


def _timed(work, times=15):
    took = []
    for _ in range(times):
        start = time.perf_counter()
        work()
        took.append((time.perf_counter() - start) * 1000)
    took.sort()
    return took[len(took) // 2], took[-1]


def _questions(desk, case):
    people, suspects = desk.people, desk.suspects
    return {
        "similar name": lambda: people.similar(name="김민서", case=case),
        "similar initials": lambda: people.similar(name="ㄱㅁㅅ", case=case),
        "similar phone": lambda: people.similar(phone="010-0000-4217", case=case),
        "similar phone part": lambda: people.similar(phone="4217", case=case),
        "look phone": lambda: suspects.look(case, "010-0000-4217"),
        "look telegram": lambda: suspects.look(case, "t.me/user4217"),
    }


def main():
    """Print medians and the worst in ms, and the ratio to reading every row."""
    count = int(sys.argv[1]) if len(sys.argv) > 1 else 20_000
    with TemporaryDirectory() as folder:
        desk = a_desk(Path(folder) / "ic")
        _fill(desk, count)
        case, find = desk.cases.begin("VISIT"), desk._rooms.register.find
        wanted = canonical("phone", "010-0000-4217").value
        peer, _ = _timed(
            lambda: [
                row
                for row in find("identifier", kind="phone")
                if canonical("phone", str(row["value"])).value == wanted
            ],
            1,
        )
        sys.stdout.write(f"{count} people; every row {peer:.0f} ms\n")
        for name, work in _questions(desk, case).items():
            middle, worst = _timed(work)
            told = f"{name}: median {middle:.1f} ms, worst {worst:.1f}, {middle / peer:.4f} of it\n"
            sys.stdout.write(told)
        desk.close()


if __name__ == "__main__":
    main()
