#!/usr/bin/env python3
"""Make what is handed out: each verb is one step, and runs with nothing but Python 3.11.

    python3 packaging/build.py            what there is
    python3 packaging/build.py tree       the folder that every package installs
    python3 packaging/build.py VERB -h    what one step can be told

Everything made lies under ``build/``. A step that needs a tool of Debian names the package.
"""

import sys
from collections.abc import Callable, Sequence
from importlib import import_module

# verb: (module below making/, its function, what it does). One line each; loaded when asked for.
VERBS: dict[str, tuple[str, str, str]] = {
    "inputs": ("inputs", "main", "fetch what a build is made from, each file by its hash"),
    "openssl": ("openssl", "main", "OpenSSL 3.5 from source, for the runtime and the vault"),
    "runtime": ("cpython", "main", "the Python that a build brings"),
    "compiled": ("compiled", "main", "SQLCipher and pdqhash from source, as wheels of Linux"),
    "sodium": ("sodium", "main", "libsodium from source, the file that the tree loads"),
    "sqlcipher": ("sqlcipher", "main", "whether the SQLCipher made here is what the vault needs"),
    "wheels": ("wheels", "main", "what the locks name, with those compiled here"),
    "tree": ("tree", "main", "the folder that every package installs, with its signed list"),
    "portable": ("portable", "main", "the archive for any Linux desktop, with detached signatures"),
    "verify": ("listing", "main", "whether a folder is what its signed list says"),
    "licences": ("licences", "main", "the licence texts of everything that is handed out"),
    "attributions": ("attributions", "main", "what Qt is made of itself, out of its sources"),
    "bill": ("bill", "main", "the list of everything a build is made of (CycloneDX)"),
    "vulnerabilities": ("vulnerabilities", "main", "what is known to be weak among it"),
    "compare": ("comparing", "main", "two builds: the same bytes, or which differ and why"),
    "notes": ("notes", "main", "what changed, for people, Debian and software centers"),
    "release": ("release", "main", "everything, twice, compared, listed, signed, told"),
    "deb": ("debian", "main", "the Debian package, with desktop entry, manual, profile and policy"),
    "msi": ("msi", "main", "the installer of Windows, signed"),
    "apt": ("repository", "main", "the folder for a stick from which apt installs, signed"),
    "prove": ("proving", "main", "install and use what was made, in a system of its own"),
}  # fmt: skip


def main(asked: Sequence[str]) -> int:
    """Run one step; return what the shell is told."""
    if sys.version_info < (3, 11):  # noqa: UP036 - said kindly on an older Python
        print("This needs Python 3.11 or newer.")
        return 1
    if not asked or asked[0] not in VERBS:
        print((__doc__ or "").strip())
        print("\n".join(f"    {verb:<16}{said[2]}" for verb, said in VERBS.items()))
        return 0 if not asked or asked[0] in ("-h", "--help") else 2
    module, name, _ = VERBS[asked[0]]
    step: Callable[[Sequence[str]], int] = getattr(import_module(f"making.{module}"), name)  # fmt: skip
    return step(asked[1:])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
