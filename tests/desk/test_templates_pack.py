"""A court's pack speaks in the center's own words too: its list, its merged table."""

from tests.desk.test_paper_pack import asked, desk, grouped, made, out, told  # noqa: F401
from tests.desk.test_templates import read


def test_the_list_and_the_merged_table_of_a_pack_have_the_words_a_center_chose(desk, asked, out):  # noqa: F811  # fmt: skip
    desk.templates.set("paper-pack-title", "ko", "함께 내는 문서")
    desk.templates.set("paper-merged-title", "ko", "여러 기관의 지원")
    _, files = made(desk, asked, out)
    assert "함께 내는 문서" in read(files["PACK_INDEX"].read_bytes())
    assert "여러 기관의 지원" in read(files["MERGED"].read_bytes())
    kept = {row["kind"]: row["template"] for row in desk._rooms.register.find("issued_paper")}  # fmt: skip
    assert kept["PACK_INDEX"].endswith("own")
    assert kept["MERGED"].endswith("own")
    assert not kept["ANNEX"].endswith("own")
