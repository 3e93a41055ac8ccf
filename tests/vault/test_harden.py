"""A process that was hardened leaves no core file and lets nobody look in."""

import subprocess
import sys
import textwrap


def run(code, house):
    return subprocess.run(
        [sys.executable, "-c", textwrap.dedent(code)],
        cwd=house,
        check=False,
        capture_output=True,
        text=True,
    )


def test_hardening_says_what_is_in_force_and_it_is(house):
    done = run(
        """
        import ctypes, resource
        from intake.vault import harden
        assert harden() == ("no-core", "not-dumpable")
        assert resource.getrlimit(resource.RLIMIT_CORE) == (0, 0)
        assert ctypes.CDLL(None).prctl(3, 0, 0, 0, 0) == 0
        """,
        house,
    )
    assert done.returncode == 0, done.stderr


def test_a_hardened_process_still_finds_its_place(house):
    done = run(
        """
        from pathlib import Path
        from intake.policy import Policy
        from intake.vault import harden
        from intake.vault.place import check_place
        harden()
        check_place(Path("/home/a"), Policy())
        """,
        house,
    )
    assert done.returncode == 0, done.stderr


def test_the_same_account_cannot_read_the_memory_of_a_hardened_process(house):
    done = run(
        """
        import ctypes, os, resource, subprocess
        from intake.vault.harden import harden
        os.setgroups([])
        os.setgid(65534)
        os.setuid(65534)  # a counselor has no root's rights to look anywhere

        def refused():
            look = ["/bin/dd", f"if=/proc/{os.getpid()}/mem", "count=0", "of=/dev/null"]
            return subprocess.run(look, cwd="/", stderr=subprocess.DEVNULL).returncode != 0

        ctypes.CDLL(None).prctl(4, 1, 0, 0, 0)  # losing root's rights had hardened it already
        before = refused()
        harden()
        print(before, refused())
        """,
        house,
    )
    assert done.stdout.split() == ["False", "True"], done.stderr
