"""IT's policy (정책), to be read: what is in force on this computer, and which line decides it.

* Nobody changes it from here; what cannot stand in it is told by line.
* What is shown is what this workspace was opened with; a changed file counts at the next start.
"""

from pathlib import Path

from intake.crypto import words
from intake.desk.policies_applying import central_state
from intake.desk.policies_words import fault_words, group_words, state_words
from intake.desk.rooms import Rooms
from intake.desk.views.policies import (
    PolicyFault,
    PolicyGiven,
    PolicyMailbox,
    PolicyView,
)
from intake.policy import bounds_of, policy_file, read_policy
from intake.text import texts_in


class Policies:
    """What can be asked of the policy."""

    def __init__(self, rooms: Rooms) -> None:
        """Work in these rooms."""
        self._rooms = rooms

    def view(self) -> PolicyView:
        """Return the policy as it is in force here."""
        rooms, texts = self._rooms, self._rooms.texts
        policy = rooms.policy
        origin = policy.origin
        sentence, remedy = state_words(texts, policy)
        central = central_state(rooms)
        key = origin.signed_by
        return PolicyView(
            file=str(origin.path or policy_file()),
            state=origin.state,
            sentence=sentence,
            remedy=remedy,
            believed=origin.believed,
            sound=origin.sound,
            signed_by=key,
            words=words(key.encode(), language=rooms.language) if key else (),
            faults=self._faults(),
            groups=group_words(texts, policy),
            mailboxes=self._mailboxes(),
            central=texts(f"policy-central-{central}") if central else "",
        )

    def _faults(self) -> tuple[PolicyFault, ...]:
        """Return what cannot stand; why a file does not count at all is said above them."""
        texts, origin = self._rooms.texts, self._rooms.policy.origin
        told = origin.faults if origin.believed else ()
        return tuple(fault_words(texts, one) for one in told)

    def bounds(self, setting: str) -> tuple[int, int]:
        """Return the least and the most that a numeric setting may be on this computer."""
        return bounds_of(self._rooms.policy, setting)

    def _mailboxes(self) -> tuple[PolicyMailbox, ...]:
        texts, policy = self._rooms.texts, self._rooms.policy
        return tuple(
            PolicyMailbox(one.name, texts(f"place-kind-{one.kind}"), one.address)
            for one in policy.mailboxes
        )


def policy_notices(rooms: Rooms) -> tuple[str, ...]:
    """Return what a person should know on opening: the policy is not as IT meant it."""
    return () if rooms.policy.origin.sound else ("notice-policy",)


def given_by_policy() -> PolicyGiven:
    """Return what the first run takes from the policy of this computer."""
    policy = read_policy()
    code, name = policy.center_code, policy.center_name
    return PolicyGiven(policy.center_role, code, name, policy.origin.wrong)


def check_policy(file: Path, language: str) -> tuple[str, tuple[PolicyFault, ...]]:
    """Return how a policy file stands, and every fault in words; without a workspace."""
    texts, policy = texts_in(language), read_policy(file)
    origin = policy.origin
    faults = tuple(fault_words(texts, one) for one in origin.faults)
    if origin.state == "build":  # there is no such file, and none was expected
        faults = (PolicyFault(0, "", "build", texts("policy-state-build"), ""),)
    return origin.state, faults
