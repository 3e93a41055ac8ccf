"""The nouns of the desk are loaded when they are asked for, and are what the desk says they are."""

import pytest

from intake import desk as door
from intake.desk import views
from intake.desk.desk import Desk
from intake.desk.door import Door
from intake.desk.nouns import nouns_of


@pytest.mark.parametrize("name", nouns_of(Desk))
def test_a_noun_lies_in_the_module_that_the_desk_names(name):
    noun = nouns_of(Desk)[name]
    assert noun.kind.__module__ == f"intake.desk.{noun.place}"


def test_every_name_of_the_desk_that_says_its_kind_is_a_noun():
    assert set(Desk.__annotations__) == set(nouns_of(Desk))


def test_a_noun_is_made_once_and_stands_behind_the_door(desk):
    assert desk.exchange is desk.exchange
    assert isinstance(desk.exchange, Door)


def test_nouns_know_each_other_without_the_door(desk):
    assert desk.sticks._noun._exchange is desk.exchange._noun


def test_a_noun_that_nobody_asked_for_is_not_made(desk):
    desk.nouns.made.clear()
    desk.today()
    assert "statistics" not in desk.nouns.made


def test_everything_can_be_loaded_at_once():
    assert door.load_all() == tuple(one.kind for one in nouns_of(Desk).values())


@pytest.mark.parametrize("package", [door, views], ids=["desk", "views"])
def test_whatever_a_package_names_is_found(package):
    assert set(package.__all__) <= set(package._HOMES)
    assert all(getattr(package, name) is not None for name in package.__all__)


@pytest.mark.parametrize("package", [door, views], ids=["desk", "views"])
def test_whatever_it_does_not_name_is_not_there(package):
    with pytest.raises(AttributeError):
        package.nothing_of_that_name  # noqa: B018
