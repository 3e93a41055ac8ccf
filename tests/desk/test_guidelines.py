"""An edition of the guideline travels as a signed file; who is not enrolled is not believed."""

import dataclasses
import json
import subprocess

import pytest

from intake.consent.roles import Act
from intake.crypto import allowed_signers
from intake.desk import workspace
from intake.desk.guideline_keeping import in_use, keep_pack
from intake.desk.paper_facts import FACTS, Facts
from intake.desk.views.papers import PaperPlan
from intake.documents.guideline import guideline
from intake.documents.guideline_pack import MAX_FILE, make_pack
from intake.errors import GuidelineRefused, NotYours, TooNew
from tests.centers_at_hand import closing, desks
from tests.desk.test_papers import COURT, cases, court_cases, desk, read  # noqa: F401 - fixtures
from tests.desks_at_hand import a_desk
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring, cheap_guessing

LAWYER, DAY = "김변호", "2026-11-20"


@pytest.fixture
def land(tmp_path):
    """A center and its central desk, and a central desk that nobody here knows."""
    found = desks(tmp_path, "C0", "IC")
    found["C9"] = a_desk(tmp_path / "c9", role="central", code="C9", counselor="C9 상담")  # fmt: skip
    with closing(*found.values()):
        yield found


@pytest.fixture
def edition(tmp_path):
    """A newer edition, plain, with a fact that nobody knows yet."""
    said = guideline().said() | {"edition": "2026-03-30", "in_force": "2026-07-01"}
    said["factors"][0]["facts"].append("moon-phase")
    file = tmp_path / "edition.json"
    file.write_text(json.dumps(said, ensure_ascii=False), encoding="utf-8")
    return file


def laid(folder, pack, name=""):
    file = folder / (name or pack.name)
    file.write_bytes(pack.data)
    return file


def why(call, *said):
    with pytest.raises(GuidelineRefused) as refused:
        call(*said)
    return refused.value.facts["why"]


def test_until_a_file_comes_the_edition_of_the_program_is_in_use(land):
    line = land["IC"].guidelines.current()
    assert (line.id, line.signed_by, line.verified, line.edition) == ("", "", False, "2023-04-24")  # fmt: skip
    assert any("함께 들어" in one for one in line.words)
    assert len(line.factors) == 32


def test_an_edition_signed_at_the_central_desk_is_taken_at_a_center(land, edition, tmp_path):  # fmt: skip
    pack = land["C0"].guidelines.make(edition, LAWYER, DAY)
    line = land["IC"].guidelines.take(laid(tmp_path, pack))
    assert (line.edition, line.verified_by, line.verified_on) == ("2026-03-30", LAWYER, DAY)  # fmt: skip
    assert "C0" in line.signed_by
    assert line.current
    assert [one.edition for one in land["IC"].guidelines.listing()] == ["2026-03-30", "2023-04-24"]  # fmt: skip
    assert (
        land["C0"].guidelines.current().id == line.id
    )  # what was signed here holds here


def test_a_fact_nobody_knows_is_set_aside_and_said(land, edition, tmp_path):
    line = land["IC"].guidelines.take(laid(tmp_path, land["C0"].guidelines.make(edition)))  # fmt: skip
    first = line.factors[0]
    assert first.unknown == ("moon-phase",)
    assert "moon-phase" not in first.facts
    assert any("moon-phase" in one for one in line.words)


def test_a_lawyer_signs_the_edition_in_use_off(land, tmp_path):
    pack = land["C0"].guidelines.verify_by(LAWYER, DAY)
    line = land["IC"].guidelines.take(laid(tmp_path, pack))
    assert (line.edition, line.verified) == ("2023-04-24", True)
    assert any(LAWYER in one for one in line.words)
    assert why(land["C0"].guidelines.verify_by, "", DAY) == "format"
    assert why(land["C0"].guidelines.verify_by, LAWYER, "곧") == "format"


def test_who_is_not_an_enrolled_central_desk_is_not_believed(land, edition, tmp_path):
    stranger = laid(tmp_path, land["C9"].guidelines.make(edition), "stranger")
    assert why(land["IC"].guidelines.take, stranger) == "signer"
    told = guideline().checked_by(LAWYER, DAY)
    own = make_pack(told, land["IC"]._rooms.clock.wall(), land["IC"]._rooms.exchange.trust.sign)  # fmt: skip
    (tmp_path / "own").write_bytes(own.data)
    assert why(land["IC"].guidelines.take, tmp_path / "own") == "signer"
    assert land["IC"].guidelines.current().id == ""


def test_a_certificate_that_was_not_valid_then_is_not_believed(land, tmp_path):
    trust = land["C0"]._rooms.exchange.trust
    for made in (0, 1 << 62):
        pack = make_pack(guideline(), made, trust.sign)
        (tmp_path / "pack").write_bytes(pack.data)
        assert why(land["IC"].guidelines.take, tmp_path / "pack") == "certificate"


def test_a_device_that_was_revoked_is_not_believed(land, edition, tmp_path):
    file = laid(tmp_path, land["C0"].guidelines.make(edition))
    trust = land["IC"]._rooms.exchange.trust
    message, _, armored = file.read_bytes().partition(b"\n")
    signer = trust.check_signature("intake-guideline@v1", message + b"\n", armored.decode())  # fmt: skip
    trust.revoke(signer, "ab" * 16, -1)
    assert why(land["IC"].guidelines.take, file) == "certificate"


def test_a_changed_word_is_refused(land, edition, tmp_path):
    data = land["C0"].guidelines.make(edition).data
    changed = data.replace("반복적으로".encode(), "우연하게도".encode())
    assert changed != data
    (tmp_path / "pack").write_bytes(changed)
    assert why(land["IC"].guidelines.take, tmp_path / "pack") == "signature"


def test_an_older_edition_is_taken_only_where_that_is_asked_for(land, edition, tmp_path):  # fmt: skip
    ic, c0 = land["IC"].guidelines, land["C0"].guidelines
    old = laid(tmp_path, c0.verify_by(LAWYER, DAY), "old")
    new = laid(tmp_path, c0.make(edition), "new")
    ic.take(new)
    assert ic.take(new).edition == "2026-03-30"  # once more is nothing new
    assert why(ic.take, old) == "older"
    assert ic.take(old, older=True).edition == "2023-04-24"
    assert len(ic.listing()) == 3
    assert sum(one.current for one in ic.listing()) == 1


def test_a_later_word_about_the_same_edition_replaces_the_earlier(land, tmp_path):
    c0, ic = land["C0"].guidelines, land["IC"].guidelines
    first = laid(tmp_path, c0.verify_by("처음", DAY), "first")
    second = laid(tmp_path, c0.verify_by("나중", DAY), "second")
    assert ic.take(second).verified_by == "나중"
    assert why(ic.take, first) == "older"


def test_a_center_signs_nothing(land, edition):
    assert why(land["IC"].guidelines.make, edition) == "not-central"
    assert why(land["IC"].guidelines.verify_by, LAWYER, DAY) == "not-central"


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "format"), (b"[" * 200_000, "format"), (b"x" * (MAX_FILE + 1), "too-large"), (None, "away")],
)  # fmt: skip
def test_a_hostile_file_changes_nothing(land, tmp_path, data, said):
    file = tmp_path / "file"
    if data is not None:
        file.write_bytes(data)
    assert why(land["IC"].guidelines.take, file) == said
    assert why(land["C0"].guidelines.make, file) == said
    assert land["IC"].guidelines.current().id == ""


def test_a_file_of_a_later_version_is_too_new(land, tmp_path):
    (tmp_path / "file").write_bytes(b'{"v":2}\n')
    with pytest.raises(TooNew):
        land["IC"].guidelines.take(tmp_path / "file")


def test_ssh_keygen_verifies_the_file_by_hand(land, edition, tmp_path):
    pack = land["C0"].guidelines.make(edition, LAWYER, DAY)
    line, _, armored = pack.data.partition(b"\n")
    own = land["C0"]._rooms.exchange.trust.own()
    (tmp_path / "line.sig").write_bytes(armored)
    (tmp_path / "signers").write_text(allowed_signers("dev:*", own.certificate.ca_public, ["intake-guideline@v1"]))  # fmt: skip
    command = ["ssh-keygen", "-Y", "verify", "-f", "signers", "-I", f"dev:{own.device}", "-n", "intake-guideline@v1", "-s", "line.sig"]  # fmt: skip
    for message, good in ((line + b"\n", True), (line, False)):
        done = subprocess.run(command, cwd=tmp_path, input=message, capture_output=True, check=False)  # fmt: skip
        assert (b"Good" in done.stdout) is good, done.stderr


def test_it_takes_a_file_and_an_auditor_only_looks(tmp_path):
    keyring = MemoryKeyring()
    made = a_desk(tmp_path / "v", keyring)
    with cheap_guessing():
        for name, role in (("정전산", "IT"), ("한감사", "AUDITOR")):
            made.roles.add_person(name, role, PASSPHRASE, f"조용한 아침 산길의 돌 {role}")  # fmt: skip
    made.close()
    for role, refusal in (("IT", GuidelineRefused), ("AUDITOR", NotYours)):
        sits = workspace.open_(tmp_path / "v", f"조용한 아침 산길의 돌 {role}", keyring=keyring, policy=POLICY)  # fmt: skip
        assert sits.guidelines.current().edition
        with pytest.raises(refusal):
            sits.guidelines.take(tmp_path / "nothing")
        assert sits._rooms.sight.may(Act.CARE) is (role == "IT")
        sits.close()


# --- the opinion ------------------------------------------------------------------------


def plan():
    return PaperPlan("OPINION", "CENTER", court=COURT, case_number="2099고합7", accused="김○○")  # fmt: skip


def test_an_opinion_goes_by_the_edition_in_use_and_warns_until_it_is_checked(desk, cases):  # noqa: F811  # fmt: skip
    text = read(desk.papers.preview(plan()).data)
    assert "2023년 4월 24일 의결" in text
    assert "양형기준 자료 미확인" in text
    told = dataclasses.replace(guideline(), edition="2026-03-30", in_force="2026-07-01")
    rooms = desk._rooms
    pack = make_pack(told.checked_by(LAWYER, DAY), rooms.clock.wall(), rooms.exchange.trust.sign)  # fmt: skip
    keep_pack(rooms, pack, "C0", "c0-1")
    assert in_use(rooms).guideline.edition == "2026-03-30"
    text = read(desk.papers.preview(plan()).data)
    assert "2026년 3월 30일 의결" in text
    assert "양형기준 자료 미확인" not in text
    assert "확인을 받지 않았습니다" not in text


def test_an_opinion_lists_what_limits_a_factor_and_never_a_range(desk, cases):  # noqa: F811  # fmt: skip
    text = read(desk.papers.preview(plan()).data).replace("\n", " ")
    assert "통신매체이용음란에는 없는 항목" in text
    assert "청각 및 언어" not in text  # nothing the records could say
    for word in ("징역", "개월 이상", "년 6월", "권고형", "감경영역", "가중영역"):
        assert word not in text


def test_every_fact_of_the_guideline_is_known_and_every_fact_is_a_name_of_it():
    named = {fact for one in guideline().factors for fact in one.facts}
    assert named <= FACTS
    for name in FACTS:
        assert callable(getattr(Facts, f"_{name.replace('-', '_')}")), name


@pytest.mark.parametrize("name", ["rooms", "value", "read", "said", "count", "__class__"])  # fmt: skip
def test_a_name_that_is_no_fact_is_never_looked_up(name):
    assert name not in FACTS
    assert Facts.__new__(Facts).said(name) == ""
