"""Runs on the Python of an installed build, for ``build.py prove updates``: two desks and a stick.

    PREFIX/runtime/bin/python3.13 -I -S -B desk.py APP FOLDER make
    … desk.py APP FOLDER publish STICK ARCHIVE    the central desk publishes and fills a stick
    … desk.py APP FOLDER fetch STICK              the center gets what is on it ready
    … desk.py APP FOLDER state | go_back
    … desk.py APP FOLDER choose PREFIX            which version a start would run, and how long that takes

Each prints one line of JSON.
"""

# ruff: noqa: PLC0415 - where the program lies is only known when this runs

import json
import resource
import sys
import time
from pathlib import Path
from typing import Any

PASSPHRASE = "느린 강물 종이 달 아래 노래 셋"  # noqa: S105 - of a desk that lives an hour
ROOTS = tuple(f"{one} 사람의 긴 암호문구" for one in ("첫째", "둘째", "셋째"))


def main(app: str, folder: str, verb: str, *said: str) -> int:
    """Do one thing."""
    sys.path.insert(0, app)
    sys.dont_write_bytecode = True
    began = time.monotonic()
    told: dict[str, Any] = VERBS[verb](Path(folder), *said)
    most = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss // 1024
    print(
        json.dumps({"seconds": round(time.monotonic() - began, 2), "mib": most, **told})
    )
    return 0


def make(folder: Path) -> dict[str, Any]:
    """Make a central desk that founded a library, and a center; each believes the other."""
    from intake.desk import NewWorkspace, create

    made = {}
    for code, role in (("C0", "central"), ("IC", "center")):
        plan = NewWorkspace(role, code, f"{code} 센터", f"{code.lower()}-1", "박상담", "ko", PASSPHRASE)  # fmt: skip
        made[code] = desk = create(folder / code, plan)
        desk.setup.confirm_code(desk.setup.recovery_code())
    central, center = made["C0"], made["IC"]
    center.keys.accept_enrolment(central.keys.enrolment().data)
    central.keys.accept_enrolment(center.keys.enrolment().data)
    central.library.found(*ROOTS)
    for desk in made.values():
        desk.close()
    return {}


def publish(folder: Path, stick: str, archive: str) -> dict[str, Any]:
    """Publish a build, and bring a stick up to date."""
    from intake.progress import Silent

    desk = _opened(folder / "C0")
    desk.library.publish("apps", Path(archive))
    known = {one.address: one.id for one in desk.places.listing()}
    place = known.get(stick) or desk.places.add("folder", "USB", stick)
    desk.library.lay(place, Silent())
    desk.close()
    return {"size": Path(archive).stat().st_size}


def fetch(folder: Path, stick: str) -> dict[str, Any]:
    """Get what is on a stick ready."""
    from intake.errors import IntakeError
    from intake.progress import Silent

    desk = _opened(folder / "IC")
    began = time.monotonic()
    try:
        told = desk.updates.from_stick(Path(stick), Silent())
        said = {"state": told.state, "version": told.version, "label": told.label}
    except IntakeError as error:
        words = desk._rooms.texts.error(error)  # noqa: SLF001 - as the window says it
        said = {"state": "refused", "error": str(error), "label": f"{words.sentence} {words.remedy}"}  # fmt: skip
    said["laid"] = str(round(time.monotonic() - began, 2))
    desk.close()
    return said


def state(folder: Path) -> dict[str, Any]:
    """Say how it stands."""
    desk = _opened(folder / "IC")
    told = desk.updates.state()
    desk.close()
    return {"state": told.state, "version": told.version, "running": told.running, "label": told.label}  # fmt: skip


def go_back(folder: Path) -> dict[str, Any]:
    """Let the former version run from the next start on."""
    desk = _opened(folder / "IC")
    told = desk.updates.go_back()
    desk.close()
    return {"state": told.state}


def choose(_folder: Path, prefix: str) -> dict[str, Any]:
    """Say which tree a start would run; nothing is noted."""
    began = time.monotonic()
    from intake.release.choosing import choose as chosen

    tree = chosen(Path(prefix), counted=False)
    return {"tree": tree.name, "ms": round((time.monotonic() - began) * 1000)}


def _opened(folder: Path) -> Any:  # noqa: ANN401 - the desk is loaded late
    from intake.desk import open_

    return open_(folder, PASSPHRASE)


VERBS = {one.__name__: one for one in (make, publish, fetch, state, go_back, choose)}

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
