"""Adding, trying and removing places in the window, against real servers on this computer."""

import ssl

import pytest

from intake.crypto.pins import pin_of
from intake.errors import KeyringSilent
from tests.mailbox.servers import HERE, PASSWORD, USER, wsgidav
from tests.ui.real_desks import check_reachable, press, said

pytestmark = pytest.mark.enable_socket


@pytest.fixture
def section(visit_desk, center):
    visit_desk(center, "settings", section="places")
    return visit_desk(center, "settings", section="places").sections["places"]


def filled(section, kind, **typed):
    sheet = section.open_place(None)
    sheet.kind.choose(kind)
    sheet._on_kind((kind,))
    for name, text in typed.items():
        sheet.form.fields[name].set_text(text)
    return sheet


def kept(section, rest, kind, **typed):
    filled(section, kind, **typed).save.click()
    rest()
    return section.sheet


def on_tls(tls, *, known=True, secret=PASSWORD):
    return {
        "name": "센터 서버", "address": f"https://{HERE}:{tls.port}", "user": USER, "secret": secret,
        "ca_file": str(tls.home / "tls/ca.pem") if known else "",
    }  # fmt: skip


def test_a_server_is_added_tried_and_listed_and_its_password_is_shown_nowhere(section, center, rest, tmp_path):  # fmt: skip
    with wsgidav(tmp_path / "dav") as (ground, _):
        trial = kept(section, rest, "webdav", name="센터 서버", address=f"http://{HERE}:{ground.port}/box", user=USER, secret=PASSWORD)  # fmt: skip
        assert any("쓸 수 있습니다" in text for text in said(trial))
    (place,) = center.places.listing()
    assert place.tried_ms
    trial.close_.click()
    again = section.open_place(place)
    typed = [one.text() for one in again.form.fields.values()]
    assert "센터 서버" in typed
    assert not {USER, PASSWORD} & set(typed)
    again.save.click()
    rest()
    assert center.places.listing()[0].has_secret


def test_a_wrong_password_says_what_happened_what_was_kept_and_what_next(section, center, rest, tls, texts):  # fmt: skip
    trial = kept(section, rest, "webdav", **on_tls(tls, secret="another 77 word"))
    told = "\n".join(said(trial))
    assert "암호를 받아들이지 않습니다" in told
    assert texts("place-trial-kept") in told
    assert "보내는 곳" in told
    assert center.places.listing()[0].tried_ms == 0
    trial.change.click()
    rest()
    sheet = section.sheet
    sheet.form.fields["user"].set_text(USER)
    sheet.form.fields["secret"].set_text(PASSWORD)
    sheet.save.click()
    rest()
    assert center.places.listing()[0].tried_ms


def test_a_server_nobody_vouches_for_shows_its_digits_and_asks_for_the_authority(section, center, rest, tls):  # fmt: skip
    trial = kept(section, rest, "webdav", **on_tls(tls, known=False))
    shown = "".join(said(trial)).replace(" ", "")
    assert pin(tls) in shown
    trial.take_authority(str(tls.home / "tls/ca.pem"))
    rest()
    assert center.places.listing()[0].tried_ms


def test_a_server_whose_key_changed_is_believed_only_by_whoever_says_so(section, center, rest, tls, texts):  # fmt: skip
    kept(section, rest, "webdav", **on_tls(tls)).close_.click()
    (place,) = center.places.listing()
    center.places.believe(place.id, "A" * 43 + "=")
    trial = section.try_place(place)
    rest()
    assert center.places.listing()[0].pin != pin(tls)
    press(trial, texts("place-believe"))
    rest()
    assert center.places.listing()[0].pin == pin(tls)
    assert any("쓸 수 있습니다" in text for text in said(trial))


def pin(tls):
    return pin_of(ssl.PEM_cert_to_DER_cert((tls.home / "tls/cert.pem").read_text()))


def test_what_is_missing_is_named_and_the_sheet_stays(section, center, rest, texts):
    sheet = filled(section, "webdav", name="서버", address="https://box.example", user="ieum")  # fmt: skip
    sheet.save.click()
    rest()
    assert texts("form-needed", label=texts("place-ask-secret")) in said(sheet)
    assert center.places.listing() == ()
    sheet.form.fields["secret"].set_text("x")
    sheet.form.fields["address"].set_text("ftp://box.example")
    sheet.save.click()
    rest()
    told = "\n".join(said(sheet))
    assert texts("place-wrong-address") in told
    assert texts("place-kept-nothing") in told
    assert center.places.listing() == ()


def test_a_keyring_that_sleeps_keeps_the_rest_and_says_so(section, center, rest, keyring, monkeypatch, texts):  # fmt: skip
    def silent(*_said):
        raise KeyringSilent

    sheet = filled(section, "webdav", name="서버", address="https://box.example", user="a", secret="b")  # fmt: skip
    monkeypatch.setattr(keyring, "note", silent)
    monkeypatch.setattr(keyring, "noted", silent)
    sheet.save.click()
    rest()
    assert texts("place-kept-without") in "\n".join(said(sheet))
    assert [one.name for one in center.places.listing()] == ["서버"]
    sheet.no.click()


def test_a_change_that_does_not_do_changes_nothing_and_no_place_is_added_twice(section, center, rest, texts):  # fmt: skip
    sheet = filled(section, "webdav", name="서버", address="https://box.example")
    sheet.form.fields["proxy"].set_text("socks://proxy.example")
    for _ in range(2):
        sheet.save.click()
        rest()
        assert texts("place-kept-without") in "\n".join(said(sheet))
    (place,) = center.places.listing()
    sheet.no.click()
    sheet = section.open_place(place)
    sheet.form.fields["address"].set_text("ftp://box.example")
    sheet.save.click()
    rest()
    assert texts("place-kept-before") in "\n".join(said(sheet))
    assert center.places.listing() == (place,)


def test_a_folder_asks_for_nothing_else_and_a_trial_can_be_stopped(section, center, rest, box, monkeypatch, texts):  # fmt: skip
    sheet = filled(section, "folder", name="공용 폴더", address=str(box))
    assert set(sheet.form.fields) == {"name", "address"}
    assert not sheet.form.told.isVisibleTo(sheet)
    sheet.save.click()
    rest()
    section.sheet.close_.click()
    (place,) = center.places.listing()
    trial = section.try_place(place)
    trial.progress.stop.click()
    rest()
    assert texts("place-trial-stopped") in said(trial)
    assert not list(box.rglob("*.age"))


def test_a_place_is_removed_after_a_question(section, center, rest, box, window, texts):
    center.places.add("folder", "공용 폴더", str(box))
    section.arrive()
    rest()
    press(section, texts("place-remove"))
    assert len(center.places.listing()) == 1
    press(window, texts("place-remove"))
    rest()
    assert center.places.listing() == ()


def test_the_folder_of_the_first_run_becomes_a_place_with_one_press(section, center, rest, box, texts):  # fmt: skip
    center.exchange.set_mailbox("folder", str(box))
    section.arrive()
    rest()
    press(section, texts("place-from-folder"))
    rest()
    (place,) = center.places.listing()
    assert (place.kind, place.address) == ("folder", str(box))
    assert place.tried_ms
    assert not section.usual.by_itself.isVisibleTo(section)


def test_everything_has_a_name_of_its_own_and_is_reached_by_tab(section, center, rest, box, window):  # fmt: skip
    for name in ("하나", "둘"):
        center.places.add("folder", name, str(box))
    section.arrive()
    rest()
    check_reachable(window, window.screen_.centre)
    for kind in ("folder", "webdav", "s3", "sftp"):
        sheet = filled(section, kind, name="서버")
        sheet.form.fold.click()
        check_reachable(window, sheet)
        sheet.no.click()
