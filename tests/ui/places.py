"""Every page of the shell by name, and how to get there; walked, named and photographed."""

from pathlib import Path

from intake.errors import MailboxAway

GATE_PAGES = (
    "unlock",
    "unlock-lost",
    "unlock-restore",
    "unlock-restore-code",
    "first-run-1",
    "first-run-2",
    "first-run-3",
    "first-run-4",
    "first-run-5",
    "first-run-6",
    "first-run-join",
)
WORK_PAGES = (
    "send",
    "send-central",
    "stick-1",
    "stick-2",
    "stick-3",
    "stick-4",
    "stick-5",
    "settings-display",
    "settings-lock",
    "settings-keys",
    "settings-keys-device",
    "settings-places",
    "settings-forms",
    "settings-backups",
    "settings-care",
    "settings-about",
)
PAGES = GATE_PAGES + WORK_PAGES
SEEN = (
    *GATE_PAGES,
    "send",
    "send-central",
    "stick-1",
    "stick-2",
    "stick-4",
    "stick-5",
    "settings-display",
    "settings-keys",
    "settings-keys-device",
)


def go(name, window, session, desk, stick, settle):
    """Bring the window to a page and return its ground."""
    if name.startswith("unlock"):
        return _unlock(name, window, settle)
    if name.startswith("first-run"):
        return _first_run(name, window, session, desk, settle)
    if name == "send-central":
        desk.become("central")
    session.open(desk)
    if name.startswith("settings"):
        return _settings(name.split("-"), window, session, settle)
    return _exchange(name, window, session, desk, stick, settle)


def _unlock(name, window, settle):
    window.show_gate("unlock")
    settle()
    page = window._screens["unlock"]
    if name == "unlock-lost":
        page._on_lost()
    if name.startswith("unlock-restore"):
        page._on_restore()
        page.restore.look(Path("/backups"))
        settle()
    if name == "unlock-restore-code":
        page.restore.next.click()
    return page


def _settings(name, window, session, settle):
    session.go("settings", section=name[1])
    settle()
    if "device" in name:
        window.screen_.sections["keys"]._panel.offer(b"request")
        settle()
    return window.screen_.centre


def _first_run(name, window, session, desk, settle):
    if name == "first-run-join":
        return _join(window, session, desk, settle)
    window.show_gate("first_run")
    step = int(name[-1]) - 1
    if step > 2:
        session.open(desk)
    page = window._screens["first_run"]
    page.wizard.go(step)
    if name == "first-run-4":
        page.wizard.steps[3]._on_show()
    settle()
    if name == "first-run-5":
        page.wizard.steps[4]._panel.offer(b"file")
        settle()
    if name == "first-run-6":
        page.wizard.steps[5].form.kind.choose("folder")
        page.wizard.steps[5].form._on_kind()
    return page


def _join(window, session, desk, settle):
    desk.become("center", enrolled=False)
    session.open(desk)
    window.show_gate("first_run")
    settle()
    page = window._screens["first_run"]
    page.wizard.steps[5].offer(b"answer")
    settle()
    return page


def _exchange(name, window, session, desk, stick, settle):
    session.go("send")
    settle()
    page = window.screen_
    if name in {"send", "send-central"}:
        return page.centre
    page._find = lambda: stick
    step = int(name[-1])
    if step == 3:
        desk.sticks.carry = _pulled
    page.begin_stick()
    wizard = page.wizard
    wizard.steps[0]._choices.choose(str(stick[0].path))
    wizard.steps[0]._on_chosen((str(stick[0].path),))
    while wizard.at < step - 1:
        wizard.next.click()
        settle()
        settle()
    return page.centre


def _pulled(_folder, _progress):
    raise MailboxAway(mailbox="USB 64G")
