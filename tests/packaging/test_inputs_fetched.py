"""What comes from elsewhere is kept only with its hash, and a description only with its signature."""

import hashlib
import io
import shutil
import subprocess
import tarfile
import urllib.request

import pytest
from making import comparing, inputs


@pytest.fixture
def table(tmp_path, monkeypatch):
    """A table of one file that is not here yet; the server hands out ``table.served``."""

    class Table:
        served = b"the source"
        asked = None

    def urlopen(where, timeout):
        Table.asked.append(where)
        assert timeout
        return io.BytesIO(Table.served)

    Table.asked = []
    sha = hashlib.sha256(b"the source").hexdigest()
    (tmp_path / "inputs.tsv").write_text(f"# a word\n\ntool\t1\t{sha}\thttps://where.example/pool/tool%2B1.tar.gz\twhy\n")  # fmt: skip
    rows = inputs.rows
    monkeypatch.setattr(inputs, "rows", lambda: rows(tmp_path / "inputs.tsv"))
    monkeypatch.setattr(inputs.places, "INPUTS", tmp_path / "build" / "inputs")
    monkeypatch.setattr(urllib.request, "urlopen", urlopen)
    Table.file = tmp_path / "build/inputs/tool+1.tar.gz"
    return Table


def test_what_is_not_here_is_fetched_once_and_kept_whole(table, capsys):
    assert inputs.main([]) == 0
    assert inputs.main(["tool"]) == 0
    assert table.asked == ["https://where.example/pool/tool%2B1.tar.gz"]
    assert [one.name for one in table.file.parent.iterdir()] == ["tool+1.tar.gz"]
    assert table.file.read_bytes() == b"the source"
    assert capsys.readouterr().out.splitlines()[1:] == ["tool        tool+1.tar.gz"] * 2


def test_what_a_server_hands_out_instead_is_not_kept(table):
    table.served = b"another source"
    with pytest.raises(SystemExit, match="removed"):
        inputs.main([])
    assert list(table.file.parent.iterdir()) == []


def test_who_only_checks_fetches_nothing(table):
    with pytest.raises(SystemExit, match="Not there"):
        inputs.main(["--check"])
    assert table.asked == []
    table.file.parent.mkdir(parents=True)
    table.file.write_bytes(b"the source")
    assert inputs.main(["--check", "tool"]) == 0


def test_a_part_that_the_table_does_not_name_is_said(table):
    with pytest.raises(SystemExit, match="names no nothing"):
        inputs.main(["nothing"])


# --- the signature of a description -----------------------------------------------------------


@pytest.fixture
def gpg(tmp_path, short_folder):
    """Debian's keyring of this test, and who signs by it."""
    if not (shutil.which("gpg") and shutil.which("gpgv")):
        pytest.skip("gpg is not installed")
    home = short_folder / "gpg"
    home.mkdir(mode=0o700)

    def run(*words):
        subprocess.run(["gpg", "--homedir", home, "--batch", "--quiet", "--pinentry-mode", "loopback", "--passphrase", "", *words], check=True, capture_output=True)  # fmt: skip

    run("--quick-gen-key", "debian@debian.example", "ed25519", "sign", "never")
    run("--output", tmp_path / "keyring.gpg", "--export")
    yield run
    subprocess.run(["gpgconf", "--homedir", home, "--kill", "all"], check=False)


def test_a_description_counts_with_the_signature_of_a_known_key_and_as_it_was_signed(gpg, tmp_path, monkeypatch, capsys):  # fmt: skip
    plain, described = tmp_path / "plain", tmp_path / "tool.dsc"
    plain.write_text("Format: 3.0 (quilt)\n")
    gpg("--output", described, "--clearsign", plain)
    monkeypatch.setattr(inputs, "KEYS", (tmp_path / "no.gpg", tmp_path / "keyring.gpg"))
    inputs.check_signed(described, ())
    assert capsys.readouterr().out == ""
    described.write_text(described.read_text().replace("3.0", "1.0"))
    with pytest.raises(SystemExit, match=r"tool\.dsc"):
        inputs.check_signed(described, ())
    monkeypatch.setattr(inputs, "KEYS", (tmp_path / "no.gpg",))
    inputs.check_signed(described, ())
    assert "signature not checked" in capsys.readouterr().out


# --- comparing --------------------------------------------------------------------------------


def test_two_builds_end_well_only_where_they_are_the_same(tmp_path, capsys):
    for name in "ab":
        (tmp_path / name).mkdir()
        (tmp_path / name / "one").write_text("1\n")
    both = [str(tmp_path / "a"), str(tmp_path / "b")]
    assert comparing.main(both) == 0
    assert capsys.readouterr().out.startswith("the same, bit for bit")
    for number in range(70):
        (tmp_path / "b" / f"more-{number:02}").touch()
    assert comparing.main(both) == 1
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "more-00: only in the second"
    assert lines[-2:] == ["… and 10 more", "DIFFERENT in 70 places"]
    assert len(lines) == 62


def test_a_member_that_only_one_has_or_that_stands_elsewhere_is_told_beside_all_else(tmp_path):  # fmt: skip
    for name, members in (("a", "123x"), ("b", "213y")):
        with tarfile.open(tmp_path / f"{name}.tar", "w") as packed:
            for one in members:
                member = tarfile.TarInfo(one)
                member.size = 1
                packed.addfile(member, io.BytesIO((name if one == "3" else "0").encode()))  # fmt: skip
    found = comparing.differences(tmp_path / "a.tar", tmp_path / "b.tar")
    assert [(one.where, one.why) for one in found] == [
        ("a.tar › x", "only in the first"),
        ("a.tar › y", "only in the second"),
        ("a.tar", "the members stand in another order"),
        ("a.tar › 3", "text, line 1: 'a' | 'b'"),
    ]
