"""Install, use, upgrade and remove the Debian package in a root of its own, and try to cheat it.

    sudo python3 packaging/build.py prove debian [--suite bookworm|trixie] [--tree DIR]

* Needed (apt-get install): debootstrap reprepro gnupg dpkg openssh-client binutils zstd
  util-linux, user-mode-linux for AppArmor that enforces; root, a mirror of Debian, about 3 GB below ``build/prove``. Everything runs in
  namespaces of its own: nothing of this machine is changed, and nothing stays running.
* The root is what ``debootstrap --variant=minbase`` makes, kept for the next time, and beside it
  what a Korean desktop has: Xvfb, a bus, a keyring, ibus with its Hangul engine, AT-SPI.
* The stick is a folder. What ``apt`` and ``dpkg`` say where they refuse is shown as they say it.
* The last lines are PASS or FAIL for each thing shown; the pictures lie beside the root.
"""

import argparse
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from making import places, prove_debian_cheats, prove_debian_guarded, prove_debian_root
from making.prove_debian_root import Root, Told, said_by

_INSIDE = "IEUM_PROOF_INSIDE"
POLICY = "/etc/ieum/policy.toml"
PROFILE, COMPLAINS = "/etc/apparmor.d/ieum", "/etc/apparmor.d/force-complain/ieum"
EDIT = "# edited by IT\n"
OLD, NEW, NEXT = prove_debian_root.VERSIONS
VAULT = "/home/sangdam/.local/share/ieum/workspace"


def main(rest: Sequence[str]) -> int:
    """Run the proof; it goes into namespaces of its own first."""
    parser = argparse.ArgumentParser(prog="build.py prove debian")
    parser.add_argument("--suite", default="bookworm", help="bookworm or trixie")
    parser.add_argument("--mirror", default="http://deb.debian.org/debian")
    parser.add_argument("--tree", type=Path, default=places.tree("linux"))
    parser.add_argument("--only", default="", help="steps by name, with commas")
    asked = parser.parse_args(rest)
    if os.geteuid() != 0:
        print("This needs root: it makes a root of its own.")
        return 1
    if os.environ.get(_INSIDE) is None:
        return _inside(rest)
    return prove(asked.suite, asked.mirror, asked.tree.resolve(), asked.only)


def prove(suite: str, mirror: str, tree: Path, only: str = "") -> int:
    """Do every step in order; a step that breaks is a FAIL, and the next one is tried."""
    folder = places.PROVE / f"debian-{suite}"
    told = Told()
    root = prove_debian_root.ready(folder, suite, mirror, tree, told)
    steps: dict[str, Callable[[Root, Told], None]] = {
        "install": install,
        "use": use,
        "upgrade": upgrade,
        "guarded": prove_debian_guarded.guarded,
        "downgrade": downgrade,
        "power": power,
        **prove_debian_cheats.STEPS,
        "remove": remove,
    }
    for name, step in steps.items():
        if only and name not in only.split(","):
            continue
        print(f"\n== {name}", flush=True)
        try:
            step(root, told)
        except (AssertionError, subprocess.CalledProcessError, OSError) as error:
            told(False, f"{name}: {error}")
    for picture in sorted(root.at(prove_debian_root.SHOTS).glob("*.xwd")):
        prove_debian_root.pictured(picture, folder / f"{picture.stem}.png")
    return told.end()


def install(root: Root, told: Told) -> None:
    """Install from the stick, with nothing but what apt does by itself and no network."""
    root.stick(root.old)
    told(root.apt("update"), "apt believes the stick's signed index")
    told(root.apt("install", "ieum"), "apt installs the package from the stick, without a network")  # fmt: skip
    told(root.say("dpkg", "-V", "ieum").strip() == "", "dpkg -V: every file is as it was packed")  # fmt: skip
    told(root.run("ieum", "look").returncode == 0 and root.version() == OLD, "the command ieum runs, after it looked through every file of its own")  # fmt: skip
    sums = root.run("sh", "-c", "cd /usr/lib/ieum && sha256sum --quiet -c FILES.sha256")
    told(sums.returncode == 0, "sha256sum -c FILES.sha256: every file is as listed")
    listed = root.run("sh", "-c", "cd /usr/lib/ieum && ssh-keygen -Y verify -f app/resources/trust/release.signers -I release@ieum.example -n intake-release@v1 -s FILES.sha256.sig < FILES.sha256")  # fmt: skip
    told(listed.returncode == 0, f"ssh-keygen -Y verify: {said_by(listed).strip()[:90]}")  # fmt: skip
    wanted = ("/usr/share/applications/ieum.desktop", "/usr/share/icons/hicolor/48x48/apps/ieum.png", "/usr/share/man/man1/ieum.1.gz", "/usr/share/man/ko/man1/ieum.1.gz", PROFILE, POLICY)  # fmt: skip
    told(all(root.at(one).is_file() for one in wanted), "menu entry, icon, manual in two languages, profile and policy are there")  # fmt: skip
    told(root.at(COMPLAINS).is_symlink(), "the link by which AppArmor's profile only complains is laid")  # fmt: skip


def use(root: Root, told: Told) -> None:
    """Make a vault, record an interview in the window with Hangul, seal it."""
    root.desk("make", told)
    root.desk("work", told)


def upgrade(root: Root, told: Told) -> None:
    """Edit the policy, upgrade from a newer stick, open the same vault."""
    policy = root.at(POLICY)
    policy.write_text(policy.read_text() + EDIT)
    root.at(COMPLAINS).unlink()  # from now on it enforces
    root.stick(root.new)
    told(root.apt("update"), "apt believes the newer stick")
    with root.open_window():
        refused = root.refused("install", "ieum")
        told(
            "이음이 열려 있어" in refused, "an open window is not replaced; the words:"
        )
        told.show(refused, "이음", "Ieum", "Close", "모든")
    before = root.sums(VAULT)
    told(root.apt("install", "ieum"), f"apt upgrades {OLD} to {NEW} from the newer stick")  # fmt: skip
    told(root.run("ieum", "look").returncode == 0 and root.version() == NEW, "the new version runs")  # fmt: skip
    told(root.sums(VAULT) == before, "the vault is kept, byte for byte")
    told(policy.read_text().endswith(EDIT), "what IT edited in policy.toml is kept")
    asked = [one for where in (PROFILE, POLICY) for one in root.at(where).parent.glob("*.dpkg-*")]  # fmt: skip
    told(not asked and not root.at(COMPLAINS).is_symlink(), "what IT decided of AppArmor is kept, and dpkg asked nothing")  # fmt: skip
    root.desk("again", told)


def downgrade(root: Root, told: Told) -> None:
    """Go back to the older stick: by the usual words, and by force."""
    root.stick(root.new)
    root.apt("update")
    root.apt("install", "ieum")
    root.stick(root.old)
    root.apt("update")
    known = root.say("apt-cache", "policy", "ieum")
    told(f"Candidate: {NEW}" in known, "apt does not take the older index of an older stick for news")  # fmt: skip
    prove_debian_root.forget_lists(root)
    root.apt("update")
    kept = root.refused("install", f"ieum={OLD}")
    told("--allow-downgrades" in kept and root.version() == NEW, "an older version is refused by apt; the words:")  # fmt: skip
    told.show(kept, "E:", "DOWNGRADED")
    forced = root.refused("install", "--allow-downgrades", f"ieum={OLD}")
    told("오래되어" in forced and root.version() == NEW, "by force it is refused by the package; the words:")  # fmt: skip
    told.show(forced, "이음:", "Ieum:", "기록과", "Records")
    told(root.run("ieum", "look").returncode == 0, "the newer version still runs after the refusal")  # fmt: skip


def power(root: Root, told: Told) -> None:
    """Lose power while files are laid: dpkg is killed in the middle, and mended."""
    before = root.sums(VAULT)
    root.stick(root.next)
    root.apt("update")
    when = root.cut("install", "ieum")
    told(bool(when), f"dpkg was killed in the middle of laying files ({when})")
    shown = root.run("ieum", "look")
    print(said_by(shown).rstrip()[:400])
    told(root.sums(VAULT) == before, "the vault was not touched")
    mended = root.run("sh", "-c", "dpkg --configure -a; apt-get install -y --reinstall ieum")  # fmt: skip
    wrong = root.say("dpkg", "-V", "ieum").replace(f"??5?????? c {POLICY}", "").strip()
    told(mended.returncode == 0 and not wrong and root.version() == NEXT, f"dpkg --configure -a; apt-get install --reinstall ieum mends it, and {NEXT} is there")  # fmt: skip
    told(root.run("ieum", "look").returncode == 0, "the program runs again")


def remove(root: Root, told: Told) -> None:
    """Remove, then purge; the vault stays both times."""
    before = root.sums(VAULT)
    removed = root.run("apt-get", "remove", "-y", "ieum")
    told(removed.returncode == 0 and not root.at("/usr/lib/ieum").exists(), "apt removes the program, nothing is left below /usr/lib/ieum; the words:")  # fmt: skip
    told.show(said_by(removed), "이음:", "Ieum:")
    told(root.at(POLICY).is_file(), "the policy stays until a purge")
    told(root.sums(VAULT) == before, "the vault stays, byte for byte")
    _back(root, told)
    purged = root.run("apt-get", "purge", "-y", "ieum")
    told(purged.returncode == 0 and not root.at("/etc/ieum").exists() and not root.at(PROFILE).exists(), "a purge takes policy and profile too")  # fmt: skip
    told(root.apt("install", "ieum") and root.version() == OLD, "after the purge the older version can be installed, as the words said")  # fmt: skip
    told(root.sums(VAULT) == before, "the vault stays after the purge, byte for byte")


def _back(root: Root, told: Told) -> None:
    """Try the older stick where the newer version was removed."""
    root.stick(root.old)
    prove_debian_root.forget_lists(root)
    root.apt("update")
    refused = root.refused("install", "ieum")
    told("지웠던" in refused and not root.at("/usr/lib/ieum").exists(), "where a newer version was removed an older one is refused by the package; the words:")  # fmt: skip
    told.show(
        refused,
        "이음:",
        "기록은",
        "매체를",
        "그다음",
        "Ieum:",
        "Records",
        "Use a stick",
        "Then install",
    )


def _inside(rest: Sequence[str]) -> int:
    missing = [one for one in ("debootstrap", "reprepro", "gpg", "dpkg-deb", "ssh-keygen", "readelf", "unshare") if shutil.which(one) is None]  # fmt: skip
    if missing:
        print(f"Missing: {', '.join(missing)}. See prove debian -h.")
        return 1
    script = [sys.executable, str(places.PACKAGING / "build.py"), "prove", "debian", *rest]  # fmt: skip
    apart = ["nice", "-n", "10", "unshare", "--mount", "--pid", "--fork", "--kill-child", "--mount-proc"]  # fmt: skip
    return subprocess.run([*apart, *script], env={**os.environ, _INSIDE: "1"}, check=False).returncode  # fmt: skip
