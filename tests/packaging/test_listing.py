"""IT asks whether a folder is what was signed: every way in which it is not is told, by the stock tool too."""

import pytest
from making import listing

from intake.crypto.spoken import public_line
from intake.release.files import NAMESPACE, PRINCIPAL
from tests.release.builds_at_hand import STRANGER, lay


@pytest.fixture
def root(tmp_path):
    return lay(tmp_path / "ieum", "0.1.0")


def verify(root, *more):
    return listing.main([str(root), *map(str, more)])


def test_a_folder_as_it_was_signed_is_well(root, capsys):
    assert listing.differences(root) == []
    assert verify(root) == 0
    assert capsys.readouterr().out.endswith("signature: fits; differences: 0\n")


def test_each_file_that_is_not_as_the_list_says_is_told(root, tmp_path):
    (root / "BUILD.json").write_bytes(b"{}")
    (root / "ieum").unlink()
    (root / "more").touch()
    (root / "app/start.py").rename(tmp_path / "start.py")
    (root / "app/start.py").symlink_to(tmp_path / "start.py")
    (root / "app/odd").symlink_to(tmp_path)
    assert listing.differences(root) == ["extra    app/odd", "extra    more", "changed  BUILD.json", "changed  app/start.py", "missing  ieum"]  # fmt: skip
    assert verify(root) == 1
    (root / listing.LIST).unlink()
    assert listing.differences(root) == ["missing  FILES.sha256"]


def test_a_folder_without_its_signature_is_not_well_though_every_file_is(root, capsys):
    (root / listing.SIGNATURE).rename(root / "FILES.sha256.sig.away")
    (root / "FILES.sha256.sig.away").unlink()
    assert listing.differences(root) == []
    assert verify(root) == 1
    assert "DOES NOT FIT; differences: 0" in capsys.readouterr().out


def test_who_may_sign_is_what_it_names_or_else_the_folders_own(root, tmp_path):
    stranger = tmp_path / "signers"
    stranger.write_text(f'{PRINCIPAL} namespaces="{NAMESPACE}" {public_line(STRANGER.public)}\n')  # fmt: skip
    assert verify(root, "--signers", root / listing.SIGNERS) == 0
    assert verify(root, "--signers", stranger) == 1


def test_no_link_gets_into_a_list(root):
    (root / "link").symlink_to(root / "ieum")
    with pytest.raises(SystemExit, match="may not lie in the tree: link"):
        listing.write(root)


def test_a_list_names_everything_but_itself_in_order(root):
    (root / "FILES.sha256.sig").touch()
    (root / "app/Z").touch()
    rows = listing.write(root).read_text("utf-8").splitlines()
    names = [row[66:] for row in rows]
    assert names == sorted(names)
    assert set(names) == {one.relative_to(root).as_posix() for one in root.rglob("*") if one.is_file()} - {"FILES.sha256", "FILES.sha256.sig"}  # fmt: skip
