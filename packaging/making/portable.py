"""The build for any Linux desktop: one archive, and signatures that stock tools verify.

    python3 packaging/build.py portable             build/dist/ieum-<version>-linux-x86_64.tar.xz
    python3 packaging/build.py portable --zst       the same tree as an update takes it

* The archive holds ``ieum-<version>/``: unpack it anywhere, run ``ieum-window`` in it.
* Names in order, one owner, and version and time as the tree says them (BUILD.json): the same
  tree gives the same bytes, whatever was committed since.
* Beside it lie ``SHA256SUMS`` and, for both of them, a signature of ``ssh-keygen -Y`` (``.sig``)
  and one of ``gpg`` (``.asc``), and ``VERIFY.txt`` with the three lines to type.
"""

import argparse
import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from making import places, signing
from making.digest import sha256

_NAMES = ("*.tar.xz", "*.tar.zst", "*.deb", "*.msi")
_VERIFY = """\
이음 {version}: 받은 파일이 만든 곳에서 서명한 그대로인지 확인하는 방법
release.signers와 release.gpg의 지문은 이 폴더가 아닌 다른 길로(전화, 공문) 견주십시오.

Ieum {version}: how to see that what you received is what was signed
Compare the fingerprints of release.signers and release.gpg by another way than this folder.

    ssh-keygen -l -f release.pub
    gpg --show-keys release.gpg

    ssh-keygen -Y verify -f release.signers -I {principal} -n {namespace} -s SHA256SUMS.sig < SHA256SUMS
    gpg --no-default-keyring --keyring ./release.gpg --verify SHA256SUMS.asc SHA256SUMS
    sha256sum --check --ignore-missing SHA256SUMS

둘 중 하나의 서명과 마지막 줄이면 충분합니다. 하나라도 맞지 않으면 설치하지 말고 보낸 곳에 알리십시오.
One of the two signatures and the last line are enough. Where anything does not fit, do not install it; tell whoever sent it.
"""


def main(rest: Sequence[str]) -> int:
    """Make the archive and sign what is handed out."""
    parser = argparse.ArgumentParser(prog="build.py portable")
    parser.add_argument("--tree", type=Path, default=places.tree("linux"))
    parser.add_argument("--out", type=Path, default=places.DIST)
    parser.add_argument("--version", help="else what the tree says of itself")
    parser.add_argument("--zst", action="store_true", help="as an update takes it")
    asked = parser.parse_args(rest)
    tree, out = asked.tree.resolve(), asked.out.resolve()
    version = asked.version or str(_said(tree).get("version", places.version()))
    made = archive(tree, out, version, zst=asked.zst)
    sign_all(out, version)
    print(f"{made}: {made.stat().st_size / 1e6:.1f} MB")
    return 0


def archive(tree: Path, out: Path, version: str, *, zst: bool = False) -> Path:
    """Pack a tree; the same tree gives the same bytes."""
    out.mkdir(parents=True, exist_ok=True)
    name, when = f"ieum-{version}", int(_said(tree).get("made", places.made()))
    plain = out / f"{name}-linux-x86_64.tar"
    fixed = ("--sort=name", f"--mtime=@{when}", "--owner=0", "--group=0", "--numeric-owner", "--format=gnu")  # fmt: skip
    places.run("tar", *fixed, f"--transform=s,^[.],{name},", "-C", tree, "-cf", plain, ".", kindly=True)  # fmt: skip
    packed = plain.with_name(plain.name + (".zst" if zst else ".xz"))
    packed.unlink(missing_ok=True)
    packer = ("zstd", "-q", "--rm", "-12", "-T1") if zst else ("xz", "-6", "-T1")
    places.run(*packer, plain, kindly=True)
    return packed


def _said(tree: Path) -> dict[str, Any]:
    told = tree / "BUILD.json"
    said: dict[str, Any] = json.loads(told.read_text("utf-8")) if told.is_file() else {}
    return said


def sign_all(out: Path, version: str) -> None:
    """Write the sums of what lies in a folder, sign them both ways, and say how to check."""
    found = sorted({path for pattern in _NAMES for path in out.glob(pattern)})
    rows = "".join(f"{sha256(path)}  {path.name}\n" for path in found)
    sums = out / "SHA256SUMS"
    sums.write_text(rows, encoding="ascii", newline="\n")
    for path in (sums, *found):
        signing.sign(path)
        signing.sign_gpg(path)
    signing.lay_public(out)
    said = _VERIFY.format(version=version, principal=signing.PRINCIPAL, namespace=signing.NAMESPACE)  # fmt: skip
    (out / "VERIFY.txt").write_text(said, encoding="utf-8", newline="\n")
