"""A second reader, written from PROTOCOL.md and the FORMAT.md files only: ``open`` and ``enrol``.

It imports nothing of ours. Seals are opened by the npm client of age, signatures by ssh-keygen,
change files by zstd; the rest is the standard library.

    python reader.py AGE.mjs WORDS
"""

import base64
import hashlib
import itertools
import json
import re
import subprocess
import sys
import unicodedata
from functools import cache
from pathlib import Path

from signatures import Refused, certified, keygen, need, parsed, spelled, strings

AGE, WORDS = Path(sys.argv[1]), Path(sys.argv[2])
BAGIT = b"BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
MIB = 1024 * 1024
KEYS = "v id from center to recipients purpose created roster min_reader logs files raw"
PURPOSES = {"sync", "receipt", "handover", "notice", "backup"}
PATHS = re.compile(
    r"data/(changes/[0-9]{6}\.jsonl\.zst|attachments/[0-9a-f]{64}\.age"
    r"|receipt\.json(\.sig)?|notices/[0-9]{6}\.json|(card|request|answer)\.enrolment|done\.json)"
)


# --- the seal -------------------------------------------------------------------------------


def unsealed(data, identities):
    done = subprocess.run(
        ["node", AGE, "open", *identities], input=data, capture_output=True, check=False
    )
    if done.returncode == 0:
        return done.stdout
    said = done.stderr.decode()
    need("no identity matched" not in said, "NotForUs")
    need("HMAC" not in said, "Altered")
    need("invalid tag" in said, "Malformed")
    head = re.search(rb"\n--- [^\n]*\n", data).end()
    short = (len(data) - head - 16) % (64 * 1024 + 16)
    raise Refused("Cut" if short else "Altered")


# --- the archive ----------------------------------------------------------------------------


def header(path, size):
    block = bytearray(512)
    for at, text in (
        (0, path.encode()), (100, b"0000600\0"), (108, b"0000000\0"), (116, b"0000000\0"),
        (124, b"%011o\0" % size), (136, b"00000000000\0"), (148, b"        "), (156, b"0"),
        (257, b"ustar\x0000"), (329, b"0000000\0"), (337, b"0000000\0"),
    ):  # fmt: skip
        block[at : at + len(text)] = text
    block[148:156] = b"%06o\0 " % sum(block)
    return bytes(block)


def padme(length):
    exponent = length.bit_length() - 1
    mask = (1 << max(exponent - exponent.bit_length(), 0)) - 1
    length = (length + mask) & ~mask
    return length + -length % 512


class Archive:
    def __init__(self, data):
        self.data, self.at = data, 0

    def bytes(self, size):
        need(self.at + size <= len(self.data), "Cut")
        self.at += size
        return self.data[self.at - size : self.at]

    def member(self, path, size=None, most=0):
        block = self.bytes(512)
        if size is None:
            digits = block[124:135]
            need(re.fullmatch(rb"[0-7]{11}", digits), "Malformed")
            size = int(digits, 8)
            need(block == header(path, size), "Malformed")
            need(size <= most, "Oversized")
        need(block == header(path, size), "Malformed")
        data = self.bytes(size)
        need(not any(self.bytes(-size % 512)), "Malformed")
        return data

    def end(self):
        need(not any(self.bytes(padme(self.at + 1024) - self.at)), "Malformed")
        need(self.at == len(self.data), "Cut")


# --- signatures -----------------------------------------------------------------------------


def signer(armored, message, trust):
    """Return the device and center that signed, and the certificate's two moments."""
    principal, _, center, times = certified(armored, message, "intake-bundle@v1", trust)
    need(principal.startswith("dev:"), "CertificateRefused")
    return principal[4:], center, times


# --- the bundle -----------------------------------------------------------------------------


def canonical(data, word="Malformed"):
    try:
        said = json.loads(data)
    except ValueError:
        raise Refused(word) from None
    again = json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True)
    composed = unicodedata.is_normalized("NFC", again)
    need(again.encode() == data and composed and isinstance(said, dict), word)
    return said


def manifest(lines):
    return "".join(f"{digest}  {name}\n" for name, digest in lines).encode()


def sha(data):
    return hashlib.sha256(data).hexdigest()


def about(data):
    said = canonical(data)
    need(said.get("min_reader", 0) <= 1 and said.get("v", 0) <= 1, "TooNew")
    need(said.keys() == set(KEYS.split()), "Malformed")
    need(said["purpose"] in PURPOSES, "Malformed")
    paths = [path for path, _, _ in said["files"]]
    need(len(set(paths)) == len(paths), "Malformed")
    need(all(PATHS.fullmatch(path) for path in paths), "Malformed")
    return said


def lines_of(pressed):
    """Return a change file's lines; at most 4.25 MiB of them, in a window of 8 MiB."""
    most = 4 * MIB + 256 * 1024
    with subprocess.Popen(
        ["zstd", "-dcq", "--memory=8MB"],
        stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
    ) as tool:  # fmt: skip
        tool.stdin.write(pressed)
        tool.stdin.close()
        raw = tool.stdout.read(most + 1)
        if len(raw) > most:
            tool.kill()
            raise Refused("Oversized")
    need(tool.returncode == 0, "Altered")
    need(not raw or raw.endswith(b"\n"), "Malformed")
    rows = raw.splitlines(keepends=True)
    need(all(row[:1] in b"{[" for row in rows) and rows[0][:1] == b"{", "Malformed")
    return raw


def opened(ask):
    archive = Archive(unsealed(base64.b64decode(ask["bundle"]), ask["identities"]))
    need(archive.member("bag/bagit.txt", len(BAGIT)) == BAGIT, "Malformed")
    said_bytes = archive.member("bag/bundle.json", most=8 * MIB)
    listed = archive.member("bag/manifest-sha256.txt", most=8 * MIB)
    tags = manifest([("bagit.txt", sha(BAGIT)), ("bundle.json", sha(said_bytes)), ("manifest-sha256.txt", sha(listed))])  # fmt: skip
    need(archive.member("bag/tagmanifest-sha256.txt", len(tags)) == tags, "Altered")
    armored = archive.member("bag/tagmanifest-sha256.txt.sig", most=64 * 1024)
    device, center, (early, late) = signer(armored, tags, ask["trust"])
    said = about(said_bytes)
    need(manifest((path, digest) for path, _, digest in said["files"]) == listed, "Altered")  # fmt: skip
    need((said["from"], said["center"]) == (device, center), "BadSignature")
    need(early <= (said["created"] >> 16) // 1000 < late, "CertificateRefused")
    need(set(ask["names"]) & set(said["to"]), "NotForUs")
    need(set(recipients(ask["identities"])) & set(said["recipients"]), "NotForUs")
    segments, raw = 0, 0
    for path, size, digest in said["files"]:
        data = archive.member("bag/" + path, size)
        need(sha(data) == digest, "Altered")
        if path.startswith("data/changes/"):
            need(size <= 5 * MIB, "Oversized")
            lines = lines_of(data)
            segments += sum(row[:1] == b"{" for row in lines.splitlines())
            raw += len(lines)
            need(raw <= said["raw"], "Oversized")
    need(raw == said["raw"], "Malformed")
    archive.end()
    keep = {name: said[name] for name in ("id", "from", "center", "purpose", "created", "files")}  # fmt: skip
    return keep | {"segments": segments}


def recipients(identities):
    return [digest(one) for one in identities]


@cache
def digest(identity):
    done = subprocess.run(["node", AGE, "recipient", identity], capture_output=True, check=True)  # fmt: skip
    return sha(done.stdout.strip())


# --- enrolment files ------------------------------------------------------------------------

FIELDS = {
    "center": "v kind code name ca devices made",
    "central": "v kind code name ca devices made",
    "device-request": "v kind code device name public recipient made",
    "device-answer": "v kind device ca certificate cards made",
}
CODE, DEVICE, KEY = r"[A-Za-z0-9][A-Za-z0-9-]{0,31}", r"[A-Za-z0-9][A-Za-z0-9-]{0,63}", r"[0-9a-f]{64}"  # fmt: skip


def words(said):
    bits = int(sha(json.dumps(said, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()), 16)  # fmt: skip
    places = [bits >> 256 - 11 * (at + 1) & 2047 for at in range(6)]
    lists = {"ko": "korean.txt", "en": "english.txt"}
    told = {one: (WORDS / file).read_text("utf-8").splitlines() for one, file in lists.items()}  # fmt: skip
    return {one: [told[one][place] for place in places] for one in told}


def like(pattern, text):
    need(isinstance(text, str) and re.fullmatch(pattern, text), "Malformed")


def name(text):
    need(isinstance(text, str) and len(text) <= 120, "Malformed")
    need(not any(unicodedata.category(one)[0] == "C" for one in text), "Malformed")


@cache
def fits(text):
    done = subprocess.run(["node", AGE, "seal", text], input=b"", capture_output=True, check=False)  # fmt: skip
    return text.startswith("age1pq1") and done.returncode == 0


def enrolled(data):
    need(len(data) <= MIB, "Oversized")
    line, newline, armored = data.partition(b"\n")
    said = canonical(line)
    need(said.get("v") == 1, "TooNew")
    need(said.get("kind") in FIELDS, "Malformed")
    taken_back = {"revoked"} & said.keys() if "devices" in said else set()
    need(said.keys() == set(FIELDS[said["kind"]].split()) | taken_back, "Malformed")
    if taken_back:
        revoked(said)
    for rows in ("devices", "cards"):
        need(len(said.get(rows, [])) <= 200, "Oversized")
    for one, pattern in (("code", CODE), ("device", DEVICE), ("ca", KEY), ("public", KEY)):  # fmt: skip
        if one in said:
            like(pattern, said[one])
    devices = said.get("devices", [])
    for device, title, _ in devices:
        like(DEVICE, device)
        name(title)
    for key in {key for _, _, key in devices} | ({said["recipient"]} if "recipient" in said else set()):  # fmt: skip
        need(fits(key), "Malformed")
    need(len({one[0] for one in devices}) == len(devices), "Malformed")
    name(said.get("name", ""))
    need(armored.isascii(), "Malformed")
    key = bytes.fromhex(said["public" if said["kind"] == "device-request" else "ca"])
    need(strings(parsed(armored)[0], "s")[0] == b"ssh-ed25519", "BadSignature")
    by_hand = keygen(f"who {spelled(key)}\n", "who", "intake-enrolment@v1", armored, line + newline)  # fmt: skip
    need(by_hand, "BadSignature")
    return told(said)


def revoked(said):
    rows = said["revoked"]
    need(rows, "Malformed")
    need(len(rows) <= 2000, "Oversized")
    for ca, serial, log, last in rows:
        like(KEY, ca)
        like(r"[A-Za-z0-9][A-Za-z0-9._:-]{0,63}|", log)
        need(type(serial) is type(last) is int and 0 <= serial < 1 << 63, "Malformed")
        need(-1 <= last < 1 << 63 and (log or last == -1), "Malformed")
        beyond = ca != said["ca"] or serial == 0
        need(not beyond or said["kind"] == "central", "Malformed")
        need((ca, serial) != (said["ca"], 0), "Malformed")
    places = [one[:3] for one in rows]
    need(rows == sorted(rows) and all(a != b for a, b in itertools.pairwise(places)), "Malformed")  # fmt: skip


def told(said):
    if said["kind"] == "device-answer":
        own = enrolled(said["cards"][0].encode())
        need(own["ca"] == said["ca"], "Malformed")
        return {one: said[one] for one in ("kind", "device", "ca", "made")} | {"words": own["words"]}  # fmt: skip
    if said["kind"] == "device-request":
        keep, spoken = ("kind", "code", "device", "public", "made"), ("device", "public", "recipient")  # fmt: skip
    else:
        keep, spoken = ("kind", "code", "name", "ca", "made"), ("kind", "code", "ca")
    found = {one: said[one] for one in keep} | {"words": words({one: said[one] for one in spoken})}  # fmt: skip
    if "devices" in said:
        found |= {"devices": [one[0] for one in said["devices"]]}
    return found | ({"revoked": said["revoked"]} if "revoked" in said else {})


def main():
    for line in sys.stdin:
        ask = json.loads(line)
        try:
            if ask["do"] == "open":
                answer = {"done": opened(ask)}
            elif ask["do"] == "enrol":
                answer = {"done": enrolled(base64.b64decode(ask["file"]))}
            else:
                answer = {"unable": ask["do"]}
        except Refused as no:
            answer = {"refused": str(no)}
        print(json.dumps(answer), flush=True)


if __name__ == "__main__":
    main()
