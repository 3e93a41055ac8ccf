import shutil

import pytest

from intake.desk import NewWorkspace, passphrase_strength, suggest_passphrase, workspace
from intake.errors import (
    InvalidInput,
    NotYours,
    WeakPassphrase,
    WrongCode,
    WrongPassphrase,
)
from intake.progress import Silent
from tests.desks_at_hand import a_desk, agreed
from tests.vaults_at_hand import PASSPHRASE, POLICY, MemoryKeyring


def plan(**said):
    named = {
        "role": "center",
        "center_code": "IC",
        "center_name": "IC 센터",
        "device_name": "ic-1",
    }
    return NewWorkspace(
        **{
            **named,
            "counselor": "박상담",
            "language": "ko",
            "passphrase": PASSPHRASE,
            **said,
        }
    )


def test_a_weak_passphrase_makes_no_workspace(tmp_path):
    with pytest.raises(WeakPassphrase):
        workspace.create(
            tmp_path / "w",
            plan(passphrase="1234"),
            keyring=MemoryKeyring(),
            policy=POLICY,
        )
    assert not (tmp_path / "w").exists()


def test_a_center_without_a_name_is_asked_for_it(tmp_path):
    with pytest.raises(InvalidInput):
        workspace.create(
            tmp_path / "w",
            plan(center_name=" "),
            keyring=MemoryKeyring(),
            policy=POLICY,
        )


@pytest.mark.parametrize("code", ["CON", "nul", " COM1 "])
def test_no_center_is_called_as_windows_calls_its_devices(tmp_path, code):
    with pytest.raises(InvalidInput):
        workspace.create(
            tmp_path / "w",
            plan(center_code=code),
            keyring=MemoryKeyring(),
            policy=POLICY,
        )
    assert not (tmp_path / "w").exists()


def test_the_printed_code_must_be_typed_back(tmp_path):
    desk = workspace.create(
        tmp_path / "w", plan(), keyring=MemoryKeyring(), policy=POLICY
    )
    assert not desk.about().setup_done
    with pytest.raises(WrongCode):
        desk.setup.confirm_code("00000-00000-00000-00000-00000-0")
    code = desk.setup.recovery_code()
    assert desk.setup.recovery_sheet().startswith(b"%PDF")
    desk.setup.confirm_code(code.lower().replace("-", " "))
    assert desk.about().setup_done
    with pytest.raises(NotYours):
        desk.setup.recovery_code()
    desk.close()


def test_a_forgotten_passphrase_is_helped_by_the_printed_code(tmp_path):
    keyring = MemoryKeyring()
    desk = workspace.create(tmp_path / "w", plan(), keyring=keyring, policy=POLICY)
    code = desk.setup.recovery_code()
    desk.setup.confirm_code(code)
    case = agreed(desk, "RECORD")
    desk.close()
    again = workspace.recover(
        tmp_path / "w",
        code,
        "새로 정한 긴 암호문구",
        keyring=MemoryKeyring(),
        policy=POLICY,
    )
    assert again.cases.line(case).alias == "하늘"
    again.close()


def test_a_changed_passphrase_opens_and_the_former_does_not(desk, tmp_path, keyring):
    desk.keys.change_passphrase(PASSPHRASE, "다른 강과 다른 달빛", Silent())
    desk.close()
    with pytest.raises(WrongPassphrase):
        workspace.open_(tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY)
    workspace.open_(
        tmp_path / "ic", "다른 강과 다른 달빛", keyring=keyring, policy=POLICY
    ).close()


def test_a_folder_tells_nothing_but_that_a_vault_is_there(desk, tmp_path):
    seen = workspace.look(tmp_path / "ic")
    assert (seen.state, workspace.look(tmp_path / "none").state) == ("ready", "absent")


def test_a_restored_copy_goes_on_in_a_new_log(desk, tmp_path, keyring):
    case = agreed(desk, "RECORD")
    desk.close()
    shutil.copytree(tmp_path / "ic", tmp_path / "copy")
    later = workspace.open_(tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY)
    later.cases.rename(case, "하늘이")
    later.close()
    shutil.rmtree(tmp_path / "ic")
    shutil.copytree(tmp_path / "copy", tmp_path / "ic")
    restored = workspace.open_(
        tmp_path / "ic", PASSPHRASE, keyring=keyring, policy=POLICY
    )
    restored.cases.rename(case, "하늘")
    assert len(restored._rooms.ledger.logs()) == 2
    restored.close()


def test_everything_that_was_said_still_fits(desk):
    agreed(desk, "RECORD")
    report = desk.keys.verify(Silent())
    assert report.ok


def test_two_laptops_that_did_not_see_each_other_give_a_conflict_a_person_settles(
    desk, central, tmp_path
):
    case = agreed(desk, "RECORD", "CENTRAL")
    desk.records.change("case", case, {"central_number": "A-1"})
    assert desk.records.conflicts(case) == ()


def test_suggested_passphrases_are_accepted_and_differ():
    for language in ("ko", "en"):
        one, other = suggest_passphrase(language), suggest_passphrase(language)
        assert one != other
        assert len(one.split()) == 4
        assert passphrase_strength(one).accepted


def test_hangul_is_never_praised_for_more_than_it_has():
    assert not passphrase_strength("비밀번호").accepted
    assert passphrase_strength(PASSPHRASE).accepted


def test_the_desk_is_ready_for_its_first_case(tmp_path):
    opened = a_desk(tmp_path / "one")
    assert opened.about().setup_done
    assert opened.today().unfinished == ()
    opened.close()
