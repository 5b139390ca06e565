"""`ocop law pin`: writes into a regulation's folder what its data is, so that nobody changes it unseen."""

from __future__ import annotations

import argparse
import json
import sys
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from ocop.kernel.law.folder import RELEASE
from ocop.kernel.law.integrity import check_regulation
from ocop.kernel.law.loader import folder_of, regulation
from ocop.kernel.law.model import Pins, Regulation, Release
from ocop.kernel.law.record import RegulationError

CLOCK = ZoneInfo("Asia/Ho_Chi_Minh")


def pin_command(argv: list[str]) -> int:
    """Pins the data of one regulation as it stands: 0 when pinned or pinned so already,
    1 with faults, 2 where it cannot be read.
    """
    given = _parser().parse_args(argv)
    try:
        loaded = regulation(given.code, given.regulations_dir)
    except RegulationError as error:
        print(f"ocop law pin: {error}", file=sys.stderr)
        return 2
    faults = [fault for fault in check_regulation(loaded) if fault.check != "pinned"]
    for fault in faults:
        print(f"  FAULT  {fault}")
    if faults:
        print(f"{loaded.code} is not pinned: mend its {len(faults)} faults first")
        return 1
    return _pin(loaded, folder_of(given.code, given.regulations_dir), given.note)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="ocop law pin")
    parser.add_argument("code", help="the code of the regulation, such as qd-26-2026")
    parser.add_argument("--regulations-dir", type=Path, metavar="FOLDER")
    parser.add_argument("--note", default="", help="in a word what is new in the data")
    return parser


def _pin(loaded: Regulation, folder: Path, note: str) -> int:
    pins = loaded.pins
    if pins is not None and pins.last.fingerprint == loaded.fingerprint and pins.files == loaded.files:
        print(f"{loaded.code} is pinned so since {pins.last.on.isoformat()}: {loaded.fingerprint}")
        return 0
    new = pinned(loaded, datetime.now(tz=CLOCK).date(), " ".join(note.split()))
    text = json.dumps(as_json(new), ensure_ascii=False, indent=2)
    try:
        (folder / RELEASE).write_text(f"{text}\n", encoding="utf-8")
    except OSError as error:
        print(f"ocop law pin: {folder / RELEASE} cannot be written: {error.strerror}", file=sys.stderr)
        return 2
    print(f"{loaded.code} is pinned: {loaded.fingerprint}")
    return 0


def pinned(loaded: Regulation, on: date, note: str) -> Pins:
    """The pins of a regulation as its data stands, after those that it had."""
    before = loaded.pins.releases if loaded.pins else ()
    if before and before[-1].fingerprint == loaded.fingerprint:
        return Pins(before, loaded.files)
    return Pins((*before, Release(on, loaded.fingerprint, note)), loaded.files)


def as_json(pins: Pins) -> dict[str, Any]:
    """What stands in the release file."""
    releases = [
        {"on": one.on.isoformat(), "fingerprint": one.fingerprint} | ({"note": one.note} if one.note else {})
        for one in pins.releases
    ]
    return {"releases": releases, "files": dict(pins.files)}
