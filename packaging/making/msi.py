r"""The installer of Windows: one ``.msi`` out of the tree, made on Linux by ``wixl``.

    python3 packaging/build.py msi [--tree DIR] [--out DIR]

* Per machine and silent (``msiexec /i ieum-….msi /qn``); nothing is asked and nothing is fetched.
* One component for each file, named by its path: an upgrade, a repair and a removal know
  exactly what is theirs. An older version over a newer one is refused, in words.
* ``%ProgramData%\Ieum`` is made so that only administrators write there, and is left behind.
  ``POLICYFROM=<folder>`` copies ``policy.toml``, its signature and its signers from there;
  no file of the package is called so, and so no upgrade and no removal touches a policy.
* What ``wixl`` cannot say is said to the finished tables by ``msibuild``; what differs from one
  run to the next is made equal by ``making.normalising``; the signature comes last.
"""

# ruff: noqa: S608 - the tables of the installer are said in words of SQL; nothing of anybody is

import argparse
import hashlib
import os
import shutil
import uuid
from collections.abc import Iterator, Sequence
from html import escape
from pathlib import Path

from making import authenticode, normalising, places
from making.debian import Plan, plan

HERE = places.PACKAGING / "windows"
UPGRADE = uuid.uuid5(uuid.NAMESPACE_DNS, "ieum.example")  # for ever: this program
POLICIES = ("policy.toml", "policy.toml.sig", "policy.signers")
OLDER = "더 새로운 이음이 이미 설치되어 있어 그대로 두었습니다. / A newer Ieum is installed; nothing was changed."  # fmt: skip
# administrators and the system write, users read; nothing is taken over from ProgramData
ONLY_READ = "D:PAI(A;OICI;FA;;;SY)(A;OICI;FA;;;BA)(A;OICI;0x1200a9;;;BU)"
NAME = "이음 (Ieum)"
_PAGE = "949"  # Korean; ``msiexec`` knows no UTF-8
_COPIES = 3800
_ENDS_EARLY = (
    1501  # the former version goes within what a broken installation rolls back
)


def main(rest: Sequence[str]) -> int:
    """Make the installer."""
    parser = argparse.ArgumentParser(prog="build.py msi")
    parser.add_argument("--tree", type=Path, default=places.tree("windows"))
    parser.add_argument("--out", type=Path, default=places.DIST)
    parser.add_argument("--unsigned", action="store_true", help="to compare two builds")  # fmt: skip
    asked = parser.parse_args(rest)
    made = make(plan(asked.tree.resolve(), asked.out.resolve()), signed=not asked.unsigned)  # fmt: skip
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


def make(plan: Plan, *, signed: bool = True) -> Path:
    """Make the installer of a tree, and return it."""
    if shutil.which("wixl") is None or shutil.which("msibuild") is None:
        raise SystemExit("No wixl or msibuild: apt-get install wixl msitools")
    plan.out.mkdir(parents=True, exist_ok=True)
    msi = plan.out / f"ieum-{plan.version}-windows-x86_64.msi"
    msi.unlink(missing_ok=True)
    place = plan.out / f".ieum-{plan.version}"
    shutil.rmtree(place, ignore_errors=True)
    _lay(plan, place)
    places.run("wixl", "--arch", "x64", "-o", msi, "ieum.wxs", where=place)
    places.run("msibuild", msi, "-i", place / "_ForceCodepage.idt")
    shutil.rmtree(place)
    package = _guid(
        hashlib.sha256((plan.tree / "FILES.sha256").read_bytes()).hexdigest()
    )
    places.run(
        "msibuild",
        msi,
        "-s",
        f"Ieum {plan.version}",
        "Ieum",
        "x64;1042",
        f"{{{package}}}",
    )
    for query in amendments():
        places.run("msibuild", msi, "-q", query)
    normalising.normalise(msi, package, plan.made)
    if signed:
        authenticode.sign([msi], plan.made)
    return msi


def _lay(plan: Plan, place: Path) -> None:
    """Lay out what ``wixl`` packs; every file carries the time of the build."""
    place.mkdir()
    (place / "tree").symlink_to(plan.tree)
    shutil.copyfile(HERE / "ieum.ico", place / "ieum.ico")
    shutil.copyfile(places.PACKAGING / "policy.toml", place / "policy.toml")
    (place / "ieum.wxs").write_text(described(plan), encoding="utf-8")
    page = f"\r\n\r\n{_PAGE}\t_ForceCodepage\r\n"
    (place / "_ForceCodepage.idt").write_bytes(page.encode("ascii"))
    for path in place.iterdir():
        if path.is_file():
            os.utime(path, (plan.made, plan.made))


def described(plan: Plan) -> str:
    """Return what ``wixl`` is told: every folder and file of the tree, and what lies beside it."""
    names: list[str] = []
    tree = "\n".join(_folder(plan.tree, plan.tree, names, " " * 10))
    told = {
        "PRODUCT": _guid(f"product {plan.version}"),
        "UPGRADE": str(UPGRADE).upper(),
        "VERSION": plan.version,
        "COMMENT": "Apache-2.0",
        "ICON": "ieum.ico",
        "POLICY_GUID": _guid("policy"),
        "SHORTCUT_GUID": _guid("shortcut"),
        "TREE": tree,
        "REFERENCES": "\n".join(f'      <ComponentRef Id="c{one}"/>' for one in names),
    }
    text = (HERE / "ieum.wxs").read_text(encoding="utf-8")
    text = text.replace('Source="@POLICY@"', 'Source="policy.toml"')
    for name, value in told.items():
        text = text.replace(f"@{name}@", value)
    return text


def amendments() -> Iterator[str]:
    """Return what the finished tables are told, for which ``wixl`` has no words.

    Korean stands in the code page that is set first. The folder of the policy stays when the
    program goes (16: permanent, 256: 64 bits), its rights are laid down as SDDL, a policy is
    copied where one was named, and the former version is removed within what is rolled back.
    A repair copies none: everybody may ask for one, and it is done with the system's rights.
    """
    yield f"UPDATE `Property` SET `Value` = '{NAME}' WHERE `Property` = 'ProductName'"
    yield "UPDATE `Property` SET `Value` = 'POLICYFROM;WIX_DOWNGRADE_DETECTED;WIX_UPGRADE_DETECTED' WHERE `Property` = 'SecureCustomProperties'"  # fmt: skip
    yield f"UPDATE `LaunchCondition` SET `Description` = '{OLDER}' WHERE `Condition` = 'NOT WIX_DOWNGRADE_DETECTED'"  # fmt: skip
    yield "UPDATE `Shortcut` SET `Name` = 'IEUM|이음' WHERE `Shortcut` = 'shortcut'"
    yield "UPDATE `Component` SET `Attributes` = 272 WHERE `Component` = 'policy'"
    yield f"UPDATE `InstallExecuteSequence` SET `Sequence` = {_ENDS_EARLY} WHERE `Action` = 'RemoveExistingProducts'"  # fmt: skip
    yield f"INSERT INTO `InstallExecuteSequence` (`Action`, `Condition`, `Sequence`) VALUES ('MoveFiles', 'NOT Installed', {_COPIES})"  # fmt: skip
    yield "CREATE TABLE `MsiLockPermissionsEx` (`MsiLockPermissionsEx` CHAR(72) NOT NULL, `LockObject` CHAR(72) NOT NULL, `Table` CHAR(32) NOT NULL, `SDDLText` CHAR(0) NOT NULL, `Condition` CHAR(255) PRIMARY KEY `MsiLockPermissionsEx`)"  # fmt: skip
    yield f"INSERT INTO `MsiLockPermissionsEx` (`MsiLockPermissionsEx`, `LockObject`, `Table`, `SDDLText`) VALUES ('policy', 'POLICY', 'CreateFolder', '{ONLY_READ}')"  # fmt: skip
    yield "CREATE TABLE `MoveFile` (`FileKey` CHAR(72) NOT NULL, `Component_` CHAR(72) NOT NULL, `SourceName` CHAR(255) LOCALIZABLE, `DestName` CHAR(255) LOCALIZABLE, `SourceFolder` CHAR(72), `DestFolder` CHAR(72) NOT NULL, `Options` SHORT NOT NULL PRIMARY KEY `FileKey`)"  # fmt: skip
    for at, name in enumerate(POLICIES):
        yield f"INSERT INTO `MoveFile` (`FileKey`, `Component_`, `SourceName`, `DestName`, `SourceFolder`, `DestFolder`, `Options`) VALUES ('policy{at}', 'policy', '{name}', '{name}', 'POLICYFROM', 'POLICY', 0)"  # fmt: skip


def _folder(folder: Path, root: Path, names: list[str], indent: str) -> Iterator[str]:
    """Describe a folder: its files, each a component of its own, then the folders in it."""
    for path in sorted(folder.iterdir()):
        place = path.relative_to(root).as_posix()
        if not place.isascii():  # wixl writes names before the code page is known
            raise SystemExit(f"A name that the installer cannot say: {place}")
        if path.is_dir():
            yield f'{indent}<Directory Id="d{_short(place)}" Name="{escape(path.name)}">'  # fmt: skip
            yield from _folder(path, root, names, indent + " ")
            yield f"{indent}</Directory>"
            continue
        name = _short(place)
        names.append(name)
        yield f'{indent}<Component Id="c{name}" Guid="{_guid(place)}" Win64="yes"><File Id="f{name}" Source="tree/{escape(place)}" KeyPath="yes"/></Component>'  # fmt: skip


def _guid(name: str) -> str:
    return str(uuid.uuid5(UPGRADE, name)).upper()


def _short(name: str) -> str:
    return uuid.uuid5(UPGRADE, name).hex
