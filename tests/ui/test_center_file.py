import pytest

from ui.wizards.center_file import (
    MOST,
    BadCenterFile,
    CenterFile,
    load_center,
    read_center,
)


def test_a_file_says_code_name_and_device():
    said = read_center('[center]\ncode = "IC"\nname = " 인천센터 "\ndevice = "1"\n')
    assert said == CenterFile("IC", "인천센터", "1")


def test_what_a_file_leaves_out_stays_empty():
    assert read_center('code = "IC"') == CenterFile("IC", "", "")


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("code = ", "center-file-other"),
        ("[" * 5_000, "center-file-other"),
        ("", "center-file-empty"),
        ('center = "IC"', "center-file-empty"),
        ("code = 7", "center-file-value"),
        ('code = "I\\nC"', "center-file-value"),
        (f'name = "{"가" * 121}"', "center-file-value"),
    ],
)
def test_a_bad_file_is_refused_with_its_reason(text, why):
    with pytest.raises(BadCenterFile) as refused:
        read_center(text)
    assert refused.value.text_id == why


def test_a_large_file_is_not_read(tmp_path):
    (tmp_path / "center.toml").write_bytes(b"#" * (MOST + 1))
    with pytest.raises(BadCenterFile) as refused:
        load_center(tmp_path / "center.toml")
    assert refused.value.text_id == "center-file-large"


def test_bytes_that_are_no_text_and_a_missing_file_are_refused(tmp_path):
    (tmp_path / "center.toml").write_bytes(b"\xff\xfe\x00")
    for path, why in (
        ("center.toml", "center-file-other"),
        ("none.toml", "center-file-unreadable"),
    ):
        with pytest.raises(BadCenterFile) as refused:
            load_center(tmp_path / path)
        assert refused.value.text_id == why
