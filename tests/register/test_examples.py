"""The examples in the modules of this room are true."""

import doctest
import importlib
import pkgutil

import pytest

import intake.register

NAMES = [
    found.name
    for found in pkgutil.walk_packages(intake.register.__path__, "intake.register.")
]


@pytest.mark.parametrize("name", NAMES)
def test_examples_in_docstrings_are_true(name):
    assert doctest.testmod(importlib.import_module(name)).failed == 0


def test_there_are_examples():
    modules = (importlib.import_module(name) for name in NAMES)
    assert sum(doctest.testmod(one).attempted for one in modules) > 5
