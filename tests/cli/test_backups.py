"""Backups from a terminal, as IT schedules them; and a restore."""


def test_it_can_schedule_a_backup_and_put_it_back(ieum, made, place):
    stick = place / "stick"
    stick.mkdir()
    assert ieum("backups", "choose-place", str(stick))[0] == 0
    code, first, complaint = ieum("backups", "nightly")
    assert code == 0, complaint
    code, back, complaint = ieum("restore", str(stick), "--same-computer")
    assert (code, back["name"]) == (0, first["name"]), complaint
    assert (place / back["aside"] / "vault.db").exists()
    code, _, complaint = ieum("look-at-backup", str(place / "w"))
    assert code == 1
    assert "err-backup-unfit" in complaint
