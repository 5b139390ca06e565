"""`python -m ocop.outlets.catalogue.bench`:
measures in a temporary folder, prints JSON, leaves nothing behind.
"""

from __future__ import annotations

import json
import os
import sys
import tempfile
from pathlib import Path


def main() -> None:
    """Chooses the temporary database before Django starts, so that no real one is ever touched."""
    with tempfile.TemporaryDirectory(prefix="ocop-bench-") as folder:
        os.environ["OCOP_DATA_DIR"] = folder
        os.environ["DATABASE_URL"] = f"sqlite:///{Path(folder) / 'bench.sqlite3'}"
        os.environ["OCOP_LOG_LEVEL"] = "ERROR"
        os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
        import django

        django.setup()
        from ocop.outlets.catalogue.bench.verify import bench

        json.dump(bench(Path(folder)), sys.stdout, indent=2)
        sys.stdout.write("\n")


if __name__ == "__main__":
    main()
