"""`script/papers.py` names what is wrong in a paper, and nothing else."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
GOOD = """#import "/foundation/documents/typst/state.typ": *
#show: state-page.with(named: data.subject)
#paper-head(agency: data.agency)
#title("Tờ trình", data.subject)
#addressees((data.authority,))
#bases(data.bases)
#ending("Trình ngày 05 tháng 02 năm 2026, trả lời trước ngày 05 tháng 3 năm 2026")
#ends-with(recipients(("Như trên",)), signature(data.titles, data.signer))
"""
WRONG = {
    "its end": (GOOD.replace("#ending(", "#par("), "no `ending`"),
    "its order": (GOOD.replace("#title", "#bases(data.bases)\n#title"), "stands before"),
    "its margins": (f"{GOOD}#set page(margin: 2cm)\n", "page and typeface"),
    "its size": (f'{GOOD}#text(16pt, "x")\n', "16 pt"),
    "a day": (GOOD.replace("05 tháng 02", "5 tháng 02"), "two figures"),
    "January": (GOOD.replace("tháng 02", "tháng 2"), "two figures"),
    "March": (GOOD.replace("tháng 3", "tháng 03"), "only January and February"),
    "no state paper": ("#set page(margin: 2cm)\n", "no state paper"),
}


def said(folder: Path) -> tuple[int, str]:
    command = [sys.executable, str(ROOT / "script" / "papers.py"), str(folder)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    return done.returncode, done.stdout


def test_a_paper_in_order_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "to_trinh.typ").write_text(GOOD, encoding="utf-8")
    assert said(tmp_path) == (0, "")


def test_every_fault_is_named(tmp_path: Path) -> None:
    for name, (text, _fault) in WRONG.items():
        (tmp_path / f"{name}.typ").write_text(text, encoding="utf-8")
    code, lines = said(tmp_path)
    assert code == 1
    for name, (_text, fault) in WRONG.items():
        assert [fault in line for line in lines.splitlines() if f"/{name}.typ:" in line] == [True]


@pytest.mark.parametrize("side", ["top: 20mm", "left: 30mm"])
def test_the_frame_has_the_margins_of_the_decree(tmp_path: Path, side: str) -> None:
    frame = (ROOT / "src/ocop/foundation/documents/typst/state.typ").read_text(encoding="utf-8")
    (tmp_path / "state.typ").write_text(frame.replace(side, side.replace("0mm", "9mm")), encoding="utf-8")
    assert said(tmp_path)[0] == 1
