"""Match-only (일치 확인): the letters of three kinds of workspace, and what each keeps.

* ``messages``: what is said, byte for byte. ``posting``: how it leaves. ``taking``: who may say what.
* ``epochs``: parts of the year's key. ``totals``: what was asked, signed and compared.
* At a center ``inputs``, ``asking``, ``filing`` and ``told``; at a party ``answering``; at the central
  desk ``keeping`` and ``opening``.
"""
