"""From an interview to a receipt through the desk, in a process of its own, with canaries.

``python -m tests.stories.walk FOLDER``; every error it provokes is printed in full.
"""

import logging
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

from intake.desk import CaseQuery, Desk, NewWorkspace, create, harden, open_
from intake.errors import IntakeError
from intake.policy import Policy
from intake.progress import Silent
from intake.vault import FileKeyring
from tests.stories.canaries import ADDRESS, NAME, OWN_NAME, OWN_PHONE, TOLD, WORD
from tests.stories.steps import PASSPHRASE

QUIET, NOBODY = Silent(), "00000000-0000-7000-8000-000000000000"
POLICY = Policy(allow_any_place=True, allow_device_file=True, ballast_mib=0)


def main(folder: Path) -> None:
    """Walk the road."""
    logging.basicConfig(level=logging.NOTSET)
    harden()
    keyring = FileKeyring(folder / "keys")
    desk = make(folder / "ic", "center", "IC", keyring)
    central = make(folder / "c0", "central", "C0", keyring)
    desk.keys.accept_enrolment(central.keys.enrolment().data)
    central.keys.accept_enrolment(desk.keys.enrolment().data)
    record(desk)
    stick = folder / "stick"
    stick.mkdir()
    sealed = desk.exchange.make(desk.exchange.plan("C0"), QUIET)
    refused(lambda: desk.exchange.deliver(sealed, folder / "nowhere", QUIET))
    desk.exchange.deliver(sealed, stick, QUIET)
    desk.exchange.verify(sealed, stick, QUIET)
    report = central.exchange.receive(stick, QUIET)
    desk.exchange.receive(stick, QUIET)
    print(
        [one.state_text_id for one in report.items],
        [one.state_text_id for one in desk.exchange.sent()],
    )
    found = [bool(central.search(one)) for one in (WORD, OWN_NAME, OWN_PHONE)]
    print("the central desk finds", found, desk, report)
    desk.lock()
    central.lock()
    refused(lambda: open_(folder / "ic", WORD, keyring=keyring, policy=POLICY))


def make(folder: Path, role: str, code: str, keyring: FileKeyring) -> Desk:
    """A workspace that is ready for its first case."""
    plan = NewWorkspace(role, code, f"{code} 센터", "pc", "상담원", "ko", PASSPHRASE)  # type: ignore[arg-type]
    desk = create(folder, plan, keyring=keyring, policy=POLICY)
    desk.setup.confirm_code(desk.setup.recovery_code())
    return desk


def record(desk: Desk) -> None:
    """An interview in which every canary is said, in every kind of field."""
    case = desk.cases.begin("VISIT", OWN_NAME)
    agreed = dict.fromkeys(("RECORD", "SENSITIVE", "CENTRAL"), "AGREED")
    desk.consents.decide(case, agreed)
    interview = desk.interviews.begin(case, "intake")
    for end in range(1, len(TOLD) + 1):
        desk.interviews.draft(interview, "note", TOLD[:end])
    desk.interviews.settle_drafts(interview)
    desk.interviews.answer(interview, "contact/phone", OWN_PHONE)
    refused(lambda: desk.interviews.answer(interview, "victim/age", WORD))
    refused(lambda: desk.interviews.answer(interview, "nowhere/at-all", NAME))
    refused(
        lambda: desk.records.add("posting", case, {"url": ADDRESS, "unknown": NAME})
    )
    refused(
        lambda: desk.records.change("posting", NOBODY, {"url": ADDRESS, "result": WORD})
    )
    refused(lambda: desk.settings.set("language", WORD))
    for found in desk.interviews.found(interview):
        if found.kind != "date":
            desk.interviews.adopt(interview, found)
    desk.interviews.pause(interview)
    desk.interviews.resume(interview)
    print(desk.interviews.page(interview), desk.cases.overview(case), desk.search(NAME))
    print(
        desk.cases.first(CaseQuery(text=OWN_NAME), 5), desk.records.list("note", case)
    )
    desk.interviews.finish(interview, None)
    assert desk.interviews.printout(interview).data.startswith(b"%PDF")


def refused(deed: Callable[[], object]) -> None:
    """Print an error as completely as a log could; a deed may also be taken."""
    try:
        deed()
    except IntakeError as error:
        traceback.print_exc()
        print(repr(error), str(error), error.facts, file=sys.stderr)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
