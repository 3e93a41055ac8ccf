"""The second face: every verb from a terminal, as IT and other systems use it."""

import json

import pytest

from intake import logbook
from intake.cli import main
from intake.cli.values import given, shown
from intake.cli.verbs import SECRETS, verbs
from intake.desk import CaseQuery, NamedBytes, doctor_computer
from intake.errors import InvalidInput
from tests.cli.conftest import WHO
from tests.cli.terminal import Terminal


def test_a_workspace_is_made_and_seen(tmp_path):
    """From the first word to the last as a person pays for it: nothing of it is made cheaper."""
    terminal = Terminal(tmp_path)
    code, made, complaint = terminal("create", *WHO, "--code-is-kept")
    assert code == 0, complaint
    assert len(made["emergency_code"].replace("-", "")) == 26
    code, seen, _ = terminal("look")
    assert (code, seen["state"], seen["vault_id"]) == (0, "ready", made["vault"])
    code, today, complaint = terminal("today")
    assert (code, bool(today)) == (0, True), complaint


def test_an_interview_is_recorded_from_a_terminal(ieum, made):
    _, case, _ = ieum("cases", "begin", "VISIT", "--alias", "하늘")
    assert (
        ieum("consents", "decide", case, '{"RECORD": "AGREED", "SENSITIVE": "AGREED"}')[
            0
        ]
        == 0
    )
    _, interview, _ = ieum("interviews", "begin", case, "intake")
    code, change, _ = ieum("interviews", "answer", interview, "victim/age", "15")
    assert code == 0
    assert "victim/age" in {view["path"] for view in change["questions"]}
    _, overview, _ = ieum("cases", "overview", case)
    assert overview["header"]["minor"] is True


def test_a_refusal_has_a_code_a_sentence_and_no_content(ieum, made):
    _, case, _ = ieum("cases", "begin", "VISIT", "--alias", "홍길동")
    code, answer, complaint = ieum("interviews", "begin", case, "intake")
    said = json.loads(complaint)
    assert (code, answer, said["error"]) == (1, None, "err-consent-missing")
    assert said["sentence"]
    assert "홍길동" not in complaint


def test_a_wrong_passphrase_opens_nothing(ieum, made, place):
    wrong = place / "wrong.json"
    wrong.write_text(json.dumps({"passphrase": "아닌 것"}))
    code, answer, complaint = ieum("--secrets", str(wrong), "today")
    assert (code, answer, json.loads(complaint)["error"]) == (
        1,
        None,
        "err-wrong-passphrase",
    )


def test_a_paper_is_saved_where_it_is_asked_for(ieum, made, place):
    code, answer, _ = ieum("--out", str(place / "consent.pdf"), "consents", "form")
    assert (code, list(answer)) == (0, ["bytes"])
    assert (place / "consent.pdf").read_bytes().startswith(b"%PDF")


def test_a_faulty_sheet_is_told_by_row_and_column(ieum, place, house):
    code, answer, _ = ieum(
        "forms", "check", str(house / "resources" / "forms" / "intake.xlsx")
    )
    assert (code, answer) == (0, {"faults": 0})


def test_the_packs_are_what_the_sheets_make(ieum, place, house):
    for form in ("intake", "risk", "log"):
        assert (
            ieum(
                "forms",
                "build",
                str(house / "resources" / "forms" / f"{form}.xlsx"),
                str(place / "packs"),
            )[0]
            == 0
        )
    for made_now in sorted((place / "packs").iterdir()):
        assert (
            made_now.read_bytes()
            == (house / "resources" / "forms" / made_now.name).read_bytes()
        )


def test_the_folder_of_a_verb_is_not_the_workspace(ieum, made, place):
    (place / "stick").mkdir()
    code, answer, complaint = ieum("exchange", "receive", str(place / "stick"))
    assert (code, answer["items"]) == (0, []), complaint


def test_every_verb_of_the_desk_is_a_command():
    named = {f"{verb.noun} {verb.name}".strip() for verb in verbs()}
    assert {
        "today",
        "search",
        "cases begin",
        "exchange receive",
        "keys verify",
        "records history",
    } <= named
    assert all(verb.help for verb in verbs())


def test_no_secret_is_an_argument():
    taken = {one.name for verb in verbs() for one in verb.parameters}
    assert {
        name for name in taken if "passphrase" in name or "code" in name
    } <= SECRETS | {"form"}


def test_values_arrive_as_a_verb_wants_them(tmp_path):
    assert given("15", int | str, "n") == 15
    assert given('{"text": "하늘"}', CaseQuery, "query") == CaseQuery(text="하늘")
    assert given("true", bool, "b") is True
    (tmp_path / "f").write_bytes(b"x")
    assert given(f"@{tmp_path / 'f'}", bytes, "data") == b"x"
    with pytest.raises(InvalidInput):
        given("@/nowhere/at/all", bytes, "data")


def test_a_file_is_counted_and_not_printed():
    assert shown(NamedBytes("a.pdf", b"%PDF")) == {
        "name": "a.pdf",
        "data": {"bytes": 4},
    }


@pytest.mark.parametrize("noun", ["link_notices", "link-notices"])
def test_a_noun_of_two_words_is_found_with_a_dash_as_its_verbs_are(noun, capsys):
    with pytest.raises(SystemExit) as end:
        main([noun, "set-contact", "--help"])
    assert end.value.code == 0
    assert "usage" in capsys.readouterr().out


# --- the program's log ------------------------------------------------------------------------


@pytest.fixture
def log(monkeypatch, tmp_path):
    monkeypatch.setattr(logbook, "_book", [])
    return logbook.keep_log(logbook.Logbook(tmp_path / "log", lambda: 0))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("look",), "noun=look exit=0"),
        (("policy", "check", "녹두.toml"), "noun=policy verb=check exit=1 code=policy-faulty"),
        (("--folder", "녹두", "link_notices", "listing"), "noun=link-notices verb=listing exit=1 code=invalid-input"),
        (("cases", "begin", "VISIT", "--alias", "홍길동"), "noun=cases verb=begin exit=1 code=invalid-input"),
    ],
    ids=["of its own", "with a file", "with a folder", "with a name"],
)  # fmt: skip
def test_the_log_says_which_verb_it_was_and_how_it_ended_and_none_of_its_words(log, words, told, capsys):  # fmt: skip
    main(words)
    capsys.readouterr()
    assert log.tail(1) == (f"1970-01-01T00:00:00Z verb {told}",)


# --- what the window says, the terminal says --------------------------------------------------


@pytest.fixture
def here(made, ieum, place, monkeypatch, capsys):
    """Run a command in this process, by people or (``--json``) by a script; return stderr."""
    for name, text in ieum.environment.items():
        monkeypatch.setenv(name, text)
    monkeypatch.setenv("LANG", "ko_KR.UTF-8")

    def here(*words):
        assert main(["--folder", str(place / "w"), *words, "about"]) == 0
        return capsys.readouterr().err

    return here


def test_on_opening_it_is_said_that_the_date_is_wrong(here, monkeypatch):
    assert "날짜" not in here()
    monkeypatch.setattr(doctor_computer, "wall_ms", lambda: 978_307_200_000)
    said = here()
    assert "늦습니다" in said
    assert "오늘로 맞춘 뒤" in said
    assert here("--json") == ""


def test_on_opening_it_is_said_that_the_policy_has_a_slip(here, place, monkeypatch):
    assert "정책" not in here()
    slipped = place / "slipped.toml"
    slipped.write_text((place / "policy.toml").read_text() + "lock_minuts = 5\n")
    monkeypatch.setenv("IEUM_POLICY", str(slipped))
    assert "엄격한 값" in here()
    assert here("--json") == ""


def test_making_a_workspace_for_a_script_says_nothing_beside_its_answer(ieum, place):
    words = ("--folder", str(place / "other"), "--json", "create", *WHO, "--code-is-kept")  # fmt: skip
    code, said, complaint = ieum.ask(words, cheap=True)
    assert (code, len(said.splitlines()), complaint) == (0, 1, "")
