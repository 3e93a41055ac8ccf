"""Statistics from a terminal: what another system reads, and the file it takes."""

import json

YEAR = json.dumps({"about_kind": "CENTER", "first": "2024", "last": "2024"})


def test_statistics_are_read_and_taken_from_a_terminal(ieum, made, place):
    code, view, complaint = ieum("statistics", "view", YEAR)
    assert code == 0, complaint
    assert len(view["position"]) == 64
    assert view["hidden"] is True
    assert [one["id"] for one in view["pictures"]] == ["months", "waves", "platforms", "ages"]  # fmt: skip
    file = place / "tables.xlsx"
    code, answer, complaint = ieum("--out", str(file), "statistics", "make", YEAR, "xlsx")  # fmt: skip
    assert code == 0, complaint
    assert answer["data"] == {"bytes": file.stat().st_size}
