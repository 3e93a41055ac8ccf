"""Read so many mutated inputs, and tell what fell: nothing but our own errors may come out."""

import random  # noqa: TID251 - to be repeated, not to be secret
from dataclasses import dataclass

from intake.errors import IntakeError
from tests.fuzz.mutating import mutated
from tests.fuzz.readers import reader


@dataclass(frozen=True)
class Fallen:
    """An input that a reader could not stand, or should not have accepted."""

    name: str
    seed: int
    why: str
    data: bytes


@dataclass(frozen=True)
class Told:
    """What became of a run."""

    read: int
    refused: int
    fallen: tuple[Fallen, ...]


def run(name: str, count: int, first: int = 0) -> Told:
    """Read ``count`` inputs; the same numbers give the same inputs."""
    one = reader(name)
    honest = [one.read(data) for data in one.samples] if one.sealed else []
    refused, fallen = 0, []
    for seed in range(first, first + count):
        dice = random.Random(f"{name}/{seed}")
        data = mutated(dice, dice.choice(one.samples), one.samples)
        try:
            found = one.read(data)
        except IntakeError:
            refused += 1
        except Exception as error:  # noqa: BLE001 - this is what is looked for
            fallen.append(Fallen(name, seed, type(error).__name__, data))
        else:
            if one.sealed and found not in honest and data not in one.samples:
                fallen.append(Fallen(name, seed, "accepted", data))
    return Told(count, refused, tuple(fallen))
