"""The verbs of the terminal, as they are found on the desk."""

from intake.cli.verbs import verbs


def test_whatever_a_verb_asks_for_has_a_type():
    for verb in verbs():
        asked = {one.name for one in verb.parameters}
        assert asked <= set(verb.types), f"{verb.noun} {verb.name}"
