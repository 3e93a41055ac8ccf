"""The examples in the modules of this room are true."""

import doctest
import importlib
import pkgutil
from functools import cache

import pytest

import intake.register

NAMES = [
    found.name
    for found in pkgutil.walk_packages(intake.register.__path__, "intake.register.")
]


@cache
def tried(name):
    """Every example of a module, tried once."""
    return doctest.testmod(importlib.import_module(name))


@pytest.mark.parametrize("name", NAMES)
def test_examples_in_docstrings_are_true(name):
    assert tried(name).failed == 0


def test_there_are_examples():
    assert sum(tried(name).attempted for name in NAMES) > 5
