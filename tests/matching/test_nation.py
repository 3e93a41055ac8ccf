"""The country the engine is measured in is the same for a seed, and holds what it says."""

from collections import Counter, defaultdict

import pytest

from tests.bench.nation import nation
from tests.bench.nation_people import REGIONS

CASES = 1500


@pytest.fixture(scope="module")
def country():
    return list(nation(CASES, 7))


def _holders(country):
    held = defaultdict(set)
    for sighting, who in country:
        for mark in sighting.marks:
            held[mark.key].add(who)
    return held


def test_the_same_seed_is_the_same_country(country):
    assert list(nation(CASES, 7)) == country
    assert list(nation(CASES, 8)) != country


def test_it_has_as_many_cases_as_asked_each_with_its_own_name(country):
    assert (
        len({one.ref for one, _ in country})
        == len({one.case for one, _ in country})
        == CASES
    )


def test_there_are_people_who_act_once_and_people_who_act_often(country):
    each = Counter(who for _, who in country)
    assert len(each) == round(CASES * 0.3)
    assert 0.25 < sum(many > 1 for many in each.values()) / len(each) < 0.4
    assert max(each.values()) > 15


def test_every_center_of_the_list_has_cases_the_big_ones_more(country):
    cases = Counter(one.center for one, _ in country)
    assert set(cases) == set(REGIONS)
    assert cases["41"] > cases["30"] > cases["36"]


def test_some_cases_know_nothing_but_words(country):
    wordy = sum(all(mark.cls == "W" for mark in one.marks) for one, _ in country)
    assert 0.08 < wordy / CASES < 0.22


def test_some_phones_are_masked_and_those_are_no_keys(country):
    phones = [mark for one, _ in country for mark in one.marks if mark.kind == "phone"]
    masked = [mark for mark in phones if mark.masked]
    assert 0 < len(masked) < len(phones) * 0.08
    assert all("?" in mark.value for mark in masked)


def test_many_use_one_room_several_one_account_and_a_number_is_taken_again(country):
    held = _holders(country)
    most = defaultdict(int)
    for (kind, _), people in held.items():
        most[kind] = max(most[kind], len(people))
    assert most["telegram_invite"] > 30
    assert most["bank"] > 3
    assert most["ip"] > 3
    assert most["name"] > 1
    assert most["url"] > 1


def test_what_somebody_gave_up_is_somebody_elses_later():
    phones = defaultdict(set)
    for sighting, who in nation(6000, 3):
        for mark in sighting.marks:
            if mark.kind in {"phone", "telegram", "twitter"} and not mark.masked:
                phones[mark.key].add(who)
    assert any(len(people) > 1 for people in phones.values())


def test_whoever_acts_long_is_called_differently_in_the_end(country):
    named = defaultdict(set)
    for sighting, who in country:
        named[who].update(m.value for m in sighting.marks if m.kind == "telegram")
    assert max(map(len, named.values())) > 2


_NOBODYS = {"phone": "+82100", "bank": "999:000", "ip": "2001:db8:"}


def test_nobody_in_it_could_be_real(country):
    for sighting, _ in country:
        for mark in sighting.marks:
            if mark.kind == "ip" and "." in mark.value:
                assert mark.value.startswith(("203.0.113.", "198.51.100.", "192.0.2."))
            elif mark.kind in _NOBODYS and not mark.masked:
                assert mark.value.startswith(_NOBODYS[mark.kind])
            elif mark.kind == "email":
                assert mark.value.endswith(".example")


def test_placeholders_are_nothing(country):
    values = {mark.value for one, _ in country for mark in one.marks}
    assert "모름" not in values
    assert "+821012345678" not in values
