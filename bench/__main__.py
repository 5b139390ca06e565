"""`python -m bench [NAME]`: one measurement as JSON, or each under its name. Leaves nothing behind.

Ends with 1 where what was to be proven is not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from importlib import import_module
from pathlib import Path
from typing import Any

NAMES = sorted(path.stem for path in Path(__file__).parent.glob("[a-z]*.py"))
BY_NAME_ONLY = frozenset({"council", "exports", "lists"})
"""What takes so long that it is run where it is asked for."""


def measured(name: str) -> dict[str, Any]:
    """One measurement, in a temporary folder: chosen before Django starts, so that no real one is touched."""
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        os.environ["OCOP_DATA_DIR"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["OCOP_LOG_LEVEL"] = "ERROR"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
        import django

        django.setup()
        found: dict[str, Any] = import_module(f"bench.{name}").bench(Path(folder))
        return found


def apart(name: str) -> dict[str, Any]:
    """The same in a process of its own: a measurement finds nothing that an earlier one left in memory."""
    command = [sys.executable, "-m", "bench", name]
    run = subprocess.run(command, stdout=subprocess.PIPE, check=False)  # noqa: S603  # our own
    found: dict[str, Any] = json.loads(run.stdout)
    return found


def main(names: list[str]) -> int:
    """Prints the measurement that is named, or all but the long ones; 2 for a name that there is not."""
    if names and names[0] not in NAMES:
        sys.stderr.write(f'There is no benchmark "{names[0]}"; there are: {", ".join(NAMES)}.\n')
        return 2
    found = (
        {names[0]: measured(names[0])}
        if names
        else {name: apart(name) for name in NAMES if name not in BY_NAME_ONLY}
    )
    json.dump(found[names[0]] if names else found, sys.stdout, indent=2, ensure_ascii=False)
    sys.stdout.write("\n")
    return 0 if all(one.get("is_proven", True) for one in found.values()) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
