"""`python -m bench [NAME]`: one measurement or proof as JSON, or each by its name. Leaves nothing behind."""

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


def one(name: str) -> dict[str, Any]:
    """What one module finds. Its database is chosen before Django starts, so that no real one is touched."""
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        os.environ["OCOP_DATA_DIR"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["OCOP_LOG_LEVEL"] = "ERROR"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
        import django

        django.setup()
        found: dict[str, Any] = import_module(f"bench.{name}").bench()
        return found


def apart(name: str) -> dict[str, Any]:
    """The same in a process of its own: it finds nothing that an earlier one left in memory."""
    command = [sys.executable, "-m", "bench", name]
    said = subprocess.run(command, stdout=subprocess.PIPE, check=False).stdout  # noqa: S603  # our own
    found: dict[str, Any] = json.loads(said)
    return found


def main(names: list[str]) -> int:
    """Prints what is found: 1 where something is not proven, 2 for a name that there is not."""
    if names and names[0] not in NAMES:
        sys.stderr.write(f'There is no benchmark "{names[0]}"; there are: {", ".join(NAMES)}.\n')
        return 2
    found = one(names[0]) if names else {name: apart(name) for name in NAMES}
    sys.stdout.write(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    every = [found] if names else list(found.values())
    return 0 if all(each.get("is_proven", True) for each in every) else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
