"""Decision 26/2026 with other periods, as a folder for OCOP_REGULATIONS_DIR:
what follows must come from the data.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from pathlib import Path
from typing import Any

from ocop.kernel.law.loader import DATA

CODE = "qd-26-2026"
AMOUNTS = {
    "certificate_term": 48,
    "renewal_window_opens": 90,
    "renewal_window_closes": 60,
    "extension_cap": 100,
    "commune_check": 10,
    "renewal_result": 30,
    "revocation": 20,
}


def amounts(periods: dict[str, Any]) -> None:
    """Sets the amounts of this module."""
    for name, amount in AMOUNTS.items():
        periods[name]["amount"] = amount


def changed_law(parent: Path, change: Callable[[dict[str, Any]], None] = amounts, **identity: str) -> str:
    """The parent folder of a copy whose periods were changed;
    `identity` gives it another code and other days.
    """
    folder = parent / identity.get("code", CODE)
    shutil.copytree(DATA / CODE, folder, ignore=shutil.ignore_patterns("release.json"))  # not pinned
    procedure = json.loads((folder / "procedure.json").read_text(encoding="utf-8"))
    change(procedure["periods"])
    (folder / "procedure.json").write_text(json.dumps(procedure), encoding="utf-8")
    if identity:
        known = json.loads((folder / "regulation.json").read_text(encoding="utf-8"))
        (folder / "regulation.json").write_text(json.dumps(known | identity), encoding="utf-8")
    return str(parent)
