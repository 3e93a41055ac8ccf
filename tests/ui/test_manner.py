import pytest

from ui.manner import FILE, Manner, keep_manner, read_manner


def test_what_is_kept_is_read_again(tmp_path):
    manner = Manner("en", "dark", 150)
    keep_manner(tmp_path / "new", manner)
    assert read_manner(tmp_path / "new") == manner


@pytest.mark.parametrize(
    "kept", ["", "[]", "not json", '{"language": "xx", "scale": 7}', '{"other": 1}']
)
def test_what_cannot_stand_gives_the_defaults(tmp_path, kept):
    (tmp_path / FILE).write_text(kept, encoding="utf-8")
    assert read_manner(tmp_path) == Manner()


def test_a_folder_that_is_not_there_gives_the_defaults(tmp_path):
    assert read_manner(tmp_path / "nowhere") == Manner()


def test_a_place_that_cannot_be_written_to_harms_nobody(tmp_path):
    (tmp_path / "file").write_text("", encoding="utf-8")
    keep_manner(tmp_path / "file" / "below", Manner())
    assert read_manner(tmp_path / "file" / "below") == Manner()
