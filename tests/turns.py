"""Who runs what when the tests are shared out among processes.

* A file stays in one process, as with ``--dist loadfile``: what it made is made once.
* What takes long is begun first. By themselves the files with the most tests come first, and the
  stories, few and long, would come last: one process would tell them while the others are done.
* The stories with a window are told one after another: never two windows beside each other.
* The stories of the fifteen share what was told; so they are one process's.
"""

from xdist.scheduler import LoadFileScheduling

WINDOWS = (
    "tests/stories/test_window_",
    "tests/stories/test_nothing_leaks.py",
    "tests/stories/test_ime.py",
)
FIFTEEN = (
    "tests/stories/test_court_pack.py",
    "tests/stories/test_joining_centers.py",
)
LONG = (  # measured; whoever is not here any more, or not yet, takes the usual turn
    "windows",
    "fifteen",
    "tests/stories/test_the_road.py",
    "tests/cli/test_commands.py",
    "tests/documents/test_every_paper.py",
    "tests/counting/test_recount.py",
    "tests/ui/casework/test_golden.py",
    "tests/ui/test_app.py",
    "tests/matching/test_opinion.py",
    "tests/backup/test_making.py",
    "tests/cli/test_backups.py",
    "tests/cli/test_statistics.py",
    "tests/exchange/test_hostile.py",
    "tests/register/test_counters.py",
    "tests/exchange/test_chain.py",
    "tests/stories/test_fifteen_cases.py",
    "tests/desk/test_imports.py",
    "tests/ledger/test_kill.py",
    "tests/register/test_project.py",
)


class Turns(LoadFileScheduling):
    """Hands out whole files, the longest first; some are handed out together."""

    def _split_scope(self, nodeid: str) -> str:
        file = super()._split_scope(nodeid)
        if file.startswith(FIFTEEN):
            return "fifteen"
        return "windows" if file.startswith(WINDOWS) else file

    def _assign_work_unit(self, node) -> None:
        long = next((one for one in LONG if one in self.workqueue), None)
        if long:
            self.workqueue.move_to_end(long, last=False)
        super()._assign_work_unit(node)
