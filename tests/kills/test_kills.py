"""Commands that run beside the pages are killed anywhere, run again, and have lost and doubled nothing.

Few kills in the suite; OCOP_KILLS=20 and OCOP_KILLS_SEED=7 for a long run with points of its own.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from urllib.parse import quote

import pytest

from tests import templates

pytestmark = pytest.mark.once
SEED = os.environ.get("OCOP_KILLS_SEED", "1")
STANDS_ON = {"migrate": "places"}


@pytest.mark.parametrize(
    ("command", "kills"), [("deliver", 2), ("remind", 2), ("render_papers", 1), ("migrate", 1)]
)
def test_a_killed_command_runs_again_and_loses_and_doubles_nothing(
    command: str, kills: int, tmp_path: Path
) -> None:
    kills = int(os.environ.get("OCOP_KILLS", kills))
    shutil.copytree(templates.file(STANDS_ON.get(command, "province")).parent, tmp_path / "base")
    environment = os.environ | {
        "DATABASE_URL": f"sqlite:///{quote(str(tmp_path / 'base' / 'ocop.sqlite3'))}",
        "OCOP_DATA_DIR": str(tmp_path),
        "PYTHONPATH": f"{templates.ROOT}:{os.environ.get('PYTHONPATH', '')}",
        "DJANGO_SETTINGS_MODULE": "ocop.config.settings",
        templates.SYNCHRONOUS: "OFF",  # a killed process leaves what it wrote to the kernel
    }
    run = subprocess.run(
        [sys.executable, "-m", "tests.kills.rig", command, str(kills), SEED],
        cwd=templates.ROOT,
        env=environment,
        capture_output=True,
        text=True,
        check=False,
    )
    assert run.returncode == 0, run.stderr[-3000:]
    told = json.loads(run.stdout)
    assert (told["faults"], told["kills"]) == ({}, min(kills, told["points"]))
