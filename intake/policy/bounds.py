"""What a person sets (설정) within what IT allows: program < policy < setting, within bounds."""

from intake.errors import PolicyForbids
from intake.policy.values import Policy
from intake.settings import SETTINGS, Setting, Value


def bounds_of(policy: Policy, name: str) -> tuple[int, int]:
    """Return the least and the most that a numeric setting may be here."""
    low, high = SETTINGS[name].low, SETTINGS[name].high
    if name == "lock_minutes":
        return low, policy.lock_minutes_most
    least = {
        "log_years": policy.log_years_least,
        "backup_keep": policy.backup_keep_least,
    }
    return max(low, least.get(name, low)), high


def read_setting(policy: Policy, name: str, text: str | None) -> Value:
    """Return a setting as it is in force; ``text`` is what a person kept, if anything."""
    setting = SETTINGS[name]
    value = _default(policy, setting) if text is None else setting.read(text)
    if name == "sync_metered" and not policy.allow_metered:
        return False
    if isinstance(value, bool) or not (isinstance(value, int) and setting.high):
        return value
    low, high = bounds_of(policy, name)
    return min(max(value, low), high)


def check_setting(policy: Policy, name: str, value: Value) -> Value:
    """Return a value that a person may set.

    Raises:
        InvalidInput: it can stand nowhere.
        PolicyForbids: IT does not allow it on this computer.
    """
    checked = SETTINGS[name].check(value)
    if name == "sync_metered" and checked and not policy.allow_metered:
        raise PolicyForbids(what="setting", name=name)
    if SETTINGS[name].high and isinstance(checked, int):
        low, high = bounds_of(policy, name)
        if not low <= checked <= high:
            raise PolicyForbids(what="setting", name=name, low=low, high=high)
    return checked


def _default(policy: Policy, setting: Setting) -> Value:
    return policy.lock_minutes if setting.name == "lock_minutes" else setting.default
