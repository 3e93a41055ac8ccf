"""Every page of the shell by name, and how to get there; walked, named and photographed."""

GATE_PAGES = (
    "unlock",
    "unlock-lost",
    "first-run-1",
    "first-run-2",
    "first-run-3",
    "first-run-4",
    "first-run-5",
    "first-run-6",
)
WORK_PAGES = (
    "send",
    "send-1",
    "send-2",
    "send-3",
    "send-4",
    "send-5",
    "receive-3",
    "settings-display",
    "settings-lock",
    "settings-keys",
    "settings-forms",
    "settings-care",
    "settings-about",
)
PAGES = GATE_PAGES + WORK_PAGES
SEEN = (*GATE_PAGES, "send", "send-2", "settings-display", "settings-keys")


def go(name, window, session, desk, stick, settle):
    """Bring the window to a page and return its ground."""
    if name.startswith("unlock"):
        return _unlock(name, window, settle)
    if name.startswith("first-run"):
        return _first_run(name, window, session, desk, settle)
    session.open(desk)
    if name.startswith("settings"):
        session.go("settings", section=name.removeprefix("settings-"))
        settle()
        return window.screen_.centre
    return _exchange(name, window, session, stick, settle)


def _unlock(name, window, settle):
    window.show_gate("unlock")
    settle()
    page = window._screens["unlock"]
    if name == "unlock-lost":
        page._on_lost()
    return page


def _first_run(name, window, session, desk, settle):
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
        page.wizard.steps[5]._kind.choose("folder")
        page.wizard.steps[5]._on_kind()
    return page


def _exchange(name, window, session, stick, settle):
    session.go("send")
    settle()
    page = window.screen_
    if name == "send":
        return page.centre
    page._find = lambda: stick
    begin = page.begin_receive if name.startswith("receive") else page.begin_send
    begin()
    wizard = page.wizard
    wizard.steps[0]._choices.choose(str(stick[0].path))
    wizard.steps[0]._on_chosen((str(stick[0].path),))
    for _ in range(int(name[-1]) - 1):
        wizard.next.click()
        settle()
        settle()
    return page.centre
