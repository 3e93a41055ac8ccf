"""Real servers on this computer, one folder each: started by a test, stopped when it is over.

Nothing is waited for by the clock: a server is there when its port answers, or has ended.
"""

import contextlib
import getpass
import os
import shutil
import socket
import subprocess
import sys
import tempfile  # noqa: TID251 - an account that may not enter the tests folder
from collections.abc import Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from intake.mailbox.s3 import Bucket, S3Mailbox
from intake.mailbox.sftp import Host, SftpMailbox
from intake.mailbox.webdav import WebdavMailbox
from intake.mailbox.wire import Server

HERE = "127.0.0.1"
USER, PASSWORD = "ieum", "correct horse 9"
ACCESS, SECRET, BUCKET = "AKIATEST0000EXAMPLE0", "not a secret of anybody", "ieum"
_APACHE = """
ServerRoot {home}
PidFile {home}/pid
Listen {here}:{port}
ServerName {here}
ErrorLog {home}/error.log
LoadModule mpm_event_module /usr/lib/apache2/modules/mod_mpm_event.so
LoadModule authn_core_module /usr/lib/apache2/modules/mod_authn_core.so
LoadModule authn_file_module /usr/lib/apache2/modules/mod_authn_file.so
LoadModule authz_core_module /usr/lib/apache2/modules/mod_authz_core.so
LoadModule authz_user_module /usr/lib/apache2/modules/mod_authz_user.so
LoadModule auth_basic_module /usr/lib/apache2/modules/mod_auth_basic.so
LoadModule dav_module /usr/lib/apache2/modules/mod_dav.so
LoadModule dav_fs_module /usr/lib/apache2/modules/mod_dav_fs.so
LoadModule ssl_module /usr/lib/apache2/modules/mod_ssl.so
User www-data
Group www-data
DocumentRoot {home}/data
DavLockDB {home}/lock/db
SSLEngine on
SSLCertificateFile {home}/tls/cert.pem
SSLCertificateKeyFile {home}/tls/key.pem
<Directory {home}/data>
  Dav On
  AuthType Basic
  AuthName Ieum
  AuthUserFile {home}/people
  Require valid-user
</Directory>
"""
_SSHD = """
ListenAddress {here}
Port {port}
HostKey {home}/host
PidFile {home}/pid
AuthorizedKeysFile {home}/authorized
StrictModes no
UsePAM no
PasswordAuthentication no
Subsystem sftp internal-sftp
"""


@dataclass(frozen=True)
class Ground:
    """Where a server keeps what is put there, and how one gets to it."""

    home: Path
    port: int
    hold: socket.socket | None = None  # see ``_held``

    @property
    def data(self) -> Path:
        """What a person with the disk would see."""
        return self.home / "data"


def free_port() -> int:
    """A port nobody listens on now."""
    with socket.socket() as one:
        one.bind((HERE, 0))
        return int(one.getsockname()[1])


@contextlib.contextmanager
def running(command: list[str], ground: Ground, **more: str) -> Iterator[Ground]:
    """A server while it is needed."""
    log = (ground.home / "log").open("wb")
    environment = {**os.environ, **more, "NO_PROXY": HERE}
    process = subprocess.Popen(command, stdout=log, stderr=log, env=environment)  # fmt: skip
    try:
        _answers(process, ground)
        yield ground
    finally:
        process.terminate()
        process.wait(300)
        log.close()
        if ground.hold is not None:
            ground.hold.close()


def _answers(process: "subprocess.Popen[bytes]", ground: Ground) -> None:
    while process.poll() is None:
        with contextlib.suppress(OSError), socket.create_connection((HERE, ground.port), 5):  # fmt: skip
            return
    raise AssertionError((ground.home / "log").read_text(errors="replace")[-2000:])


def tool(name: str) -> str:
    """A program of this environment, or of the system."""
    own = Path(sys.executable).with_name(name)
    found = str(own) if own.exists() else shutil.which(name, path=f"{os.environ['PATH']}:/usr/sbin")  # fmt: skip
    assert found, f"{name} is not installed: see packaging/system.tsv"
    return found


# --- one of each -------------------------------------------------------------------------


@contextlib.contextmanager
def wsgidav(home: Path) -> Iterator[tuple[Ground, WebdavMailbox]]:
    ground = _ground(home)
    (home / "conf.yaml").write_text(
        f"host: {HERE}\nport: {ground.port}\nprovider_mapping:\n  '/': '{ground.data}'\n"
        f"simple_dc:\n  user_mapping:\n    '*':\n      {USER}:\n        password: '{PASSWORD}'\n"
    )
    command = [tool("wsgidav"), "--config", str(home / "conf.yaml"), "--server", "cheroot"]  # fmt: skip
    with running(command, ground):
        yield ground, WebdavMailbox(Server(f"http://{HERE}:{ground.port}/box", USER, PASSWORD))  # fmt: skip


@contextlib.contextmanager
def rclone_webdav(home: Path) -> Iterator[tuple[Ground, WebdavMailbox]]:
    ground = _ground(home)
    command = [tool("rclone"), "serve", "webdav", "--addr", f"{HERE}:{ground.port}", "--user", USER, "--pass", PASSWORD, str(ground.data)]  # fmt: skip
    with running(command, ground, RCLONE_CONFIG=str(home / "rclone.conf")):
        yield ground, WebdavMailbox(Server(f"http://{HERE}:{ground.port}/box", USER, PASSWORD))  # fmt: skip


@contextlib.contextmanager
def rclone_s3(home: Path) -> Iterator[tuple[Ground, S3Mailbox]]:
    ground = _ground(home)
    (ground.data / BUCKET).mkdir()
    command = [tool("rclone"), "serve", "s3", "--addr", f"{HERE}:{ground.port}", "--auth-key", f"{ACCESS},{SECRET}", str(ground.data)]  # fmt: skip
    with running(command, ground, RCLONE_CONFIG=str(home / "rclone.conf")):
        yield ground, S3Mailbox(Server(f"http://{HERE}:{ground.port}"), Bucket(BUCKET, ACCESS, SECRET))  # fmt: skip


@contextlib.contextmanager
def moto(home: Path) -> Iterator[tuple[Ground, S3Mailbox]]:
    ground = _ground(home)
    with running([tool("moto_server"), "-H", HERE, "-p", str(ground.port)], ground):
        box = S3Mailbox(Server(f"http://{HERE}:{ground.port}"), Bucket(BUCKET, ACCESS, SECRET))  # fmt: skip
        url, headers = box._signed("PUT", "")
        with box._wire.ask("PUT", url, headers=headers):
            pass
        yield ground, box


@contextlib.contextmanager
def sshd(home: Path) -> Iterator[tuple[Ground, SftpMailbox]]:
    ground = _ground(home)
    for name in ("host", "own"):
        _run(
            tool("ssh-keygen"), "-q", "-t", "ed25519", "-N", "", "-f", str(home / name)
        )
    shutil.copy(home / "own.pub", home / "authorized")
    (home / "conf").write_text(_SSHD.format(here=HERE, port=ground.port, home=home))
    key = (home / "host.pub").read_text().rsplit(" ", 1)[0]
    (home / "known").write_text(f"[{HERE}]:{ground.port} {key}\n")
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)
    with running([tool("sshd"), "-D", "-e", "-f", str(home / "conf")], ground):
        yield ground, SftpMailbox(sftp_host(ground))


def sftp_host(ground: Ground, **more: object) -> Host:
    """How the account on the SSH server is reached."""
    known = Host(HERE, getpass.getuser(), ground.home / "known", str(ground.data), ground.port, ground.home / "own")  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]


@contextlib.contextmanager
def apache(_home: Path) -> Iterator[tuple[Ground, WebdavMailbox]]:
    """Apache with TLS; it serves as another account, which may not enter the tests' folder."""
    with tempfile.TemporaryDirectory(prefix="ieum-dav-") as made:
        yield from _apache(Path(made))


def _apache(home: Path) -> Iterator[tuple[Ground, WebdavMailbox]]:
    ground = _ground(home)
    for name in ("lock", "tls"):
        (home / name).mkdir()
    make_certificate(home / "tls")
    _run(tool("htpasswd"), "-bc", str(home / "people"), USER, PASSWORD)
    (home / "conf").write_text(_APACHE.format(here=HERE, port=ground.port, home=home))
    if os.geteuid() == 0:  # it serves as somebody else
        for one in (home, *home.rglob("*")):
            shutil.chown(one, "www-data")
    with running([tool("apache2"), "-D", "FOREGROUND", "-f", str(home / "conf")], ground):  # fmt: skip
        yield ground, WebdavMailbox(apache_server(ground))


def apache_server(ground: Ground, **more: object) -> Server:
    """How the TLS server is reached."""
    known = Server(f"https://{HERE}:{ground.port}", USER, PASSWORD, ground.home / "tls/ca.pem")  # fmt: skip
    return replace(known, **more)  # type: ignore[arg-type]


def make_certificate(place: Path) -> None:
    """A private authority and a certificate of this computer, as openssl makes them."""
    openssl = tool("openssl")
    _run(openssl, "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-days", "30", "-subj", "/CN=Ieum test authority", "-addext", "keyUsage=critical,keyCertSign", "-keyout", str(place / "ca-key.pem"), "-out", str(place / "ca.pem"))  # fmt: skip
    _run(openssl, "req", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256", "-nodes", "-subj", f"/CN={HERE}", "-addext", f"subjectAltName=IP:{HERE}", "-keyout", str(place / "key.pem"), "-out", str(place / "req.pem"))  # fmt: skip
    _run(openssl, "x509", "-req", "-in", str(place / "req.pem"), "-CA", str(place / "ca.pem"), "-CAkey", str(place / "ca-key.pem"), "-days", "30", "-copy_extensions", "copy", "-out", str(place / "cert.pem"))  # fmt: skip


def _held() -> socket.socket:
    """Hold a port for a server that is about to start: the system gives it to nobody else.

    Both say that they share it, and only one of the two listens there.
    """
    hold = socket.socket()
    hold.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    hold.bind((HERE, 0))
    return hold


def _ground(home: Path) -> Ground:
    home.mkdir(parents=True, exist_ok=True)
    hold = _held()
    ground = Ground(home, int(hold.getsockname()[1]), hold)
    ground.data.mkdir()
    return ground


def _run(*command: str) -> None:
    subprocess.run(command, check=True, capture_output=True)


SERVERS = {one.__name__: one for one in (wsgidav, rclone_webdav, rclone_s3, moto, sshd, apache)}  # fmt: skip
KINDS = frozenset({WebdavMailbox, S3Mailbox, SftpMailbox})  # what they serve
