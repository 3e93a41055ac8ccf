"""SSH signatures as the formats use them: taken apart by hand, checked by ssh-keygen. Nothing of ours."""

import base64
import re
import struct
import subprocess
from pathlib import Path

CERTIFICATE = b"ssh-ed25519-cert-v01@openssh.com"


class Refused(Exception):
    """The input is not what the formats say; the word says in which way."""


def need(true, word):
    if not true:
        raise Refused(word)


def strings(data, shape):
    found = []
    for kind in shape:
        size = {"q": 8, "i": 4}.get(kind) or 4 + struct.unpack(">I", data[:4])[0]
        found.append(data[:size] if kind in "qi" else data[4:size])
        data = data[size:]
    return found


def parsed(armored):
    found = re.fullmatch(
        rb"-----BEGIN SSH SIGNATURE-----\n([A-Za-z0-9+/=\n]+)\n-----END SSH SIGNATURE-----\n?",
        armored,
    )
    need(found, "BadSignature")
    blob = base64.b64decode(found[1])
    need(blob[:6] == b"SSHSIG", "BadSignature")
    return strings(blob[10:], "sssss")


def spelled(key):
    blob = struct.pack(">I", 11) + b"ssh-ed25519" + struct.pack(">I", 32) + key
    return "ssh-ed25519 " + base64.b64encode(blob).decode()


def keygen(allowed, who, namespace, armored, message, *more):
    Path("allowed").write_text(allowed)
    Path("sig").write_bytes(armored)
    command = ["ssh-keygen", "-Y", "verify", "-f", "allowed", "-I", who, "-n", namespace, "-s", "sig"]  # fmt: skip
    done = subprocess.run([*command, *more], input=message, capture_output=True, check=False)  # fmt: skip
    return done.returncode == 0


def certified(armored, message, namespace, trust, *more):
    """Return what the certificate names, its key, the center, and its two moments."""
    shown, named, _, _, _ = parsed(armored)
    need(named.decode() == namespace, "BadSignature")
    need(strings(shown, "s")[0] == CERTIFICATE, "UnknownDevice")
    part = strings(shown, "sssqissqqsssss")
    ca = strings(part[12], "ss")[1]
    [principal] = strings(part[6], "s")
    allowed = f'{principal.decode()} cert-authority,namespaces="{namespace}" {spelled(ca)}\n'  # fmt: skip
    whole = keygen(allowed, principal.decode(), namespace, armored, message, *more)
    need(whole, "BadSignature")
    codes = {key: code for code, key in trust.items()}
    need(ca.hex() in codes, "UnknownDevice")
    times = [struct.unpack(">Q", one)[0] for one in part[7:9]]
    return principal.decode(), part[2], codes[ca.hex()], times
