"""A PostgreSQL server of the measurement's own, in a temporary folder, as another user where one is root."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path


def programs() -> Path | None:
    """Where the programs of the newest PostgreSQL on this machine lie; None where there is none."""
    known = sorted(Path("/usr/lib/postgresql").glob("*/bin"), reverse=True)
    if found := shutil.which("initdb"):
        known.append(Path(found).parent)
    return next((place for place in known if (place / "postgres").exists()), None)


@contextmanager
def server(folder: Path) -> Iterator[str | None]:
    """The address of an empty database on a server that ends with the block; None without PostgreSQL."""
    bin_folder = programs()
    if bin_folder is None:
        yield None
        return
    home, port = folder / "pg", _free_port()
    home.mkdir()
    if os.geteuid() == 0:
        folder.chmod(0o755)
        shutil.chown(home, "postgres")
    data = str(home / "data")
    given = f"-p {port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={home} -c max_connections=20"
    _run(bin_folder, "initdb", "-D", data, "-U", "postgres", "--auth=trust", "-E", "UTF8", "--locale=C.UTF-8")
    _run(bin_folder, "pg_ctl", "-D", data, "-l", str(home / "log"), "-w", "-o", given, "start")
    try:
        yield f"postgresql://postgres@127.0.0.1:{port}/postgres"
    finally:
        _run(bin_folder, "pg_ctl", "-D", data, "-m", "immediate", "stop")


def _free_port() -> int:
    with socket.socket() as one:
        one.bind(("127.0.0.1", 0))
        return int(one.getsockname()[1])


def _run(bin_folder: Path, program: str, *given: str) -> None:
    other = ["runuser", "-u", "postgres", "--"] if os.geteuid() == 0 else []
    command = [*other, str(bin_folder / program), *given]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd="/")  # noqa: S603  # found above
