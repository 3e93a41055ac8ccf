"""What cannot be folded yet is kept byte for byte (invariant 10); imports show when closed."""

import pytest

from intake.ledger import body as bodies
from intake.ledger.catalogue import Catalogue
from intake.ledger.change import Deed, Entry, Op
from intake.ledger.saying import append
from intake.ledger.telling import Teller
from intake.progress import Silent
from tests.ledger.houses import Words, case, uid

YES = lambda claim: True  # noqa: E731 - the shortest authority


def _bodies(laptop):
    return sorted(row[0] for row in laptop.rows("select body from entry"))


def _newer(town):
    """A laptop that already has the update and says words only the update knows."""
    newer = town.laptop("ana")
    newer.open(version=2)
    newer.say(case(1), "note", uid("note", 1), text="말", mood="흐림")
    newer.say(case(1), "case", uid("case", 1), weather="비")
    newer.say(case(1), "note", uid("note", 1), mood="맑음")
    return newer


def test_words_of_a_newer_version_are_kept_byte_for_byte_and_the_known_ones_shown(town):
    newer, old = _newer(town), town.laptop("bora")
    report = old.merge(newer.segments())
    assert report.parked == old.ledger.parked_count() == 3
    assert _bodies(old) == _bodies(newer)
    assert old.mirror.rows == {("note", uid("note", 1)): {"text": "말"}}


def test_after_the_update_it_is_as_if_born_new(town):
    newer, old, born = _newer(town), town.laptop("bora"), town.laptop("cho")
    old.merge(newer.segments())
    old.open(version=2)
    born.open(version=2)
    born.merge(newer.segments())
    touched = old.ledger.catch_up(YES, Silent())
    assert touched == {"note", "case"}
    assert old.ledger.parked_count() == 0
    assert old.ledger.state_digest() == born.ledger.state_digest()
    assert old.shown("note", uid("note", 1)) == {"text": "말", "mood": "맑음"}


def test_what_one_laptop_cannot_read_it_passes_on_unchanged(town):
    newer, old, third = _newer(town), town.laptop("bora"), town.laptop("cho")
    third.open(version=2)
    old.merge(newer.segments())
    third.merge(old.segments())
    assert third.ledger.state_digest() == newer.ledger.state_digest()


def _append_raw(laptop, monkeypatch, body: bytes):
    """Let a laptop of the future write a body of a shape nobody here knows."""
    entry = Entry(laptop.ledger.clock.next(), case(1), "core", "ana", "note", 9)
    with monkeypatch.context() as patch, laptop.vault.writing() as db:
        patch.setattr(bodies, "write", lambda _: body)
        catalogue = Catalogue(db, Words())
        arrived = append(laptop.ledger._means, db, catalogue, entry)
        Teller(laptop.ledger._means, db, catalogue, None).tell([arrived])


@pytest.mark.parametrize(
    "body",
    [
        b'{"a":"ana","c":"core","d":"note","o":[],"s":"%s","t":5,"v":9,"w":1}'
        % case(1).encode(),
        b'{"a":"ana","c":"core","d":"note","o":[["case",7]],"s":"%s","t":5,"v":9}'
        % case(1).encode(),
        b"not json at all",
        b'{"a":1}',
        b"[]",
        b'"\\ud800"',
        b'{"a":"\\ud800","c":"core","d":"note","o":[],"s":"%s","t":5,"v":9}'
        % case(1).encode(),
        b"[" * 60_000,
    ],
)
def test_a_body_of_unknown_shape_is_kept_and_harms_nothing(town, monkeypatch, body):
    ana, central, other = (
        town.laptop("ana"),
        town.laptop("central"),
        town.laptop("other"),
    )
    _append_raw(ana, monkeypatch, body)
    ana.say(case(1), "case", uid("case", 1), alias="가명")
    report = central.merge(ana.segments())
    assert report.parked == 1
    assert body in _bodies(central)
    assert central.shown("case", uid("case", 1)) == {"alias": "가명"}
    assert central.ledger.verify(Silent(), town.check).ok
    central.ledger.catch_up(YES, Silent())
    central.ledger.rebuild(Silent())
    other.merge(central.segments())
    assert other.ledger.state_digest() == central.ledger.state_digest()
    assert all(len(one.entities) < 2 for one in other.ledger.timeline(case(1)))


def test_an_import_shows_nothing_until_its_closing_entry_and_then_all(town):
    ana, central, late = (
        town.laptop("ana"),
        town.laptop("central"),
        town.laptop("other"),
    )
    for number in range(5):
        with ana.ledger.saying(
            Deed.IMPORT, scope=case(number), actor="ana", batch="b1"
        ) as say:
            say.set("case", uid("case", number), "alias", f"가명 {number}")
            say.set("posting", uid("posting", number), "times", number)
    open_part = ana.segments()
    central.merge(open_part)
    assert ana.mirror.rows == central.mirror.rows == {}
    assert {entry.state for entry in ana.ledger.timeline(case(1))} == {"batch"}

    touched = ana.ledger.close_batch("b1", actor="ana", progress=Silent())
    assert touched == {"case", "posting"}
    assert len(ana.mirror.rows) == 10
    central.merge(ana.segments())
    late.merge(reversed(ana.segments()))
    assert central.mirror.rows == late.mirror.rows == ana.mirror.rows
    assert (
        central.ledger.state_digest()
        == late.ledger.state_digest()
        == ana.ledger.state_digest()
    )


def test_an_import_closes_class_by_class_where_only_some_were_agreed(town):
    ana, central = town.laptop("ana"), town.laptop("central")
    with ana.ledger.saying(Deed.IMPORT, scope=case(1), actor="ana", batch="b1") as say:
        say.set("case", uid("case", 1), "alias", "가명")
        say.set("posting", uid("posting", 1), "times", 3)
    ana.ledger.close_batch("b1", actor="ana", progress=Silent())
    central.merge(ana.segments(lambda scope, cls: cls == "material"))
    assert central.mirror.rows == {("posting", uid("posting", 1)): {"times": 3}}


def test_an_import_cut_off_after_its_closing_entry_goes_on_at_the_next_start(town):
    ana = town.laptop("ana")
    with ana.ledger.saying(Deed.IMPORT, scope=case(1), actor="ana", batch="b1") as say:
        say.set("case", uid("case", 1), "alias", "가명")

    class Cut:
        def step(self, done, total, what):
            raise KeyboardInterrupt

    with ana.vault.writing() as db:  # the closing entries are in, the fold is not
        catalogue = Catalogue(db, Words())
        entry = ana.ledger._entry(
            case(1), "identity", Deed.IMPORT, "ana", batch="b1", closes=True
        )
        arrived = append(ana.ledger._means, db, catalogue, entry)
        Teller(ana.ledger._means, db, catalogue, None).tell([arrived])
    assert ana.shown("case", uid("case", 1)) == {}
    ana.open()
    assert ana.ledger.catch_up(YES, Silent()) == {"case"}
    assert ana.shown("case", uid("case", 1)) == {"alias": "가명"}


def _owner_only(claim):
    return claim.owner in ("", claim.center)


def test_what_another_center_says_about_a_case_waits_for_a_person(town):
    ana, foe, central = (
        town.laptop("ana"),
        town.laptop("foe", "XX"),
        town.laptop("central", "C1"),
    )
    ana.say(case(1), "case", uid("case", 1), alias="참")
    foe.merge(ana.segments())
    foe.say(case(1), "case", uid("case", 1), alias="거짓")
    foe.say(case(2), "case", uid("case", 2), alias="자기 사건")
    central.merge(ana.segments(), _owner_only)
    report = central.merge(foe.segments(), _owner_only)
    assert report.set_aside == 1
    assert central.shown("case", uid("case", 1)) == {"alias": "참"}
    assert central.shown("case", uid("case", 2)) == {"alias": "자기 사건"}
    (aside,) = central.ledger.set_aside()
    assert (aside.center, aside.scope, aside.why) == ("XX", case(1), "aside")

    assert central.ledger.accept([aside.entry]) == {"case"}
    assert central.ledger.set_aside() == ()
    assert central.shown("case", uid("case", 1)) == {"alias": "거짓"}


def test_an_entry_that_reaches_into_a_record_of_another_scope_is_set_aside(town):
    """The scope is the attacker's own, so authority lets it pass; the record is not."""
    ana, foe, central = (
        town.laptop("ana"),
        town.laptop("foe", "XX"),
        town.laptop("central", "C1"),
    )
    ana.say(case(1), "note", uid("note", 1), text="참")
    foe.say(case(2), "note", uid("note", 1), text="거짓")
    central.merge(ana.segments(), _owner_only)
    report = central.merge(foe.segments(), _owner_only)
    assert report.set_aside == 1
    assert central.shown("note", uid("note", 1)) == {"text": "참"}
    assert [aside.why for aside in central.ledger.set_aside()] == ["elsewhere"]


def test_a_body_nobody_could_judge_does_not_slip_past_judgement_with_the_update(
    town, monkeypatch
):
    ana, foe, central = (
        town.laptop("ana"),
        town.laptop("foe", "XX"),
        town.laptop("central", "C1"),
    )
    ana.say(case(1), "case", uid("case", 1), alias="참")
    central.merge(ana.segments(), _owner_only)
    op = Op("case", uid("case", 1), "alias", "거짓")
    body = bodies.write(Entry(2**50, case(1), "identity", "foe", "change", 9, (op,)))
    _append_raw(foe, monkeypatch, body.replace(b'"v":9', b'"v":9,"w":1'))
    central.merge(foe.segments(), _owner_only)
    assert central.ledger.parked_count() == 1
    monkeypatch.setattr(
        bodies, "_KNOWN", bodies._KNOWN | {"w"}
    )  # the update knows this shape
    central.ledger.catch_up(_owner_only, Silent())
    assert central.shown("case", uid("case", 1)) == {"alias": "참"}
    assert [aside.center for aside in central.ledger.set_aside()] == ["XX"]
