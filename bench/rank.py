"""How fast panels are scored, in the kernel and through the command."""

from __future__ import annotations

import io
import json
import random
import statistics
import subprocess
import sys
import time
from collections.abc import Callable, Mapping
from pathlib import Path

from ocop.kernel.law.loader import regulation as load_regulation
from ocop.kernel.law.model import Criterion, Regulation
from ocop.kernel.scoring.commands import rank_command
from ocop.kernel.scoring.evaluation import evaluate
from ocop.kernel.scoring.sheets import Choice, Sheet

CODE = "qd-26-2026"
PANELS = 1000
MEMBERS = 9
RUNS = 5
SEED = 20261123


def bench(folder: Path) -> dict[str, object]:
    """Panels of nine sheets per second on one core: in the kernel and through the command; seconds for one
    line.

    The reference only reads the same lines as JSON, which no program can spare: machines differ, so compare
    with it.
    """
    regulation = load_regulation(CODE)
    panels = _panels(regulation, random.Random(SEED))  # noqa: S311  # the same panels every time
    lines = "".join(_line(number, sheets) for number, sheets in panels)
    return {
        "regulation": CODE,
        "panels": PANELS,
        "sheets_per_panel": MEMBERS,
        "runs": RUNS,
        "reference_lines_read_per_second": _rate(lambda: _read_all(lines)),
        "kernel_panels_per_second": _rate(lambda: _evaluate_all(regulation, panels)),
        "command_panels_per_second": _rate(lambda: _rank_all(lines)),
        "one_line_seconds": _one_line_seconds(lines.partition("\n")[0]),
    }


def _panels(regulation: Regulation, chance: random.Random) -> list[tuple[int, list[Sheet]]]:
    """Panels of every set in turn: members agree on most criteria, and lean to the upper options."""
    sets = [product_set for product_set in regulation.sets.values() if product_set.has_rubric]
    made = []
    for number in range(PANELS):
        product_set = sets[number % len(sets)]
        shared = {code: _choice(criterion, chance) for code, criterion in product_set.criteria.items()}
        sheets = [
            Sheet(f"m{member}", _own(shared, product_set.criteria, chance)) for member in range(MEMBERS)
        ]
        made.append((product_set.number, sheets))
    return made


def _own(
    shared: dict[str, Choice], criteria: Mapping[str, Criterion], chance: random.Random
) -> dict[str, Choice]:
    return {
        code: _choice(criteria[code], chance) if chance.random() < 0.3 else kept
        for code, kept in shared.items()
    }


def _choice(criterion: Criterion, chance: random.Random) -> Choice:
    if criterion.is_boolean:
        return chance.random() < 0.8
    letter, options = chance.choice(criterion.ladders)
    place = max(chance.choice(options).place, chance.choice(options).place)
    return place if letter is None else f"{letter}.{place}"


def _line(number: int, sheets: list[Sheet]) -> str:
    written = [{"member": sheet.member, "choices": sheet.choices} for sheet in sheets]
    return json.dumps({"id": number, "set": number, "sheets": written}) + "\n"


def _read_all(lines: str) -> None:
    for line in lines.splitlines():
        json.loads(line)


def _evaluate_all(regulation: Regulation, panels: list[tuple[int, list[Sheet]]]) -> None:
    for number, sheets in panels:
        evaluate(regulation, number, sheets)


def _rank_all(lines: str) -> None:
    rank_command(["--regulation", CODE], io.StringIO(lines), io.StringIO())


def _rate(work: Callable[[], None]) -> int:
    """Median panels per second over several runs, in time of this process."""
    rates = []
    for _ in range(RUNS):
        start = time.process_time()
        work()
        rates.append(PANELS / (time.process_time() - start))
    return round(statistics.median(rates))


def _one_line_seconds(line: str) -> float:
    """Median wall time of a fresh process that scores one panel."""
    program = "import sys; from ocop.kernel.scoring.commands import rank_command as rank; "
    program += "sys.exit(rank(sys.argv[1:], sys.stdin, sys.stdout))"
    seconds = []
    for _ in range(RUNS):
        start = time.perf_counter()
        command = [sys.executable, "-c", program, "--regulation", CODE]
        subprocess.run(command, input=line.encode(), stdout=subprocess.DEVNULL, check=True)  # noqa: S603  # our own
        seconds.append(time.perf_counter() - start)
    return round(statistics.median(seconds), 3)
