"""``packaging/build.py``: every step is there, and says what it can be told before it does anything."""

from importlib import import_module

import pytest
from making import proving

import build


@pytest.mark.parametrize("verb", build.VERBS)
def test_a_step_that_is_asked_how_it_is_told_does_nothing_else(verb, capsys):
    module, name, _ = build.VERBS[verb]
    step = getattr(import_module(f"making.{module}"), name)
    try:
        ended = step(["-h"])
    except SystemExit as said:
        ended = said.code
    assert ended == 0
    assert f"build.py {verb}" in capsys.readouterr().out


@pytest.mark.parametrize("proof", proving.PROOFS.values())
def test_every_proof_is_there(proof):
    assert callable(import_module(f"making.{proof}").main)


def test_without_a_step_all_are_listed_and_an_unknown_one_is_an_error(capsys):
    assert build.main([]) == 0
    listed = capsys.readouterr().out
    assert all(f"\n    {verb} " in listed for verb in build.VERBS)
    assert build.main(["strange"]) != 0
