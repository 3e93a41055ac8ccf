"""The examples in the docstrings of this room are true."""

import doctest
import importlib
import pkgutil

import pytest

import intake.forms

MODULES = sorted(
    module.name
    for module in pkgutil.iter_modules(intake.forms.__path__, "intake.forms.")
)


@pytest.mark.parametrize("name", MODULES)
def test_the_examples_of_a_module_are_true(name: str):
    assert doctest.testmod(importlib.import_module(name)).failed == 0
