"""Updates of the program as the desk shows them (업데이트)."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class UpdateLine:
    """One version of the program, and how it stands here."""

    version: str
    state: str  # running | waiting | package | kept | left | there | older
    label: str  # one sentence
    made_ms: int = 0  # when the central desk published it; 0: it is not in the library
    size: int = 0


@dataclass(frozen=True, slots=True)
class UpdateState:
    """Whether this program is the newest that is known, and what the next start runs."""

    state: str  # source | off | current | available | ready | package | left
    label: str  # one sentence
    remedy: str  # what to do, where something is to be done
    running: str  # the version that runs
    installed: str  # the version that IT installed
    policy: str  # next-start | ask-it | off
    policy_label: str
    version: str = ""  # the one that is available, ready or left
    former: str = ""  # the one that going back would run
    file: str = ""  # a package that waits for IT
    command: str = ""  # the one line with which IT installs it
    sha256: str = ""  # of the package
    trouble: str = ""  # what went wrong when it was last fetched
    trouble_remedy: str = ""

    @property
    def changes_next_start(self) -> bool:
        """Whether the next start runs another version than now."""
        return self.state == "ready"
