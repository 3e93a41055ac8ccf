r"""Runs inside wine, on the code that was installed, for ``build.py prove windows``.

    python.exe proof.py "C:\Program Files\Ieum\app" C:\work VERB …

What the launcher does is shown by the launcher; here one process does a day's work, so that the
slow start of wine is paid once. Each line begins with PASS or FAIL.
"""

# ruff: noqa: PLC0415 - where the program lies is only known when this runs
# ruff: noqa: SLF001 - how a secret is kept is what is to be seen

import contextlib
import io
import json
import sys
from pathlib import Path
from typing import Any

PASSPHRASE = "slow river paper moon below song three"  # noqa: S105 - of a desk that lives an hour
NOTE = "한글 상담: 어제 저녁에 친구가 알려 줌. 사진이 올라왔다고 함."
_LOCAL, _SECRET = 2, 32  # CRED_PERSIST_LOCAL_MACHINE; bytes
AGREED = '{"RECORD": "AGREED", "SENSITIVE": "AGREED", "CENTRAL": "AGREED"}'


def main(app: str, work: str, verb: str, *said: str) -> int:
    """Do one thing; return how many lines failed."""
    sys.path.insert(0, app)
    sys.dont_write_bytecode = True
    folder = Path(work)
    folder.mkdir(exist_ok=True)
    (folder / "secrets.json").write_text(
        json.dumps({"passphrase": PASSPHRASE}), encoding="utf-8"
    )
    return VERBS[verb](folder, *said)


def tell(good: object, what: str) -> int:
    """Say one line."""
    print("PASS" if good else "FAIL", what, flush=True)
    return 0 if good else 1


def ieum(folder: Path, *words: str, out: Path | None = None) -> Any:  # noqa: ANN401 - what the terminal says
    """Carry out one command of the terminal, as it stands; return its answer."""
    from intake.cli import main as terminal

    told, complained = io.StringIO(), io.StringIO()
    target = ("--out", str(out)) if out else ()
    whole = ["--folder", str(folder), "--secrets", str(folder.parent / "secrets.json"), "--json", *target, *words]  # fmt: skip
    with contextlib.redirect_stdout(told), contextlib.redirect_stderr(complained):
        code = terminal(whole)
    if code:
        return json.loads(complained.getvalue().strip().splitlines()[-1])
    return json.loads(told.getvalue() or "null")


def made(folder: Path, code: str, role: str) -> Any:  # noqa: ANN401 - as above
    """Make a workspace."""
    names = ("--center-code", code, "--center-name", f"{code} 센터", "--device-name", f"{code}-1", "--counselor", "박상담")  # fmt: skip
    return ieum(folder, "create", "--role", role, *names, "--code-is-kept")


def use(work: Path) -> int:
    """Make a vault, record an interview, print it, finish it, seal it to the central desk."""
    here, there = work / "IC", work / "C0"
    answer = made(here, "IC", "center")
    failed = tell("vault" in answer, f"a vault is made: {sorted(answer)}")
    failed += kept(answer.get("vault", ""))
    case = ieum(here, "cases", "begin", "VISIT", "--alias", "하늘")
    ieum(here, "consents", "decide", case, AGREED)
    interview = ieum(here, "interviews", "begin", case, "intake")
    ieum(here, "interviews", "answer", interview, "victim/age", "15")
    ieum(here, "interviews", "draft", interview, "note", NOTE)
    ieum(here, "interviews", "settle-drafts", interview)
    ieum(here, "interviews", "finish", interview)
    page = ieum(here, "interviews", "page", interview)
    failed += tell((page.get("note"), page.get("state")) == (NOTE, "finished"), "an interview is recorded in Korean and finished")  # fmt: skip
    failed += encrypted(here)
    failed += printed(work, here, interview)
    made(there, "C0", "central")
    failed += sealed(work, here, there, case)
    (work / "left.json").write_text(json.dumps([case, interview]), encoding="utf-8")
    return failed


def kept(vault: str) -> int:
    """The device secret lies in Windows' Credential Manager, and does not roam."""
    from keyring.backends import Windows

    from intake.vault import device_secret as own

    ring = own.best_keyring(allow_file=False)
    secret = ring.get(vault)
    entry = Windows.WinVaultKeyring()._resolve_credential(
        own._service(vault), own._USER
    )
    local = entry is not None and entry["Persist"] == _LOCAL
    good = isinstance(ring, own.SystemKeyring) and len(secret) == _SECRET and local
    return tell(good, "the Credential Manager holds the second factor of the vault, on this computer only")  # fmt: skip


def encrypted(here: Path) -> int:
    """No file of the vault is plain SQLite, or holds a word of what was recorded."""
    from sqlcipher3 import dbapi2

    version = dbapi2.connect(":memory:").execute("PRAGMA cipher_version").fetchone()
    files = [one for one in here.rglob("*") if one.is_file()]
    words = (b"SQLite format 3", "친구가".encode(), "하늘".encode())
    plain = [one.name for one in files if any(word in one.read_bytes() for word in words)]  # fmt: skip
    return tell(files and not plain, f"the vault is encrypted (SQLCipher {version[0]}; {len(files)} files) {plain}")  # fmt: skip


def printed(work: Path, here: Path, interview: str) -> int:
    """The record of the interview as a PDF with Korean that can be searched."""
    import pypdfium2

    pdf = work / "interview.pdf"
    ieum(here, "interviews", "printout", interview, out=pdf)
    if not pdf.is_file():
        return tell(False, "a PDF is written")
    document = pypdfium2.PdfDocument(pdf)
    text = "".join(page.get_textpage().get_text_range() for page in document)
    return tell("친구가" in text, f"a PDF is written: {len(document)} pages, its Korean can be searched")  # fmt: skip


def sealed(work: Path, here: Path, there: Path, case: str) -> int:
    """Seal what may travel onto a stick; the central desk opens it."""
    from intake.desk import open_
    from intake.progress import Silent

    stick = work / "stick"
    stick.mkdir(exist_ok=True)
    center, central = open_(here, PASSPHRASE), open_(there, PASSPHRASE)
    center.keys.accept_enrolment(central.keys.enrolment().data)
    central.keys.accept_enrolment(center.keys.enrolment().data)
    plan = center.exchange.plan("C0")
    bundle = center.exchange.make(plan, Silent())
    center.exchange.deliver(bundle, stick, Silent())
    files = [one for one in stick.rglob("*") if one.is_file()]
    plain = [one.name for one in files if "친구가".encode() in one.read_bytes()]
    failed = tell(files and not plain, f"it is sealed onto a stick: {len(files)} files, no word of it in them")  # fmt: skip
    central.exchange.receive(stick, Silent())
    center.lock()
    central.lock()
    found = case in json.dumps(ieum(there, "cases", "first", "{}", "10"))
    return failed + tell(found, "the central desk opens what was sealed")


def again(work: Path) -> int:
    """After an upgrade: the same vault, and what was recorded."""
    case, interview = json.loads((work / "left.json").read_text("utf-8"))
    page = ieum(work / "IC", "interviews", "page", interview)
    return tell(page.get("note") == NOTE, f"the vault is kept: the interview is read by the new version ({len(case)} letters of its id)")  # fmt: skip


def names(work: Path) -> int:
    """A center may not be called as Windows calls its devices."""
    center = made(work / "device", "CON", "center")
    return tell("error" in center, f"a center called CON is refused: {center.get('error')}")  # fmt: skip


VERBS = {"use": use, "again": again, "names": names}

if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
