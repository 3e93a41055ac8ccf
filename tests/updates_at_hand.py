"""A laptop with an installed program, its updates and IT's word about them, for a test."""

import dataclasses

from intake.desk import updates_program
from intake.release.choosing import choose_among, note_well, proof_by
from intake.release.installed import installed
from tests.centers_at_hand import QUIET
from tests.release.builds_at_hand import archive, lay

TREE = "ieum-{}-linux-x86_64.tar.zst"


class Laptop:
    """What is installed there, and where its updates lie."""

    def __init__(self, folder, patch):
        self.prefix = lay(folder / "installed", "0.1.0")
        self.home = folder / "data" / "ieum" / "program"
        self._patch = patch
        patch.setenv("XDG_DATA_HOME", str(folder / "data"))
        self.start()

    def start(self):
        """Start the program; return which version runs now."""
        base = installed(self.prefix)
        tree = choose_among(base.version, self.home, proof_by(self.prefix)) or self.prefix  # fmt: skip
        now = updates_program.Program(installed(tree), base, self.home)
        self._patch.setattr(updates_program, "program", lambda: now)
        note_well(self.home, now.running.version)
        return now.running.version


def decide(desk, updates, source=""):
    """IT decides."""
    rooms = desk._rooms
    policy = dataclasses.replace(rooms.policy, updates=updates, update_source=source)
    object.__setattr__(rooms, "policy", policy)


def place(desk, folder, name="USB"):
    known = {one.address: one.id for one in desk.places.listing()}
    return known.get(str(folder)) or desk.places.add("folder", name, str(folder))


def publish(central, stick, *versions, name=TREE, data=None):
    for version in versions:
        file = stick.parent / name.format(version)
        file.write_bytes(data or archive(version))
        central.library.publish("apps", file)
    central.library.lay(place(central, stick), QUIET)
