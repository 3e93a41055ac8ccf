"""A policy in words: its state, its faults by line, its values; for the window and the terminal."""

from typing import Final

from intake.desk.views.policies import PolicyFault, PolicyGroup, PolicyLine, Whose
from intake.policy import BELIEVED, RULES, Fault, Policy
from intake.policy.rules import attribute, default_of
from intake.text import Texts

GROUPS: Final = {
    "lock": ("lock_minutes", "lock_minutes_most"),
    "center": ("center.role", "center.code", "center.name"),
    "people": ("roles.allowed",),
    "central": ("central.card", "central.fingerprint", "recovery_recipients"),
    "places": (
        "allow_own_places",
        "allow_metered",
        "drives.allowed",
        "allow_any_place",
    ),
    "updates": ("updates", "update_source"),
    "keeping": ("log_years_least", "backup_keep_least"),
    "trust": (
        "library_root",
        "allow_development_root",
        "roster_days",
        "answer_renewals",
    ),
    "computer": (
        "allow_device_file",
        "argon2_floor_mib",
        "ballast_mib",
        "serial",
    ),
}
_UNITS: Final = {
    **dict.fromkeys(("lock_minutes", "lock_minutes_most"), "minutes"),
    **dict.fromkeys(("argon2_floor_mib", "ballast_mib"), "mib"),
    "log_years_least": "years",
    "backup_keep_least": "pieces",
    "roster_days": "days",
}
_CODED: Final = {"updates", "center.role", "roles.allowed"}
_OPEN: Final = {"serial", "update_source", "center.role", "center.code", "center.name"}  # fmt: skip


def state_words(texts: Texts, policy: Policy) -> tuple[str, str]:
    """Return how the file stands, and what to do; nothing where all is well."""
    origin = policy.origin
    if origin.state not in BELIEVED:
        sentence, remedy = _unbelieved(texts, origin.state, str(origin.newest))
        slip = _slip_words(texts, origin.faults[0]) if origin.state == "misnumbered" else ""  # fmt: skip
        return sentence, f"{remedy}{slip}"
    sentence = texts(f"policy-state-{origin.state}")
    return sentence, texts("policy-faulty") if origin.faults else ""


def _slip_words(texts: Texts, fault: Fault) -> str:
    """Return where a number slipped, and how, on a line of its own."""
    at = texts("policy-line", line=fault.line) if fault.line else texts("policy-whole-file")  # fmt: skip
    told = fault_words(texts, fault)
    return (
        f"\n{at}: {told.sentence} {told.remedy}".rstrip() if fault.why in _WHY else ""
    )


def fault_words(texts: Texts, fault: Fault) -> PolicyFault:
    """Return a fault as a sentence, and what would be right."""
    if fault.why not in _WHY:  # about the whole file
        sentence, remedy = _unbelieved(texts, fault.why, fault.allowed)
    else:
        facts = {"name": fault.name} if fault.name else {"count": int(fault.allowed or 0), "name": ""}  # fmt: skip
        sentence = texts(f"policy-why-{fault.why}", **facts)
        remedy = _remedy(texts, fault)
    return PolicyFault(fault.line, fault.name, fault.why, sentence, remedy)


def _unbelieved(texts: Texts, state: str, newest: str) -> tuple[str, str]:
    told = f"policy-state-{state}"
    return texts(told, newest=newest), texts(f"{told}.remedy", newest=newest)


_WHY: Final = frozenset(
    (
        *("unknown", "place", "syntax", "backslash", "table", "twice", "single"),
        *("not-int", "not-bool", "not-str", "not-list", "range", "choice", "form"),
        *("path", "code", "empty", "recipient", "fingerprint", "url", "alone"),
        *("missing", "same", "many", "encoding", "large"),
        *("more", "flood"),
    )
)


def _remedy(texts: Texts, fault: Fault) -> str:
    if fault.nearest:
        told = "policy-needs" if fault.why == "alone" else "policy-meant"
        return texts(told, name=fault.nearest)
    if fault.why == "twice":
        return texts("policy-first", line=fault.allowed)
    if fault.allowed and fault.name:
        return texts("policy-allowed", allowed=fault.allowed)
    return ""


def group_words(texts: Texts, policy: Policy) -> tuple[PolicyGroup, ...]:
    """Return every value in force, and who decided it."""
    return tuple(
        PolicyGroup(
            group,
            texts(f"policy-group-{group}"),
            tuple(_line(texts, policy, name) for name in names),
        )
        for group, names in GROUPS.items()
    )


def _line(texts: Texts, policy: Policy, name: str) -> PolicyLine:
    label = texts(f"policy-name-{attribute(name).replace('_', '-')}")
    whose = _whose(policy, name)
    return PolicyLine(name, label, value_words(texts, policy, name), whose, policy.origin.line_of(name))  # fmt: skip


def _whose(policy: Policy, name: str) -> Whose:
    origin, value = policy.origin, getattr(policy, attribute(name))
    if not origin.believed:
        return "strict" if value != default_of(name) else "program"
    if any(name in (fault.name, fault.nearest) for fault in origin.faults):
        return "strict" if value == RULES[name].strict else "policy"
    said = origin.line_of(name) or (origin.path is None and value != default_of(name))  # fmt: skip
    return "policy" if said else "program"


def value_words(texts: Texts, policy: Policy, name: str) -> str:
    """Return a value as a person reads it."""
    value = getattr(policy, attribute(name))
    if isinstance(value, bool):
        return texts(f"policy-{'yes' if value else 'no'}")
    if isinstance(value, int) and name in _UNITS:
        return texts(f"policy-{_UNITS[name]}", count=value)
    if isinstance(value, int):  # a number that counts nothing
        value = str(value or "")
    if not value:
        return texts("policy-open" if name in _OPEN else "policy-none")
    return _listed(texts, name, value)


def _listed(texts: Texts, name: str, value: str | tuple[str, ...]) -> str:
    if name == "recovery_recipients":
        return texts("policy-pieces", count=len(value))
    if name in _CODED:
        codes = value if isinstance(value, tuple) else (value,)
        return ", ".join(texts(f"policy-code-{code.lower()}") for code in codes)
    if value == ("*",):
        return texts("policy-every-drive")
    return ", ".join(value) if isinstance(value, tuple) else str(value)
