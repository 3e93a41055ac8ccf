"""Certificates are known here when whoever supervises says so, and strangers' again when she takes it back."""

import datetime as dt

import pytest

from intake.errors import NotAPaper, NotFound, NotYours
from tests.crypto.test_timestamp import Authority
from tests.desk.test_papers import PLAN, cases, court_cases, desk
from tests.desks_at_hand import planted
from tests.documents.test_sealing import PASSPHRASE, key_file

__all__ = ["cases", "court_cases", "desk"]


@pytest.fixture
def sealed(desk, cases, tmp_path):
    """A sealed paper, and the certificate of whoever sealed it."""
    today = desk._rooms.clock.today()
    data, certificate = key_file(today - dt.timedelta(1), today + dt.timedelta(300))
    (tmp_path / "seal.p12").write_bytes(data)
    root = tmp_path / "root.pem"
    root.write_bytes(certificate)
    made = desk.papers.issue(PLAN, tmp_path / "seal.p12", PASSPHRASE)
    paper = tmp_path / made.name
    paper.write_bytes(made.data)
    return paper, root


def test_a_certificate_is_looked_at_before_it_is_known(desk, sealed):
    paper, root = sealed
    (line,) = desk.roots.look(root)
    assert line.holder
    assert len(line.sha256) == 64
    assert desk.roots.listing() == ()
    assert not desk.papers.verify(paper).seals[0].trusted


def test_what_it_sealed_is_known_from_then_on_until_it_is_taken_back(desk, sealed):
    paper, root = sealed
    (line,) = desk.roots.trust(root)
    assert desk.roots.trust(root) == (line,)
    assert desk.roots.listing() == (line,)
    assert line.added_by == "박상담"
    assert line.added_on == desk._rooms.clock.today().isoformat()
    seen = desk.papers.verify(paper)
    assert seen.seals[0].trusted
    assert not any("누구의 인증서인지" in one for one in seen.words)
    desk.roots.forget(line.id)
    assert desk.roots.listing() == ()
    assert not desk.papers.verify(paper).seals[0].trusted
    with pytest.raises(NotFound):
        desk.roots.forget(line.id)


def test_a_file_of_several_gives_several(desk, tmp_path):
    files = [Authority(tmp_path / name, name).root for name in ("one", "two")]
    bundle = tmp_path / "both.pem"
    bundle.write_bytes(b"\n".join(files))
    assert len({one.holder for one in desk.roots.trust(bundle)}) == 2


@pytest.mark.parametrize("data", [b"", b"hello", b"-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n", bytes(2 << 20)])  # fmt: skip
def test_what_is_no_certificate_is_refused_and_nothing_is_known(desk, tmp_path, data):
    file = tmp_path / "x.pem"
    file.write_bytes(data)
    for verb in (desk.roots.look, desk.roots.trust):
        for one in (file, tmp_path / "away.pem", tmp_path):
            with pytest.raises(NotAPaper) as refused:
                verb(one)
            assert refused.value.facts["why"] == "root"
    assert desk.roots.listing() == ()


@pytest.mark.parametrize("role", ["COUNSELOR", "IT", "AUDITOR"])
def test_only_whoever_supervises_says_whom_to_believe(desk, sealed, role):
    (line,) = desk.roots.trust(sealed[1])
    planted(desk, "role_grant", "", {"counselor": "박상담", "role": role})
    desk._rooms.sight.forget({"role_grant"})
    for verb, given in ((desk.roots.trust, sealed[1]), (desk.roots.forget, line.id)):
        with pytest.raises(NotYours):
            verb(given)
    if role != "AUDITOR":
        assert desk.roots.listing() == (line,)
