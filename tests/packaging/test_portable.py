"""The archive for any Linux desktop: the same bytes twice, and stock tools verify it."""

import subprocess
import tarfile

import pytest
from making import portable, signing


@pytest.fixture
def tree(tmp_path, monkeypatch, short_folder):
    """Two copies of a small tree."""
    monkeypatch.setattr(signing, "KEYS", short_folder / "keys")
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795705651")
    for name in ("one", "two"):
        for file in ("ieum", "app/한글.py", "app/b.py", "app/" + "long" * 30 + ".py"):
            path = tmp_path / name / file
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(file)
    return tmp_path


@pytest.mark.parametrize("zst", [False, True])
def test_the_same_tree_gives_the_same_bytes_under_one_folder(tree, zst):
    one = portable.archive(tree / "one", tree / "a", "0.1.0", zst=zst)
    two = portable.archive(tree / "two", tree / "b", "0.1.0", zst=zst)
    assert one.read_bytes() == two.read_bytes()
    assert one.name == f"ieum-0.1.0-linux-x86_64.tar.{'zst' if zst else 'xz'}"
    if not zst:
        with tarfile.open(one) as held:
            assert {name.split("/")[0] for name in held.getnames()} == {"ieum-0.1.0"}
            assert {entry.mtime for entry in held} == {1_795_705_651}


def test_a_tree_packed_after_a_later_commit_is_the_same_bytes(tree, monkeypatch):
    for name in ("one", "two"):
        (tree / name / "BUILD.json").write_text('{"version":"0.0.7","made":1795700000}')
    assert portable.main(["--tree", str(tree / "one"), "--out", str(tree / "a"), "--zst"]) == 0  # fmt: skip
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795799999")
    assert portable.main(["--tree", str(tree / "two"), "--out", str(tree / "b"), "--zst"]) == 0  # fmt: skip
    name = "ieum-0.0.7-linux-x86_64.tar.zst"  # the version that the tree says of itself
    assert (tree / "a" / name).read_bytes() == (tree / "b" / name).read_bytes()


def test_the_lines_that_are_handed_out_verify_what_is_handed_out(tree):
    out = tree / "out"
    made = portable.archive(tree / "one", out, "0.1.0")
    portable.sign_all(out, "0.1.0")
    said = [line.strip() for line in (out / "VERIFY.txt").read_text().splitlines() if line.startswith("    ")]  # fmt: skip
    assert len(said) == 5

    def tried(line):
        home = {"GNUPGHOME": str(tree / "home"), "PATH": "/usr/bin:/bin"}
        return subprocess.run(line, shell=True, cwd=out, env=home, capture_output=True, check=False).returncode  # fmt: skip

    (tree / "home").mkdir(mode=0o700)
    assert [tried(line) for line in said] == [0] * 5
    data = bytearray(made.read_bytes())
    data[100] ^= 1
    made.write_bytes(data)
    assert tried(said[-1]) != 0
    sums = out / "SHA256SUMS"
    sums.write_text(sums.read_text().replace("0", "1"))
    assert tried(said[2]) != 0
    assert tried(said[3]) != 0


def test_every_file_that_is_handed_out_has_both_signatures(tree):
    out = tree / "out"
    made = portable.archive(tree / "one", out, "0.1.0")
    portable.sign_all(out, "0.1.0")
    for name in ("SHA256SUMS", made.name):
        assert signing.fits(out / name, out / f"{name}.sig", out / "release.signers")
        assert (out / f"{name}.asc").is_file()
