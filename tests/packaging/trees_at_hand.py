"""Tiny trees: an app folder with two packages, and what lies inside one of them."""

import json

METADATA = """Metadata-Version: 2.4
Name: {name}
Version: {version}
License-Expression: {licence}
Project-URL: Homepage, https://{name}.example
{rest}
Words about it.
"""
RULES = {
    "licence": {},
    "texts": {"bare": ["spdx/MIT.txt"]},
    "home": {},
    "named": {"inner": "Zlib"},
    "crates": {"crate": "MIT OR Apache-2.0"},
    "not_inside": {"one": {"Elsewhere": "only named"}},
    "part": [
        {
            "name": "Engine",
            "of": "one",
            "licence": "BSD-3-Clause",
            "must": ["linux"],
            "files": ["app/one/engine*.so"],
            "pattern": r"Engine (\d+\.\d+\.\d+)",
            "texts": ["spdx/BSD-3-Clause.txt"],
            "purl": "pkg:generic/engine@{version}",
            "cpe": "cpe:2.3:a:engine:engine:{version}:*:*:*:*:*:*:*",
        },
        {
            "name": "Dated",
            "of": "one",
            "licence": "ISC",
            "files": ["app/one/engine*.so"],
            "version": "7",
            "while_": "1.0",
        },
    ],
}


def a_package(app, name, version="1.0", licence="MIT", rest="", text="the words of a licence"):  # fmt: skip
    """Lay a package as a wheel would."""
    info = app / f"{name}-{version}.dist-info"
    (info / "licenses").mkdir(parents=True)
    said = METADATA.format(name=name, version=version, licence=licence, rest=rest)
    (info / "METADATA").write_text(said, encoding="utf-8")
    if text:
        (info / "licenses" / "LICENSE").write_text(text, encoding="utf-8", newline="")
    return info


def a_tree(root):
    """Lay a tree with two packages, an engine inside one, a list of parts and a Rust crate."""
    app = root / "app"
    (app / "one").mkdir(parents=True)
    info = a_package(app, "one", rest="Requires-Dist: bare>=1")
    a_package(app, "bare", "2.0", text="")
    (app / "one" / "engine.so").write_bytes(b"\0Engine 3.2.1\0/registry/src/index.example-1/crate-0.5.1/src/lib.rs\0")  # fmt: skip
    (info / "sboms").mkdir()
    told = {"components": [{"name": "inner", "version": "9"}, {"name": "Elsewhere", "version": "1"}, {"name": "one", "version": "1.0"}]}  # fmt: skip
    (info / "sboms" / "x.json").write_text(json.dumps(told))
    return root
