"""What a build is made from is what its row says by hash, or the step stops."""

import hashlib
import io
import shutil
import subprocess
import tarfile
import zipfile
from pathlib import Path
from urllib.parse import urlsplit

import PySide6.QtCore
import pytest
from making import compiled, cpython, inputs, places, wheels
from making.digest import sha256

ROWS = inputs.rows
CODE = "print('one')\n"
MEND = "--- a/code.py\n+++ b/code.py\n@@ -1 +1 @@\n-print('{}')\n+print('{}')\n"


def packed(path, files):
    """Write a tar archive of texts."""
    with tarfile.open(path, "w:gz") as archive:
        for name, text in files.items():
            entry = tarfile.TarInfo(name)
            entry.size = len(text.encode())
            archive.addfile(entry, io.BytesIO(text.encode()))


def row(path):
    return f"tool\t1.0\t{sha256(path)}\thttps://where.example/{path.name}\ta test"


@pytest.fixture
def source(tmp_path, monkeypatch):
    """A source as Debian hands it out, with three patches, in a table of its own."""
    place = tmp_path / "inputs"
    place.mkdir()
    packed(place / "tool_1.0.orig.tar.gz", {"tool-1.0/code.py": CODE})
    patches = {
        "debian/patches/series": "# a word\nfirst.patch\nlayout.diff\nsecond.patch # another\n",
        "debian/patches/first.patch": MEND.format("one", "two"),
        "debian/patches/layout.diff": MEND.format("nothing of this", "stands there"),
        "debian/patches/second.patch": MEND.format("two", "three"),
    }
    packed(place / "tool_1.0-1.debian.tar.gz", patches)
    said = "".join(f" {sha256(one)} {one.stat().st_size} {one.name}\n" for one in sorted(place.iterdir()))  # fmt: skip
    (place / "tool_1.0-1.dsc").write_text(f"Checksums-Sha256:\n{said}")
    told(tmp_path, monkeypatch, place)
    return place


def told(tmp_path, monkeypatch, place):
    """Make the table say what lies there."""
    table = tmp_path / "inputs.tsv"
    lines = "\n".join(row(one) for one in sorted(place.iterdir()))
    table.write_text(f"# part\tversion\n{lines}\n")
    monkeypatch.setattr(inputs.places, "INPUTS", place)
    monkeypatch.setattr(inputs, "rows", lambda: ROWS(table))
    monkeypatch.setattr(inputs, "KEYS", ())


def test_the_table_names_each_file_once_with_its_hash():
    found = inputs.rows()
    assert len({one.name for one in found}) == len(found)
    for one in found:
        assert len(one.sha256) == 64
        assert int(one.sha256, 16)
        assert urlsplit(one.where).hostname in (
            "deb.debian.org",
            "files.pythonhosted.org",
        )
    assert {"openssl", "cpython", "zlib", "libffi", "libsodium", "sqlcipher3", "pdqhash", "windows"} == set(inputs.parts())  # fmt: skip


@pytest.mark.parametrize("part", ["openssl", "cpython"])
def test_what_debian_hands_out_comes_with_its_signed_description(part):
    assert sum(one.name.endswith(".dsc") for one in inputs.of(part)) == 1


def test_the_versions_are_of_the_supported_lines():
    assert inputs.of("openssl")[0].version.startswith("3.5.")
    assert inputs.of("cpython")[0].version.startswith("3.13.")


def test_a_source_is_laid_with_its_mends_in_their_order_without_those_of_the_layout(
    source, tmp_path
):
    found = inputs.lay_source("tool", tmp_path / "made", (r"layout\..*",))
    assert (found / "code.py").read_text() == CODE.replace("one", "three")


def test_a_mend_that_does_not_fit_stops_the_step(source, tmp_path):
    with pytest.raises(subprocess.CalledProcessError):
        inputs.lay_source("tool", tmp_path / "made")


def test_a_file_with_other_bytes_is_removed_and_named(source):
    (source / "tool_1.0.orig.tar.gz").write_bytes(b"something else")
    with pytest.raises(SystemExit, match=r"removed: tool_1\.0\.orig\.tar\.gz"):
        inputs.at_hand("tool")
    assert not (source / "tool_1.0.orig.tar.gz").exists()


def test_a_missing_file_is_named_with_its_place(source):
    (source / "tool_1.0.orig.tar.gz").unlink()
    with pytest.raises(SystemExit, match=r"from https://where\.example"):
        inputs.at_hand("tool")


def test_a_description_that_says_another_hash_stops_the_step(
    source, tmp_path, monkeypatch
):
    described = source / "tool_1.0-1.dsc"
    described.write_text(described.read_text().replace(sha256(source / "tool_1.0.orig.tar.gz"), "0" * 64))  # fmt: skip
    told(tmp_path, monkeypatch, source)
    with pytest.raises(SystemExit, match="says something else"):
        inputs.at_hand("tool")


def test_an_unsigned_description_is_refused_where_the_keys_are_there(
    source, tmp_path, monkeypatch
):
    key = tmp_path / "keys.gpg"
    key.write_bytes(b"")
    monkeypatch.setattr(inputs, "KEYS", (key,))
    with pytest.raises(SystemExit, match=r"tool_1\.0-1\.dsc"):
        inputs.at_hand("tool")


def test_nothing_is_fetched_from_a_place_that_is_no_server(
    source, tmp_path, monkeypatch
):
    here = inputs.Input("tool", "1", "0" * 64, f"file://{tmp_path}/secret", "")
    monkeypatch.setattr(inputs, "of", lambda _part: (here,))
    with pytest.raises(SystemExit, match="not a place to fetch from"):
        inputs.fetch("tool")


def pins(name):
    return dict(wheels.pins(places.PACKAGING / f"requirements{name}.txt"))


@pytest.mark.parametrize("system", places.SYSTEMS)
def test_a_build_holds_the_versions_that_are_tested(system):
    tested = (places.PACKAGING / "requirements.txt").read_text()
    for name, version in pins(f"-{system}").items():
        assert f"{name}=={version} " in tested


@pytest.mark.parametrize("system", places.SYSTEMS)
def test_no_build_holds_a_film_codec_or_a_tool_of_ours(system):
    assert not {"av", "pyxform", "splink", "duckdb", "pytest", "setuptools"} & pins(f"-{system}").keys()  # fmt: skip


def test_what_is_compiled_here_is_what_the_lock_of_linux_names():
    found = {one: inputs.of(one)[0].version for one in compiled.PARTS}
    assert found == {
        name: version for name, version in pins("-linux").items() if name in found
    }


def test_a_lock_without_some_packages_keeps_the_others_with_their_hashes():
    lock = (
        "one==1 \\\n    --hash=sha256:a\n    # via x\ntwo==2 \\\n    --hash=sha256:b\n"
    )
    assert "".join(wheels.without(lock, ("one",))) == "two==2 \\\n    --hash=sha256:b\n"
    assert "".join(wheels.without(lock, ())) == lock


def a_wheel(folder, name, *inside):
    with zipfile.ZipFile(folder / name, "w") as archive:
        for one in inside:
            archive.writestr(one, "x")


@pytest.fixture
def folder(tmp_path, monkeypatch):
    """The wheels of two packages, and their lock."""
    monkeypatch.setattr(places, "PACKAGING", tmp_path)
    for system in places.SYSTEMS:
        (tmp_path / f"requirements-{system}.txt").write_text(
            "one.a==1 \\\n  --hash=x\ntwo==2 \\\n"
        )
    a_wheel(tmp_path, "one_a-1-py3-none-any.whl", "one.py")
    a_wheel(tmp_path, "two-2-cp313-cp313-win_amd64.whl", "two.pyd")
    return tmp_path


def test_the_wheels_of_a_lock_are_all_there(folder):
    wheels.whole("windows", folder)


@pytest.mark.parametrize(("change", "why"), [("-", "Missing"), ("+", "too many")])
def test_a_wheel_too_few_or_too_many_is_named(folder, change, why):
    if change == "-":
        (folder / "two-2-cp313-cp313-win_amd64.whl").unlink()
    else:
        a_wheel(folder, "three-3-py3-none-any.whl", "three.py")
    with pytest.raises(SystemExit, match=rf"{why}: \[\('t"):
        wheels.whole("windows", folder)


def test_a_wheel_of_another_system_is_named(folder):
    with pytest.raises(SystemExit, match="of another system"):
        wheels.whole("linux", folder)


def test_a_wheel_that_lies_there_with_its_hash_is_not_fetched_again(folder):
    found = folder / "two-2-cp313-cp313-win_amd64.whl"
    lock = f"two==2 \\\n    --hash=sha256:{sha256(found)}\n    # via one\n"
    assert wheels.fetch("windows", lock, folder) == [found]


def test_a_wheel_with_another_hash_is_not_taken_for_it(folder):
    lock = f"two==2 \\\n    --hash=sha256:{'0' * 64}\n"
    assert wheels.there(lock, folder) == []


def a_raw_wheel(place, when, order):
    place.mkdir()
    raw = place / "thing-1-cp313-cp313-linux_x86_64.whl"
    with zipfile.ZipFile(raw, "w") as archive:
        for name in order:
            text = "Wheel-Version: 1.0\nTag: cp313-cp313-linux_x86_64\n" if name.endswith("WHEEL") else name  # fmt: skip
            archive.writestr(zipfile.ZipInfo(name, (when, 1, 1, 0, 0, 0)), text)
    return raw


def test_a_wheel_that_was_compiled_twice_is_the_same_bytes(tmp_path):
    names = ["thing/__init__.py", "thing-1.dist-info/WHEEL", "thing-1.dist-info/RECORD"]
    made = []
    for at, order in enumerate((names, names[::-1])):
        raw = a_raw_wheel(tmp_path / str(at), 2000 + at, order)
        compiled.pack(raw, raw.with_name("thing.whl"))
        made.append(raw.with_name("thing.whl").read_bytes())
    assert made[0] == made[1]


def test_a_packed_wheel_says_what_it_is_good_for_and_its_record_holds(tmp_path):
    raw = a_raw_wheel(tmp_path / "a", 2001, ["thing.py", "thing-1.dist-info/WHEEL", "thing-1.dist-info/RECORD"])  # fmt: skip
    compiled.pack(raw, tmp_path / "thing.whl")
    with zipfile.ZipFile(tmp_path / "thing.whl") as archive:
        assert b"manylinux_2_36_x86_64" in archive.read("thing-1.dist-info/WHEEL")
        lines = archive.read("thing-1.dist-info/RECORD").decode().splitlines()
        for line in lines:
            name, said, size = line.split(",")
            if said:
                assert len(archive.read(name)) == int(size)
    assert len(lines) == 3


def test_a_library_that_asks_for_another_of_the_system_is_refused():
    with pytest.raises(SystemExit, match="libQt6Core"):
        cpython.asks(Path(PySide6.QtCore.__file__))


def test_what_python_was_built_with_names_no_folder_of_the_machine(tmp_path):
    said = set()
    for name in ("a", "some-longer-name"):
        place = tmp_path / name / "source"
        place.mkdir(parents=True)
        settings = place / "_sysconfigdata_x.py"
        settings.write_text(
            f"build_time_vars = {{'B': 1, 'A': '-I{place}/Include x'}}\n"
        )
        said.add(cpython.nameless(settings, place))
    assert said == {
        "build_time_vars = {\n 'A': '-I/ieum/source/Include x',\n 'B': 1,\n}\n"
    }


def test_the_folder_of_windows_is_taken_with_its_hash_only(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "runtime", lambda system: tmp_path / system)
    given = tmp_path / "python-3.13.9-embed-amd64.zip"
    with zipfile.ZipFile(given, "w") as archive:
        archive.writestr("python313.dll", "dll")
        archive.writestr("python.exe", "exe")
    with pytest.raises(SystemExit, match="not the file of this hash"):
        cpython.windows(given, "0" * 64)
    found = cpython.windows(
        given, hashlib.sha256(given.read_bytes()).hexdigest().upper()
    )
    assert {one.name for one in found.iterdir()} == {"python313.dll", "python.exe"}


def test_a_folder_of_windows_may_lie_one_level_deeper(tmp_path, monkeypatch):
    monkeypatch.setattr(places, "runtime", lambda system: tmp_path / system)
    given = tmp_path / "embed.zip"
    with zipfile.ZipFile(given, "w") as archive:
        archive.writestr("embed/python313.dll", "dll")
    found = cpython.windows(given, sha256(given))
    assert [one.name for one in found.iterdir()] == ["python313.dll"]


def test_a_compiled_python_is_laid_without_what_no_window_needs(tmp_path):
    source = tmp_path / "Python-3.13.0"
    for name in ("test/test_x.py", "sqlite3/__init__.py", "json/__init__.py", "ctypes/macholib/x.py", "unittest/mock.py", "os.py"):  # fmt: skip
        path = source / "Lib" / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text("")
    (source / "pybuilddir.txt").write_text("build/lib\n")
    (source / "build/lib").mkdir(parents=True)
    (source / "build/lib/_sysconfigdata_x.py").write_text("build_time_vars = {}\n")
    (source / "LICENSE").write_text("PSF")
    shutil.copyfile("/bin/true", source / "python")
    cpython.lay(source, tmp_path / "out")
    there = {one.relative_to(tmp_path / "out").as_posix() for one in (tmp_path / "out").rglob("*") if one.is_file()}  # fmt: skip
    library = "lib/python3.13/"
    assert there == {"bin/python3.13", *(library + one for one in ("os.py", "json/__init__.py", "unittest/mock.py", "_sysconfigdata_x.py", "LICENSE.txt"))}  # fmt: skip
