"""A real Korean input method beside the program: ibus and its Hangul engine on a bus of their own.

The bus activates nothing by itself: no portal, no keyring, no screen reader comes to life.
"""

import os
import subprocess
import time

from tests.stories.screen import Place, Screen

_BUS = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:abstract={name}</listen>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""
PATIENCE_S, ASKED_S = 120, 20


class InputMethod:
    """ibus with the Hangul engine chosen, as a Korean desktop has it."""

    def __init__(self, screen: Screen, place: Place) -> None:
        """Start, and return when the engine answers."""
        config = place.folder / "bus.conf"
        # sockets in the folder of a test would have too long a name
        names = f"ieum-{os.getpid()}-{screen.display}"
        config.write_text(_BUS.format(name=f"{names}-bus"))
        self._bus = subprocess.Popen(
            ["dbus-daemon", f"--config-file={config}", "--print-address", "--nofork"],
            env=place.environment,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            text=True,
        )
        assert self._bus.stdout is not None
        self._environment = {
            **place.environment,
            "DISPLAY": screen.display,
            "DBUS_SESSION_BUS_ADDRESS": self._bus.stdout.readline().strip(),
            "GSETTINGS_BACKEND": "memory",
        }
        self._daemon = subprocess.Popen(
            [
                *("ibus-daemon", "--panel", "disable", "--emoji-extension", "disable"),
                *("--address", f"unix:abstract={names}-ibus"),
            ],
            env=self._environment,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
        )
        until = time.monotonic() + PATIENCE_S
        while not self._choose_hangul():
            assert self._daemon.poll() is None, "ibus ended"
            assert time.monotonic() < until, "ibus does not answer"

    def close(self) -> None:
        """End the input method and its bus."""
        for process in (self._daemon, self._bus):
            process.terminate()
            process.wait()
        if self._bus.stdout is not None:
            self._bus.stdout.close()

    def _choose_hangul(self) -> bool:
        try:
            done = subprocess.run(
                ["ibus", "engine", "hangul"],
                env=self._environment,
                capture_output=True,
                check=False,
                timeout=ASKED_S,
            )
        except subprocess.TimeoutExpired:
            return False
        return done.returncode == 0


PROGRAM = {"QT_IM_MODULE": "ibus"}  # what a Korean desktop sets for every program
HERE = os.path.exists("/usr/share/ibus-hangul")  # noqa: PTH110 - the package's own folder
