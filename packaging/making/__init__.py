"""How what is handed out is made: inputs, tree, packages, proofs, signatures.

Every module here runs with the standard library alone, so that whoever signs a build needs no
other person's code to make it. ``packaging/build.py`` names the steps.
"""

__all__: list[str] = []
