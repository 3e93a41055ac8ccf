r"""What IT decides for a laptop (정책): one file that only IT can write, and who signed it.

* ``/etc/ieum/policy.toml`` or ``%ProgramData%\Ieum\policy.toml``; ``FORMAT.md`` has every name.
* The program's own value < the policy < what a person sets, within the policy's bounds.
* Reading never stops the work: a line that cannot stand is a ``Fault`` with its number, the
  strict value holds for its name, and every other line counts.
* Nothing here is secret and nothing here is about a case.

>>> Policy().lock_minutes
10
"""

from intake.policy.bounds import bounds_of, check_setting, read_setting
from intake.policy.finding import policy_file, read_policy
from intake.policy.newest import newest_seen, no_older, number, remember
from intake.policy.reading import Reading, read_text
from intake.policy.rules import RULES, Rule
from intake.policy.values import BELIEVED, Fault, Mailbox, Origin, Policy

__all__ = [
    "BELIEVED",
    "RULES",
    "Fault",
    "Mailbox",
    "Origin",
    "Policy",
    "Reading",
    "Rule",
    "bounds_of",
    "check_setting",
    "newest_seen",
    "no_older",
    "number",
    "policy_file",
    "read_policy",
    "read_setting",
    "read_text",
    "remember",
]
