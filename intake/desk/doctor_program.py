"""Whether this program is what was signed (프로그램 점검)."""

from intake import __version__
from intake.desk.doctor_states import finding
from intake.desk.views.doctor import Finding
from intake.errors import ProgramAltered
from intake.progress import Progress
from intake.release.files import Findings, look_through, signers_of
from intake.release.installed import installed


def program(progress: Progress) -> Finding:
    """Compare every file with the signed list; a source checkout has none."""
    try:
        build = installed()
    except ProgramAltered:
        return finding("program", "altered", version=__version__, files=1)
    if build is None:
        return finding("program", "source", version=__version__)
    found = look_through(build.prefix, signers_of(build.prefix), progress)
    facts: dict[str, str | int] = {"version": build.version, "commit": build.commit[:12], "files": found.files}  # fmt: skip
    if found.why:
        return finding("program", "unsigned", why=found.why, **facts)
    if not found.whole:
        return finding("program", "altered", **{**facts, **_counts(found)})
    code = "whole" if build.channel == "release" else "trial"
    return finding("program", code, **facts)


def _counts(found: Findings) -> dict[str, int]:
    return {
        "files": found.different,
        "changed": len(found.changed),
        "missing": len(found.missing),
        "extra": len(found.extra),
    }
