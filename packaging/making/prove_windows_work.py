r"""A day's work on the Windows that was installed: ``build.py prove windows``.

Everything is done by the installed ``ieum.exe``, one process for each command, as a person or a
script would type it. What it left is looked at from outside: files, wine's registry, the PDF.
"""

import json
import re
import subprocess
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from making import places, sodium
from making.prove_debian_root import Told
from making.prove_windows_prefix import LABEL, POLICY, PREFIX, ZONE, Wine

PASSPHRASE = "slow river paper moon below song three"  # noqa: S105 - of a desk that lives an hour
NOTE = "한글 상담: 어제 저녁에 친구가 알려 줌. 사진이 올라왔다고 함."
ALIAS = "하늘"
SECRETS = ("친구가".encode(), ALIAS.encode(), b"SQLite format 3")
IT, STICKS, MINUTES = r"C:\it\policy.toml", r"C:\it\sticks.toml", 7
HERE, THERE, STICK, WAY = r"C:\work\IC", r"C:\work\C0", "E:\\", r"C:\work\way"
_AGREED = json.dumps(dict.fromkeys(("RECORD", "SENSITIVE", "CENTRAL"), "AGREED"))
_CREDENTIALS = r"HKCU\Software\Wine\Credential Manager"
_LOCAL = "REG_DWORD    0x2"  # CRED_PERSIST_LOCAL_MACHINE: it does not roam
# where a library looks for the settings of OpenSSL, and settings with which nothing works any more
_SETTINGS = re.compile(rb'OPENSSLDIR: "(C:\\[^"]+)"')
_HARM = "openssl_conf = all\n[all]\nalg_section = one\n[one]\ndefault_properties = strange=yes\n"
_KEPT_OUT = {"OPENSSL_CONF": r"C:\none"}
# a program of wine's own (its kernel, when a stick is plugged) that fell over; ours would not end with 0
_OF_WINE = "wine: "
_TYPO = "lock_minutes = 7\nlock_minuts = 5\n"


class Desk:
    """The installed terminal program, and the answers that it gave."""

    def __init__(self, wine: Wine) -> None:
        """Lay down the secrets that the commands are told."""
        self.wine = wine
        self.work = wine.at("work")
        self.work.mkdir(exist_ok=True)
        (self.work / "secrets.json").write_text(json.dumps({"passphrase": PASSPHRASE}), encoding="utf-8")  # fmt: skip

    def __call__(self, *words: str, folder: str = HERE, policy: str = IT) -> Any:  # noqa: ANN401 - what the terminal says
        """Carry out one command; return its answer, or what it was refused with.

        The policy is named: wine keeps no owners, and so the installed one is not believed there.
        """
        adding = {"IEUM_POLICY": policy} if policy else {}
        said = self.wine.ieum("--folder", folder, "--secrets", r"C:\work\secrets.json", "--json", *words, adding=adding)  # fmt: skip
        line = next((one for one in reversed(said.stdout.splitlines()) if one.strip() and not (one.startswith(_OF_WINE) and said.returncode == 0)), "null")  # fmt: skip
        try:
            answer = json.loads(line)
        except ValueError:
            answer = {"error": f"code {said.returncode}: {said.stdout[-400:]}"}
        done = (
            f"refused: {answer}"
            if isinstance(answer, dict) and "error" in answer
            else "done"
        )
        print(f"    | ieum.exe {' '.join(words[:2])}: {done}", flush=True)
        return answer

    def create(self, folder: str, code: str, role: str) -> Any:  # noqa: ANN401 - as above
        """Make a workspace."""
        names = ("--center-code", code, "--center-name", f"{code} 센터", "--device-name", f"{code}-1", "--counselor", "박상담")  # fmt: skip
        return self("create", "--role", role, *names, "--code-is-kept", folder=folder)


def strangers(wine: Wine, told: Told) -> None:
    """Lay files where a library would look for settings or code; they lie there all day long.

    That they would do harm is seen by a Python that does not keep the libraries within the build.
    """
    places_named = sorted({one for path in wine.at(PREFIX).rglob("*") if path.suffix in (".dll", ".pyd") for one in _SETTINGS.findall(path.read_bytes())})  # fmt: skip
    for one in places_named:
        name = "/".join(one.decode("ascii").split("\\")[1:])
        there = wine.at(name.replace("Users/", "users/"))  # as wine writes it
        there.mkdir(parents=True, exist_ok=True)
        (there / "openssl.cnf").write_text(_HARM, encoding="ascii")
    for home in wine.at("users").iterdir():
        for name in (".reportlab_mods", ".reportlab_settings"):
            (home / name).write_text("raise SystemExit('a stranger')\n", "ascii")
    ask = "import sqlcipher3; print('opens')"
    shut, kept_out = (_python(wine, ask, adding=one).split()[-1:] for one in ({}, _KEPT_OUT))  # fmt: skip
    told(shut != ["opens"] == kept_out, f"settings of OpenSSL where wheels were compiled would shut the vault, were they read: {len(places_named)} places")  # fmt: skip


def tokens(wine: Wine, told: Told) -> None:
    """The library behind the tokens is the tree's, and does what the standard says."""
    ask = f"import os; os.chdir(sys.path[0])\n{sodium.TRIED}"
    said = _python(wine, ask, adding=_KEPT_OUT).strip()
    told(said.startswith("libsodium "), f"the installed libsodium.dll: {said[-300:]}")


def unpacked(wine: Wine, told: Told) -> None:
    """Of all that was done nothing left a library where a person may write."""
    found = [one.relative_to(wine.drive).as_posix() for one in wine.at("users").rglob("*") if one.suffix in (".dll", ".pyd", ".exe", ".so")]  # fmt: skip
    told(not found, f"no library was unpacked into a folder of the person: {found}")


def work(wine: Wine, told: Told) -> None:
    """Make a vault, record an interview, print it, finish it, seal it to the central desk."""
    desk = Desk(wine)
    answer = desk.create(HERE, "IC", "center")
    told("vault" in answer, f"ieum.exe create: a vault is made: {answer.get('error', sorted(answer))}")  # fmt: skip
    if "vault" not in answer:
        raise SystemExit(told.end())  # nothing else can be shown
    kept(wine, str(answer["vault"]), told)
    case = desk("cases", "begin", "VISIT", "--alias", ALIAS)
    desk("consents", "decide", case, _AGREED)
    interview = desk("interviews", "begin", case, "intake")
    desk("interviews", "answer", interview, "victim/age", "15")
    desk("interviews", "draft", interview, "note", NOTE)
    desk("interviews", "settle-drafts", interview)
    desk("interviews", "finish", interview)
    (desk.work / "left.json").write_text(json.dumps([case, interview]), encoding="utf-8")  # fmt: skip
    page = desk("interviews", "page", interview)
    told((page.get("note"), page.get("state")) == (NOTE, "finished"), "ieum.exe interviews …: one is recorded in Korean and finished")  # fmt: skip
    closed(wine.at("work/IC"), "the vault is encrypted", told)
    printed(desk, interview, told)
    sealed(desk, case, told)


def kept(wine: Wine, vault: str, told: Told) -> None:
    """The device's half of the key lies in the Credential Manager, and does not roam."""
    said = wine.run("reg", "query", _CREDENTIALS, "/s").stdout
    about = [one for one in said.split("HKEY_CURRENT_USER") if vault in one]
    held = [line.strip() for one in about for line in one.splitlines() if "Persist" in line]  # fmt: skip
    good = bool(held) and all(_LOCAL in one for one in held)
    told(good, f"the Credential Manager holds the second factor of the vault, on this computer only: {held}")  # fmt: skip


def closed(folder: Path, what: str, told: Told) -> None:
    """No file is plain SQLite, or holds a word of what was recorded."""
    files = [one for one in folder.rglob("*") if one.is_file()]
    plain = [one.name for one in files if any(word in one.read_bytes() for word in SECRETS)]  # fmt: skip
    told(bool(files) and not plain, f"{what}: {len(files)} files, no word of the interview in them {plain}")  # fmt: skip


def printed(desk: Desk, interview: str, told: Told) -> None:
    """The record of the interview as a PDF with Korean that can be searched, of Seoul's day."""
    desk("--out", r"C:\work\interview.pdf", "interviews", "printout", interview)
    pdf = desk.work / "interview.pdf"
    text = subprocess.run(["pdftotext", pdf, "-"], capture_output=True, text=True, check=False).stdout  # fmt: skip
    told("친구가" in text, f"ieum.exe --out …: a PDF is written, {len(text)} letters, its Korean can be searched")  # fmt: skip
    stamps = [one for one in _minutes(desk.work / "left.json", pdf) if one in text]
    told(bool(stamps), f"TZ={ZONE} is nothing to its C library: the paper has the hour of Windows' own zone: {stamps}")  # fmt: skip


def _minutes(before: Path, after: Path) -> list[str]:
    """Return every minute of Seoul from one file to a later one, as a paper says it."""
    begun, ended = (datetime.fromtimestamp(one.stat().st_mtime if one.exists() else 0, ZoneInfo(ZONE)) for one in (before, after))  # fmt: skip
    count = (ended - begun) // timedelta(minutes=1) + 2
    whole = [begun + timedelta(minutes=one) for one in range(count)]
    return [f"{one.year}년 {one.month}월 {one.day}일 {one:%H:%M}" for one in whole]


def sealed(desk: Desk, case: str, told: Told) -> None:
    """Seal what may travel onto a stick; the central desk opens it."""
    desk.create(THERE, "C0", "central")
    for folder, name in ((THERE, "c0"), (HERE, "ic")):
        desk("--out", rf"C:\work\{name}.card", "keys", "enrolment", folder=folder)
    desk("keys", "accept-enrolment", r"@C:\work\c0.card")
    desk("keys", "accept-enrolment", r"@C:\work\ic.card", folder=THERE)
    made = json.dumps(desk("exchange", "make", json.dumps(desk("exchange", "plan", "C0"))))  # fmt: skip
    allowed(desk, made, told)
    closed(desk.wine.stick, "ieum.exe exchange …: it is sealed onto a stick", told)
    desk("exchange", "receive", STICK, folder=THERE)
    found = json.dumps(desk("cases", "first", "{}", "10", folder=THERE))
    told(case in found, "the central desk opens what was sealed")


def allowed(desk: Desk, made: str, told: Told) -> None:
    """Deliver onto a stick: only where the policy is believed, and allows what the stick is called."""
    wine = desk.wine
    wine.at("it/sticks.toml").write_text('[drives]\nallowed = ["IEUM-*"]\n', "utf-8")
    # wine shows it as Windows shows a junction
    wine.at("work/way").symlink_to(wine.stick)
    for label, policy, place, what in (
        ("IEUM-1", "", STICK, "while the installed policy is not believed no stick is"),
        ("PRIVATE", STICKS, STICK, "a stick that the policy does not name is refused"),
        ("PRIVATE", STICKS, WAY, "and so is a folder of the disk that leads to it"),
    ):
        wine.plug(label)
        said = desk("exchange", "deliver", made, place, policy=policy)
        left = [one.name for one in wine.stick.iterdir() if one.name != LABEL]
        told(isinstance(said, dict) and "sentence" in said and not left, f"{what}: {said} {left}")  # fmt: skip
    wine.plug("IEUM-1")
    said = desk("exchange", "deliver", made, STICK, policy=STICKS)
    told(said is None, f"one that it names by its label is written to: {said}")


def again(wine: Wine, told: Told) -> None:
    """After an upgrade: the same vault, and what was recorded."""
    desk = Desk(wine)
    _, interview = json.loads((desk.work / "left.json").read_text("utf-8"))
    page = desk("interviews", "page", interview)
    told(page.get("note") == NOTE, "the vault is kept: the new ieum.exe reads the interview")  # fmt: skip


def devices(wine: Wine, told: Told) -> None:
    """A center may not be called as Windows calls its devices."""
    answer = Desk(wine).create(r"C:\work\device", "CON", "center")
    said, sentence = answer.get("error"), answer.get("sentence", "")
    left = wine.at("work/device/vault.db").exists()
    told("code" not in str(said) and bool(sentence) and not left, f"a center called CON is refused: {said} {sentence}")  # fmt: skip


def policies(wine: Wine, told: Told) -> None:
    """``policy check`` passes what IT wrote, names a typo by its line; ``show`` says what counts.

    wine keeps no owners: there the installed policy must not be believed, and that is said.
    """
    wine.at("work").mkdir(exist_ok=True)
    wine.at("work/typo.toml").write_text(_TYPO, encoding="utf-8")
    good = wine.ieum("policy", "check", IT)
    told(good.returncode == 0 and _object(good.stdout).get("faults") == [], "ieum.exe policy check: what IT wrote has no fault")  # fmt: skip
    bad = wine.ieum("policy", "check", r"C:\work\typo.toml")
    told(bad.returncode == 1 and "typo.toml:2:" in bad.stdout and "lock_minutes" in bad.stdout, "ieum.exe policy check: a typo is named by line and nearest name")  # fmt: skip
    show(bad.stdout)
    place = "C:\\" + POLICY.replace("/", "\\") + r"\policy.toml"
    open_ = wine.ieum("policy", "check", place)
    told(open_.returncode == 1 and f"{place}:0:" in open_.stdout and "관리자" in open_.stdout, "ieum.exe policy check: where the rights of the installed one are not kept (wine), that is said")  # fmt: skip
    show(open_.stdout)
    counts = _object(wine.ieum("policy", "show", adding={"IEUM_POLICY": IT}).stdout)
    told(counts.get("values", {}).get("lock_minutes") == MINUTES and counts.get("state") == "named", f"ieum.exe policy show: {MINUTES} minutes count where the policy is believed: {counts.get('state')}")  # fmt: skip


def doctor(wine: Wine, told: Told) -> None:
    """The doctor looks at this computer, its program and the vault, and finds nothing broken.

    A build that is signed for trying out is a note; every file of it was looked at.
    """
    said = wine.ieum("--folder", HERE, "doctor", "--json", adding={"IEUM_POLICY": IT})
    found = _object(said.stdout).get("findings", [])
    states = {one["check"]: f"{one['code']} {one['state']}" for one in found}
    asked = {"program", "keyring", "vault", "disk", "clock", "policy", "rights"} - states.keys()  # fmt: skip
    broken = [one for one, state in states.items() if state.endswith(" broken")]
    whole = states.get("program") in ("whole ok", "trial note")
    told(said.returncode == 0 and whole and not asked and not broken, f"ieum.exe doctor: {len(states)} checks, none is broken: {states}")  # fmt: skip


def show(text: str) -> None:
    """Show the last lines of what was said."""
    for line in [one for one in text.splitlines() if one.strip()][-12:]:
        print(f"    | {line[:200]}", flush=True)


def _python(wine: Wine, words: str, adding: dict[str, str] | None = None) -> str:
    """Run words by the runtime's own interpreter, which is not installed, on the installed files."""
    python = "Z:" + str(places.runtime("windows") / "python.exe").replace("/", "\\")
    app = f"C:\\{PREFIX}\\app".replace("/", "\\")
    return wine.run(python, "-B", "-X", "utf8", "-c", f"import sys; sys.path.insert(0, {app!r})\n{words}", adding=adding).stdout  # fmt: skip


def _object(text: str) -> dict[str, Any]:
    begin = text.find("{")
    try:
        found = json.loads(text[begin:]) if begin >= 0 else {}
    except ValueError:
        show(text)
        return {}
    return found if isinstance(found, dict) else {}


DAY: tuple[Callable[[Wine, Told], None], ...] = (strangers, policies, work, doctor, devices, tokens, unpacked)  # fmt: skip
