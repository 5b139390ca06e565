"""Finding and loading regulation folders:
those of the package, and those that a parent folder adds or replaces.
"""

from __future__ import annotations

import os
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from ocop.kernel.law.folder import IDENTITY, Folder, fingerprint
from ocop.kernel.law.model import Anomaly, DatedPeriods, Leaf, Part, Period, ProductSet, Regulation
from ocop.kernel.law.procedure import (
    read_anomalies,
    read_applicants,
    read_bands,
    read_evidence,
    read_leaves,
    read_periods,
    read_rounds,
    read_stages,
    read_variants,
)
from ocop.kernel.law.readings import FORGED
from ocop.kernel.law.record import Record, RegulationError
from ocop.kernel.law.sets import read_set
from ocop.kernel.law.shared import Shared, read_criteria, read_labels, read_rules
from ocop.kernel.text import Label

DATA = Path(__file__).parent / "data"
ENVIRONMENT = "OCOP_REGULATIONS_DIR"


def load_regulations(extra_dir: Path | None = None) -> dict[str, Regulation]:
    """Every regulation by its code, oldest first. RegulationError names file and place of what cannot be
    read.

    `extra_dir`, or else OCOP_REGULATIONS_DIR, names a parent folder whose folders add regulations or replace
    those of the same code.
    """
    loaded = [_load(folder) for folder in _folders(extra_dir).values()]
    return {
        regulation.code: regulation for regulation in sorted(loaded, key=lambda r: (r.effective_from, r.code))
    }


def regulation(code: str, extra_dir: Path | None = None) -> Regulation:
    """One regulation, reading its folder only. RegulationError where there is none of this code."""
    folders = _folders(extra_dir)
    if code not in folders:
        raise RegulationError(code, "", f"no such regulation; there are {', '.join(sorted(folders))}")
    return _load(folders[code])


def folder_of(code: str, extra_dir: Path | None = None) -> Path:
    """Where the files of a regulation lie; KeyError where there is none of this code."""
    return _folders(extra_dir)[code]


def dated_periods(extra_dir: Path | None = None) -> tuple[DatedPeriods, ...]:
    """The periods of every regulation, oldest first, without reading its rubrics:
    a command asks for no more.
    """
    return _dated(_extra(extra_dir))


@lru_cache(maxsize=16)
def _dated(extra: Path | None) -> tuple[DatedPeriods, ...]:
    found = []
    for path in _found(extra).values():
        folder = Folder(path)
        effective_from = folder.open(IDENTITY).day("effective_from")
        found.append(DatedPeriods(path.name, effective_from, _periods(folder.open("procedure.json"))))
    return tuple(sorted(found, key=lambda law: (law.effective_from, law.code)))


def _periods(procedure: Record) -> dict[str, Period]:
    return read_periods(procedure.record("periods")) if "periods" in procedure else {}


def _folders(extra_dir: Path | None) -> dict[str, Path]:
    return _found(_extra(extra_dir))


def _extra(extra_dir: Path | None) -> Path | None:
    named = os.environ.get(ENVIRONMENT)
    return extra_dir or (Path(named) if named else None)


@lru_cache(maxsize=16)
def _found(extra: Path | None) -> dict[str, Path]:
    """Looked up once: pages ask for a regulation many times a request.
    A new folder is seen after a restart.
    """
    if extra is not None and not extra.is_dir():
        raise RegulationError(str(extra), "", "the folder of regulations is not there")
    parents = [DATA] if extra is None else [DATA, extra.resolve()]
    return {
        folder.name: folder
        for parent in parents
        for folder in sorted(parent.iterdir())
        if (folder / IDENTITY).is_file()
    }


@lru_cache(maxsize=16)
def _load(path: Path) -> Regulation:
    folder = Folder(path)
    folder.refuse_unknown_files()
    identity = folder.open(IDENTITY)
    if identity.get("code", str) != path.name:
        raise identity.fail(f"the folder is called {path.name}", "code")
    shared = _read_shared(folder, identity)
    leaves = read_leaves(folder.open("classification.json"), shared.sectors, shared.groups)
    loaded = _assemble(folder, identity, shared, leaves)
    identity.close()
    hashes = folder.hashes()
    return replace(loaded, files=hashes, fingerprint=fingerprint(hashes), pins=folder.pins())


def _assemble(folder: Folder, identity: Record, shared: Shared, leaves: dict[str, Leaf]) -> Regulation:
    procedure = folder.open("procedure.json")
    periods = _periods(procedure)
    anomalies = read_anomalies(folder.open("anomalies.json"))
    loaded = Regulation(
        code=folder.path.name,
        number=identity.get("number", str),
        label=identity.label("label"),
        issuer=identity.label("issuer"),
        issued_on=identity.day("issued_on"),
        effective_from=identity.day("effective_from"),
        effective_to=identity.find_day("effective_to"),
        part_max={part: maximum for part, (_, maximum) in shared.parts.items()},
        star_bands=read_bands(identity),
        sets={
            product_set.number: product_set for product_set in _read_sets(folder, shared, leaves, anomalies)
        },
        leaves=leaves,
        evidence_kinds=read_evidence(folder.open("evidence.json")),
        stages=read_stages(procedure, periods),
        periods=periods,
        rounds=read_rounds(procedure),
        applicants=read_applicants(procedure.record("applicants")) if "applicants" in procedure else {},
        anomalies=anomalies,
        replaces=identity.texts("replaces"),
        amended_by=identity.texts("amended_by"),
        minimums_by_hand=identity.label("minimums_by_hand") if "minimums_by_hand" in identity else None,
        notes=identity.labels("notes"),
        variants=read_variants(procedure, identity.get("number", str), identity.label("label")),
    )
    procedure.close()
    return loaded


def _read_shared(folder: Folder, identity: Record) -> Shared:
    rules = read_rules(folder.open("rules.json"))
    parts = identity.record("parts")
    read = {code: parts.record(code) for code in Part}
    shared = Shared(
        sectors=read_labels(identity, "sectors"),
        groups=read_labels(identity, "groups"),
        headings=read_labels(identity, "headings"),
        parts={code: (part.label("label"), part.get("max", int)) for code, part in read.items()},
        rules=rules,
        criteria=read_criteria(folder.open("criteria.json"), rules),
    )
    for record in (*read.values(), parts):
        record.close()
    return shared


def _read_sets(
    folder: Folder, shared: Shared, leaves: dict[str, Leaf], anomalies: tuple[Anomaly, ...]
) -> Iterator[ProductSet]:
    agencies: dict[int, tuple[Label, ...]] = {}
    for leaf in leaves.values():
        agencies[leaf.set_number] = agencies.get(leaf.set_number, ()) + leaf.managing_agencies
    for name, record in folder.sets():
        product_set = read_set(record, shared, agencies)
        if name != f"{product_set.number:02}.json":
            raise record.fail(f"set {product_set.number} belongs in {product_set.number:02}.json", "number")
        yield replace(product_set, forgery_doubt=_forgery_doubt(anomalies, product_set.number))


def _forgery_doubt(anomalies: tuple[Anomaly, ...], number: int) -> str | None:
    """The anomaly that says that the sheet of a set has no line on forgery, if one does."""
    return next(
        (a.id for a in anomalies if a.missing_fact == FORGED and a.set_number in (None, number)), None
    )
