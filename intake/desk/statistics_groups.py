"""Groups of one perpetrator (동일 가해자 묶음) as T12 counts them: by decisions that stand.

* They have numbers and no names: what somebody calls a perpetrator is content of a case. The order
  is that in which they were first noted, so a number stays what it is.
* A group stands in the statistics of a center by the cases that the center has.
"""

from intake.counting import Population, grouped
from intake.desk.bonds import Bonds
from intake.desk.populations import Chosen
from intake.desk.rooms import Rooms


def groups_of(rooms: Rooms, chosen: Chosen) -> dict[str, Population]:
    """Return the groups of whoever figures are about, by the name they have on paper."""
    bonds, here = Bonds(rooms), chosen.population.cases
    found = []
    every = bonds.every()
    ends = ((one.one, one.one_case, one.other, one.other_case) for one in every)
    case_of = {member: case for a, a_case, b, b_case in ends for member, case in ((a, a_case), (b, b_case))}  # fmt: skip
    for group in grouped((one.one, one.other) for one in every):
        members = [one for one in sorted(group) if bonds.is_here(case_of[one])]
        cases = {case_of[one] for one in members} & here
        if len(members) > 1 and cases:
            found.append((members[0], cases))
    return {
        rooms.texts("counted-group", number=at): chosen.population.only(cases)
        for at, (_, cases) in enumerate(sorted(found), 1)
    }
