"""`ocop law list` and `ocop law check`: what is in the data, and whether it holds together."""

from __future__ import annotations

import sys
from pathlib import Path

from ocop.kernel.law.integrity import check_regulation, known_mismatches
from ocop.kernel.law.loader import load_regulations
from ocop.kernel.law.model import Regulation
from ocop.kernel.law.record import RegulationError

OPTION = "--regulations-dir"


def list_command(argv: list[str]) -> int:
    """Prints every regulation with dates, sets, criteria, options and known anomalies.
    2 where it cannot be read.
    """
    regulations = _load(argv, "list")
    if regulations is None:
        return 2
    for regulation in regulations:
        _print_summary(regulation)
    return 0


def check_command(argv: list[str]) -> int:
    """Prints the faults of every regulation: 0 without any, 1 with some, 2 where a folder cannot be read."""
    regulations = _load(argv, "check")
    if regulations is None:
        return 2
    faults = sum(_print_check(regulation) for regulation in regulations)
    print(f"{len(regulations)} regulations, {faults} faults")
    return 1 if faults else 0


def _load(argv: list[str], name: str) -> list[Regulation] | None:
    """The regulations, or None after saying on standard error why there are none."""
    try:
        return list(load_regulations(_extra_dir(argv)).values())
    except RegulationError as error:
        print(f"ocop law {name}: {error}", file=sys.stderr)
    except ValueError:
        print(f"ocop law {name} [{OPTION} FOLDER]", file=sys.stderr)
    return None


def _extra_dir(argv: list[str]) -> Path | None:
    """The folder named in the arguments; ValueError where they are anything else."""
    if not argv:
        return None
    if len(argv) == 1 and argv[0].startswith(f"{OPTION}="):
        return Path(argv[0].partition("=")[2])
    option, folder = argv
    if option != OPTION:
        raise ValueError(option)
    return Path(folder)


def _print_summary(regulation: Regulation) -> None:
    sets = regulation.sets.values()
    criteria = [criterion for product_set in sets for criterion in product_set.criteria.values()]
    options = [option for criterion in criteria for _, ladder in criterion.ladders for option in ladder]
    marks = sum(o.min_for_stars is not None for o in options) + sum(
        c.min_for_stars is not None for c in criteria
    )
    until = regulation.effective_to.isoformat() if regulation.effective_to else "today"
    missing = [f"{s.number} {s.label.vi}" for s in sets if not s.has_rubric]
    print(f"{regulation.code}  {regulation.number}  {regulation.label.vi}")
    print(f"  in force {regulation.effective_from.isoformat()} to {until}")
    print(f"  {_pinned_words(regulation)}")
    print(
        f"  {len(sets)} sets ({len(sets) - len(missing)} with a rubric), {len(criteria)} criteria,", end=" "
    )
    print(f"{len(options)} options, {marks} star marks")
    if missing:
        print(f"  rubric missing: {'; '.join(missing)}")
    scoring = sum(anomaly.affects_scoring for anomaly in regulation.anomalies)
    print(f"  {len(regulation.anomalies)} known anomalies, {scoring} of them affect the score")
    for anomaly in regulation.anomalies:
        if anomaly.can_be_decided:
            where = f"set {anomaly.set_number} {anomaly.location}"
            print(f"    {anomaly.id}: {where}: printed {anomaly.published}, suggested {anomaly.suggested}")


def _pinned_words(regulation: Regulation) -> str:
    """Its fingerprint, and whether that is the one that its release file pins."""
    if regulation.pins is None:
        return f"fingerprint {regulation.fingerprint}, not pinned"
    last = regulation.pins.last
    if last.fingerprint == regulation.fingerprint:
        return f"fingerprint {regulation.fingerprint}, pinned {last.on.isoformat()}"
    return f"fingerprint {regulation.fingerprint}, NOT the one pinned {last.on.isoformat()}"


def _print_check(regulation: Regulation) -> int:
    faults = check_regulation(regulation)
    known = known_mismatches(regulation)
    pin = ", not pinned" if regulation.pins is None else ""
    print(f"{regulation.code}: {len(faults)} faults, {len(known)} known mismatches of the printed text{pin}")
    for fault in faults:
        print(f"  FAULT  {fault}")
    for identifier, mismatch in known:
        print(f"  known  [{identifier}] {mismatch}")
    return len(faults)
