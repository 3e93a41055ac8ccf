"""Whoever recognises people, walked through in the terminal: by IT, by an auditor, by everybody.

Two centers and the central desk, with a word of its own in every field that somebody can type
into. Who sees no content meets none of them; and no error, log line, file or title holds one,
whoever asks.
"""

import contextlib
import json
import logging
import os
import shutil
import subprocess
import sys
import traceback

import pytest

from intake.cli.values import shown
from intake.cli.verbs import verbs
from intake.desk import NewWorkspace, workspace
from intake.errors import IntakeError, NotYours
from intake.progress import Silent
from tests.centers_at_hand import QUIET, carry, second_laptop
from tests.desks_at_hand import a_desk, agreed, introduce
from tests.links_at_hand import as_somebody_else
from tests.stories import traced
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing

NOUNS = ("matches", "profiles", "link_notices", "joint", "handovers", "conflicts", "graph",
         "dossiers", "opinion")  # fmt: skip
HERS = "조용한 아침 산길의 돌"
PURPOSES = ("RECORD", "SENSITIVE", "CENTRAL", "CENTER")
ENTITIES = ("suspect", "identifier", "link", "link_line", "link_notice", "notice_line",
            "notice_answer", "joint_request", "joint_answer", "handover", "shared_value")  # fmt: skip
# What a suspect and an identifier can say; each field has a word that stands nowhere else.
SUSPECT = {name: f"카나리아{name}" for name in ("nickname", "name", "age_words", "job", "affiliation",
           "method", "threat", "features", "prior_record", "remark")}  # fmt: skip
IDENTIFIER = {"shared_why": "카나리아왜여럿", "source_words": "카나리아어디서"}
PHONE, HANDLE, SITE = "010-0000-7719", "qz_canary_moon", "canary-tube.example"
LINK, OTHER_LINK, MARK, ANSWER, ASKED, REPLIED = (
    f"카나리아{what}말" for what in ("판단", "다른판단", "표시", "회신", "요청", "대답")
)
VICTIM = "카나리아자목련"
WORDS = (*SUSPECT.values(), *IDENTIFIER.values(), PHONE, "1000007719", HANDLE, SITE, LINK,
         OTHER_LINK, MARK, ANSWER, ASKED, REPLIED, VICTIM)  # fmt: skip
_GROUNDS = ("reason", "second_reason", "says", "weight", "likeness", "holders", "value")


def told(*said):
    """Which of the words stand in something."""
    text = "".join(f"{one!r}" if not isinstance(one, str) else one for one in said)
    text += "".join(json.dumps(text, ensure_ascii=True) if isinstance(one, str) else "" for one in said)  # fmt: skip
    return [word for word in WORDS if word in text]


def a_case(desk, remark):
    """A case whose suspect says a word in every field."""
    case = agreed(desk, *PURPOSES)
    desk.giving.decide(case, "COURT", "COURT", "시험법원", "AGREED")
    desk.cases.rename(case, VICTIM)
    suspect = desk.suspects.add(case, SUSPECT | {"remark": remark})
    for kind, value in (("phone", PHONE), ("telegram", f"@{HANDLE}"), ("uploader", "canary_up")):  # fmt: skip
        said = {"kind": kind, "value": value, "suspect": suspect, "role": "SUSPECT", **IDENTIFIER}  # fmt: skip
        site = {"site": SITE} if kind == "uploader" else {}
        clue = desk.records.add("identifier", case, said | site)
    return {"case": case, "suspect": suspect, "identifier": clue, "profile": suspect, "of": suspect}  # fmt: skip


class Land:
    """IC, SL and C0, closed; IT and an auditor sit at each."""

    CODES = ("C0", "IC", "SL")

    def __init__(self, folder):
        self.folder, self.keyring = folder, MemoryKeyring()
        self.stick = folder / "stick"
        self.stick.mkdir()
        desks = {code: self._made(code) for code in self.CODES}
        for code in ("IC", "SL"):
            introduce(desks[code], desks["C0"])
        self.ids = {code: a_case(desks[code], SUSPECT["remark"]) for code in ("IC", "SL")}  # fmt: skip
        ic, sl, c0 = (desks[code] for code in ("IC", "SL", "C0"))
        self._within(ic)
        self._between(ic, sl, c0)
        self._differing(ic)
        with cheap_guessing():
            for desk in desks.values():
                for name, role in (("정전산", "IT"), ("한감사", "AUDITOR")):
                    desk.roles.add_person(name, role, PASSPHRASE, f"{HERS} {role}")
        for desk in desks.values():
            desk.close()

    def _made(self, code):
        role = "central" if code == "C0" else "center"
        return a_desk(self.folder / code, self.keyring, role=role, code=code, counselor=f"{code} 상담")  # fmt: skip

    def _within(self, ic):
        """Two cases of one center, decided about and one value marked."""
        more = a_case(ic, "")
        found = next(one for one in ic.matches.queue() if one.word == "VERY_HIGH")
        self.ids["IC"]["link"] = ic.matches.decide(found.id, "SAME", "ACCOUNTS", OTHER_LINK)  # fmt: skip
        ic.matches.mark_shared(more["identifier"], True, "SHARED", MARK)
        self.ids["IC"]["other"] = more["suspect"]
        self.ids["IC"]["handover"] = ic.handovers.assign(more["case"], "박다른", "WISH")

    def _between(self, ic, sl, c0):
        """What the central desk decided, told, forwarded; what both centers answered."""
        for desk in (ic, sl):
            desk.link_notices.set_contact("김연락", "02-000-0000", "a@center.example", "9–18")  # fmt: skip
            carry(desk, c0, self.stick)
        while found := [one for one in c0.matches.queue("NEW") if one.word == "VERY_HIGH"]:  # fmt: skip
            as_somebody_else(c0, "C0 상담")
            self.ids["C0"] = {"link": c0.matches.decide(found[0].id, "SAME", "ACCOUNTS", LINK)}  # fmt: skip
            as_somebody_else(c0, "두확인")
            for one in c0.matches.queue("SECOND"):
                c0.matches.second(one.link, "SAME", "ACCOUNTS")
        for desk in (ic, sl):
            carry(c0, desk, self.stick)
        (notice, *_) = ic.link_notices.listing()
        ic.link_notices.answer(notice.id, "DISAGREES", ANSWER)
        self.ids["IC"] |= {"notice": notice.id, "request": ic.joint.ask(notice.id, "COURT", ASKED)}  # fmt: skip
        carry(ic, c0, self.stick)
        c0.joint.forward(QUIET)
        carry(c0, sl, self.stick)
        asked = next(one for one in sl.link_notices.listing() if one.kind == "REQUEST")
        today = sl._rooms.clock.today().isoformat()
        sl.joint.reply(asked.id, "AGREED", today, REPLIED)
        self.ids["SL"] |= {"notice": asked.id}
        carry(sl, c0, self.stick)
        c0.joint.forward(QUIET)
        carry(c0, ic, self.stick)
        self.ids["C0"] = {**self.ids["IC"], **self.ids["C0"]}
        c0.opinion.run(QUIET)

    def _differing(self, ic):
        """Two laptops of one center that did not see each other's words."""
        other = second_laptop(ic, self.folder / "next")
        carry(ic, other, self.stick)
        suspect = self.ids["IC"]["suspect"]
        ic.suspects.change(suspect, {"job": SUSPECT["job"] + "하나"})
        other.suspects.change(suspect, {"job": SUSPECT["job"] + "둘"})
        carry(other, ic, self.stick)
        assert ic.conflicts.counts()["fields"]
        other.close()

    def open(self, code, passphrase=PASSPHRASE, folder=None):
        return workspace.open_((folder or self.folder) / code, passphrase, keyring=self.keyring, policy=POLICY)  # fmt: skip


@pytest.fixture(scope="module")
def land(tmp_path_factory):
    with cheap_guessing():
        return Land(tmp_path_factory.mktemp("people"))


@pytest.fixture(params=[f"{code} {role}" for code in ("IC", "C0") for role in ("IT", "AUDITOR")])  # fmt: skip
def seat(request, land):
    """Who sees no content, at a center and at the central desk; with what may be asked about."""
    code, _, role = request.param.partition(" ")
    desk = land.open(code, f"{HERS} {role}")
    yield desk, land.ids[code] | {"center": code}
    desk.close()


def arguments(verb, ids, typed):
    """What somebody who tries everything would give."""
    known = {**ids, "record": ids["identifier"], "candidate": f"{ids['suspect']}.{ids['other']}",
             "one": ids["suspect"], "entity": "link", "state": "ALL", "decision": "SAME",
             "one_case": ids["case"], "other_case": ids["case"], "reason": "ACCOUNTS"}  # fmt: skip
    kinds = verb.types
    for one in verb.parameters:
        if one.name in known:
            yield one.name, typed or known[one.name]
        elif one.default is one.empty or (typed and one.name == "after"):
            yield one.name, typed or (1 if kinds[one.name] is int else one.name)


def walk(desk, ids, typed=""):
    """Try every verb of the nouns; yield what each answered and how each refused."""
    for verb in verbs():
        if verb.noun not in NOUNS:
            continue
        given = dict(arguments(verb, ids, typed))
        if verb.watched:
            given["progress"] = Silent()
        answer, refusal = None, ""
        try:
            answer = verb.bound(desk)(**given)
        except IntakeError as error:
            said = (str(error), repr(error), error.facts, traceback.format_exc())
            refusal = json.dumps(said, ensure_ascii=False, default=str)
        except (TypeError, AttributeError):  # of another form: nothing was looked at
            refusal = traceback.format_exc()
        yield f"{verb.noun}.{verb.name}", answer, refusal


def test_the_words_are_there(land):
    """Without this, nothing below could fail."""
    desk = land.open("IC")
    every = [desk.records.list(entity) for entity in ENTITIES]
    met = set(told(*(shown(rows) for rows in every)))
    desk.close()
    there = set(WORDS) - {
        LINK,
        REPLIED,
        VICTIM,
        "1000007719",
    }  # of others, or a case's own
    assert there <= met


def test_it_and_an_auditor_meet_no_word_of_anybody(seat):
    desk, ids = seat
    answered = {}
    for name, answer, refusal in walk(desk, ids):
        assert told(answer, shown(answer), refusal) == [], name
        if not refusal:
            answered[name] = shown(answer)
    assert {"conflicts.counts", "handovers.listing", "joint.listing"} <= set(answered)
    closed = {"matches.queue", "matches.pair", "profiles.view", "graph.around", "dossiers.of_profile"}  # fmt: skip
    assert not closed & set(answered)
    for line in answered["handovers.listing"]:
        assert line["reason_label"] == ""


def test_it_and_an_auditor_see_no_grounds_in_any_record(seat):
    desk, _ = seat
    seen = 0
    for entity in ENTITIES:
        for row in desk.records.list(entity):
            seen += 1
            words = desk.records.history(entity, row.id)
            found = (shown(row), shown(desk.records.get(entity, row.id)), shown(words))
            assert told(*map(str, found)) == [], entity
            assert [name for name in _GROUNDS if row.get(name) is not None] == [], (
                entity
            )
    assert seen > 8  # ids, states and dates are there
    assert told(str(shown(desk.conflicts.listing()))) == []
    with pytest.raises(NotYours):
        desk._rooms.register.find("link", reason="ACCOUNTS")


def test_nothing_is_found_by_a_word_of_a_decision(seat):
    desk, _ = seat
    for word in (LINK, OTHER_LINK, MARK, ANSWER, ASKED, REPLIED, HANDLE):
        assert desk.search(word) == ()


def test_what_is_typed_as_a_case_is_in_no_log_and_breaks_none(seat):
    desk, ids = seat
    for typed in (PHONE, VICTIM, ids["case"].upper()):
        for ask in (desk.matches.of_case, desk.matches.weak, desk.cases.header):
            with contextlib.suppress(IntakeError):
                ask(typed)
    assert told(str(shown(desk.access.lines()))) == []
    assert ids["case"] in {
        line.case for line in desk.access.lines()
    }  # however it is typed


def test_who_sees_her_own_cases_only_reads_no_grounds_of_others(land, tmp_path):
    shutil.copytree(land.folder / "IC", tmp_path / "IC")
    desk = land.open("IC", folder=tmp_path)
    with cheap_guessing():
        desk.roles.add_person("박새로", "COUNSELOR", PASSPHRASE, f"{HERS} 새로")
    desk.settings.set("own_cases_only", True)
    desk.close()
    desk = land.open("IC", f"{HERS} 새로", tmp_path)
    rows = [row for entity in ENTITIES for row in desk.records.list(entity)]
    words = [desk.records.history("link", row.id) for row in desk.records.list("link")]
    found = [desk.search(word) for word in (OTHER_LINK, ANSWER, ASKED)]
    desk.close()
    assert any(row.entity.name == "link" for row in rows)
    assert found == [(), (), ()]
    about = (str(shown(row)) for row in rows if row.entity.name != "shared_value")
    assert told(*about, *(str(shown(one)) for one in words)) == []


@pytest.mark.parametrize("code", ["IC", "SL", "C0"])
def test_no_refusal_and_no_log_line_says_a_word_whoever_asks(land, code, tmp_path, caplog, capfd):  # fmt: skip
    """A counselor and the central desk: what they read is theirs, what fails tells nothing."""
    caplog.set_level(logging.DEBUG)
    shutil.copytree(land.folder / code, tmp_path / code)
    desk = land.open(code, folder=tmp_path)
    ids = land.ids["IC"] | land.ids[code]
    for typed in ("", *WORDS[:3], HANDLE, PHONE):
        for name, _, refusal in walk(desk, ids, typed):
            assert told(refusal) == [], name
    lines = [shown(one) for one in desk.access.lines()]
    desk.close()
    assert lines
    assert told(str(lines)) == []
    assert told(caplog.text, *(str(vars(one)) for one in caplog.records)) == []
    assert told(*capfd.readouterr()) == []


def test_what_a_center_reads_names_nobody_elses_case(land):
    desk = land.open("SL")
    texts = [shown(desk.link_notices.listing()), shown(desk.joint.listing())]
    desk.close()
    assert not {ANSWER, ASKED, LINK, OTHER_LINK, MARK} & set(told(*map(str, texts)))


# --- a real process ------------------------------------------------------------------------------


@pytest.fixture(scope="module")
def alone(tmp_path_factory, house):
    """A workspace with a device file, as a process of its own opens it; and how to run one."""
    place = tmp_path_factory.mktemp("alone")
    rules = "allow_device_file = true\nallow_any_place = true\nballast_mib = 0\n"
    (place / "policy.toml").write_text(rules)
    (place / "tmp").mkdir()
    environment = {
        **os.environ,
        "IEUM_POLICY": str(place / "policy.toml"),
        "XDG_CONFIG_HOME": str(place / "config"),
        "XDG_CACHE_HOME": str(place / "cache"),
        "HOME": str(place),
        "TMPDIR": str(place / "tmp"),
        "IEUM_PASSPHRASE": PASSPHRASE,
        "PYTHONPATH": str(house),
        "PYTHONDONTWRITEBYTECODE": "1",
        "DBUS_SESSION_BUS_ADDRESS": "unix:path=/nowhere",
    }

    def run(*words, before=(), passphrase=PASSPHRASE):
        command = [*before, sys.executable, "-X", "dev", "-m", "intake", "--folder", str(place / "w"), "--json", *words]  # fmt: skip
        said = environment | {"IEUM_PASSPHRASE": passphrase}
        done = subprocess.run(command, env=said, capture_output=True, text=True, check=False)  # fmt: skip
        return done.returncode, json.loads(done.stdout or "null"), done.stderr

    with pytest.MonkeyPatch.context() as patch:
        for name, value in environment.items():
            patch.setenv(name, value)
        plan = NewWorkspace("center", "IC", "IC 센터", "ic-1", "박상담", "ko", PASSPHRASE)  # fmt: skip
        with cheap_guessing():
            desk = workspace.create(place / "w", plan)
        desk.setup.confirm_code(desk.setup.recovery_code())
        one, other = a_case(desk, SUSPECT["remark"]), a_case(desk, "")
        (found,) = desk.matches.queue()
        desk.matches.decide(found.id, "SAME", "ACCOUNTS", LINK)
        desk.matches.mark_shared(other["identifier"], True, "SHARED", MARK)
        desk.close()
    return place, run, one


def test_a_process_writes_ciphertext_and_says_nothing_beside_its_answer(alone):
    """A dossier is drawn while everything is written down; a profile is read; one is refused."""
    place, run, ids = alone
    trace, out = place / "trace", place / "out"
    out.mkdir()
    before = traced.strace(trace) if traced.HERE else ()
    code, answer, complaint = run("--out", str(out), "dossiers", "of-profile", ids["suspect"], before=before)  # fmt: skip
    assert code == 0, complaint
    assert told(complaint, str(answer)) == []
    if before:
        ours = tuple(str(place / name) for name in ("w", "config", "out", ".local/state/ieum/log"))  # fmt: skip
        written = traced.written_files(trace)
        outside = {path for path in written if path.startswith("/") and not path.startswith((*ours, "/dev/", "/proc/"))}  # fmt: skip
        assert outside == set()
        trace.unlink()
    code, answer, complaint = run("profiles", "view", ids["suspect"])
    assert code == 0
    assert told(str(answer))  # the answer itself is content: whoever may see it
    assert told(complaint) == []
    code, _, complaint = run("matches", "pair", f"{VICTIM}.{HANDLE}")
    assert code == 1
    assert told(complaint) == []
    (made,) = out.iterdir()
    assert made.name.removeprefix("dossier-").removesuffix(".pdf").replace("-", "").isdigit()  # fmt: skip
    assert list((place / "tmp").iterdir()) == []
    for path in place.rglob("*"):
        assert told(str(path)) == []
        if path.is_file():
            data = path.read_bytes()
            spelled = (word.encode(code) for word in WORDS for code in ("utf-8", "utf-16-le"))  # fmt: skip
            assert not any(word in data for word in spelled), path.name
