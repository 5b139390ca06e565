"""A PostgreSQL server of the measurement's own, in a temporary folder, as another user where one is root."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

HASTY = "fsync = off\nfull_page_writes = off\nmax_wal_size = 4GB\n"
CONNECTIONS = 100
"""As PostgreSQL itself begins with: a server that was killed leaves some behind for a while."""


def programs() -> Path | None:
    """Where the programs of the newest PostgreSQL on this machine lie; None where there is none."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        known.append(Path(found).parent)
    return next((place for place in known if (place / "postgres").exists()), None)


@contextmanager
def server(folder: Path, *, is_lasting: bool = True) -> Iterator[str | None]:
    """The address of an empty database on a server that ends with the block; None without PostgreSQL. Where
    only reading is measured it need not be `is_lasting`: filling it then waits for no disk.
    """
    if programs() is None:
        yield None
        return
    home, port = folder / "pg", _free_port()
    home.mkdir()
    if os.geteuid() == 0:
        folder.chmod(0o755)
        shutil.chown(home, "postgres")
    data = home / "data"
    _run("initdb", "-D", str(data), "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    given = f"port = {port}\nlisten_addresses = '127.0.0.1'\nunix_socket_directories = '{home}'\n"
    with (data / "postgresql.conf").open("a", encoding="utf-8") as conf:
        conf.write(f"{given}max_connections = {CONNECTIONS}\n{'' if is_lasting else HASTY}")
    start(folder)
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        if (data / "postmaster.pid").exists():
            stop(folder)


def start(folder: Path) -> None:
    """Starts the server of that folder, and waits until it answers."""
    _run("pg_ctl", "-D", str(folder / "pg/data"), "-l", str(folder / "pg/log"), "-w", "start")


def stop(folder: Path) -> None:
    """Ends it as a power cut would; what was committed is there at the next start."""
    _run("pg_ctl", "-D", str(folder / "pg/data"), "-m", "immediate", "stop")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _run(program: str, *given: str) -> None:
    other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*other, f"{programs()}/{program}", *given]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603  # found above
