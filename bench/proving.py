"""Asks of very many what the suite asks of a few: `python -m bench.proving live` (or letters, rows, panels).

Prints JSON; a fault where what was to be proven is not. Nothing is left behind.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from importlib import import_module
from pathlib import Path


def main(name: str) -> int:
    """Chooses an empty database before Django starts, so that no real one is ever touched."""
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        os.environ["OCOP_DATA_DIR"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
        import django

        django.setup()
        found = import_module(f"bench.{name}").bench()
        sys.stdout.write(json.dumps(found, indent=2, ensure_ascii=False) + "\n")
    return 0 if found["is_proven"] else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
