"""Every verb of the desk, found on the desk itself: a new verb is a new command.

A verb is ``noun name`` (``cases begin``) or, for the desk's own, ``name`` (``today``). Its
arguments are the parameters of the method; its help is the first line of its docstring.
"""

import inspect
import typing
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property
from types import SimpleNamespace
from typing import Any

from intake.desk import Desk
from intake.desk.nouns import nouns_of

_NOT_VERBS = {"close", "enter_lane", "forget", "interrupt", "lock", "take_touched"}
SECRETS = {"passphrase", "old", "new", "new_passphrase", "emergency_code", "key_passphrase", "lock"}  # fmt: skip


@dataclass(frozen=True)
class Verb:
    """One thing the desk can do."""

    noun: str
    name: str
    method: Callable[..., Any]

    @property
    def help(self) -> str:
        """The first line of its docstring."""
        return (inspect.getdoc(self.method) or "").splitlines()[0]

    @cached_property
    def parameters(self) -> tuple[inspect.Parameter, ...]:
        """What it takes, without itself and the watcher."""
        found = inspect.signature(self.method).parameters.values()
        return tuple(one for one in found if one.name not in {"self", "progress"})

    @cached_property
    def types(self) -> dict[str, Any]:
        """The type of every parameter; what it gives may be none that Python 3.11 can make."""
        said = {one.name: one.annotation for one in self.parameters}
        asked = SimpleNamespace(__annotations__=said)
        return typing.get_type_hints(asked, self.method.__globals__)

    @property
    def watched(self) -> bool:
        """Whether it reports progress."""
        return "progress" in inspect.signature(self.method).parameters

    def bound(self, desk: Desk) -> Callable[..., Any]:
        """Return the method on an open desk."""
        owner = getattr(desk, self.noun) if self.noun else desk
        found: Callable[..., Any] = getattr(owner, self.name)
        return found


def nouns() -> tuple[str, ...]:
    """Return every noun; none is loaded for it."""
    return tuple(sorted(nouns_of(Desk)))


def own_verbs() -> tuple[Verb, ...]:
    """Return the verbs of the desk itself."""
    return tuple(_verbs("", Desk))


def verbs_of(noun: str) -> tuple[Verb, ...]:
    """Return the verbs of a noun, which is loaded now."""
    return tuple(_verbs(noun, nouns_of(Desk)[noun].kind))


def verbs() -> tuple[Verb, ...]:
    """Return every verb, the desk's own first."""
    return (*own_verbs(), *(verb for noun in nouns() for verb in verbs_of(noun)))


def _verbs(noun: str, owner: type) -> Iterator[Verb]:
    for name, method in _public(owner):
        if name not in _NOT_VERBS:
            yield Verb(noun, name, method)


def _public(owner: type) -> Iterator[tuple[str, Callable[..., Any]]]:
    for name, member in inspect.getmembers(owner, inspect.isfunction):
        if not name.startswith("_"):
            yield name, member
