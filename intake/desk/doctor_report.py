"""The doctor's findings in words (점검 결과): for a screen, a terminal, a file for IT.

Everything in it is a sentence of ours, an id, a count or a code; a person can read it whole.
"""

from collections.abc import Iterator

from intake import __version__
from intake.clock import utc
from intake.desk.views import NamedBytes
from intake.desk.views.doctor import DoctorView, Finding
from intake.text import Texts


def sentence(one: Finding, texts: Texts) -> str:
    """Return what was found."""
    return texts(one.text_id, **one.facts)


def remedy(one: Finding, texts: Texts) -> str:
    """Return what to do about it; nothing where all is well."""
    text_id = f"{one.text_id}.remedy"
    return "" if one.state == "ok" else texts(text_id, **one.facts)


def told_lines(view: DoctorView, texts: Texts) -> Iterator[str]:
    """Yield the lines of a terminal or a file."""
    for one in view.findings:
        yield f"[{texts(f'doctor-state-{one.state}')}] {sentence(one, texts)}"
        if advice := remedy(one, texts):
            yield f"    → {advice}"
    yield ""
    yield summary(view, texts)


def summary(view: DoctorView, texts: Texts) -> str:
    """Return the one sentence at the end."""
    counts = {"notes": view.count("note"), "broken": view.count("broken")}
    return texts("doctor-summary", **counts)


def report_file(view: DoctorView, texts: Texts) -> NamedBytes:
    """Return a text file that any editor shows: words first, then the same for machines."""
    head = [texts("doctor-report-title"), texts("doctor-report-inside"), ""]
    made = f"{utc(view.made_ms)}  ieum {__version__}"
    codes = [_coded(one) for one in view.findings]
    lines = [*head, made, "", *told_lines(view, texts), "", *codes]
    name = texts("doctor-report-file")
    return NamedBytes(name, ("\n".join(lines) + "\n").encode("utf-8"))


def _coded(one: Finding) -> str:
    facts = [f"{name}={value}" for name, value in sorted(one.facts.items())]
    return " ".join([one.state, f"{one.check}.{one.code}", *facts])
