"""Nhập danh bạ sản phẩm: what was recognised before, facts from elsewhere entered as rows; it has no page."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.utils import timezone

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import ensure, recorded
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of
from ocop.kernel.faults import Fault
from ocop.kernel.law import Regulation
from ocop.kernel.text import fold
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import Source
from ocop.registers.products.acts.register import register_product
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.permissions import refuse_import
from ocop.registers.products.rules import RegisterRow, read_row
from ocop.registers.products.selectors import regulation_on
from ocop.registers.products.writes import record_recognition


@dataclass
class ImportReport:
    """What an import did: how many recognitions were added, how many were there already,
    which cells are faulty.
    """

    added: int = 0
    kept: int = 0
    faults: list[Fault[str]] = field(default_factory=list)


@recorded
def import_register(
    rows: Iterable[Mapping[str, str | None]], *, province: Place, by: Person, at: datetime
) -> ImportReport:
    """Enters rows with the columns REGISTER_COLUMNS as producers, products and recognitions of the register.

    Where any cell is faulty nothing is written and the report names every fault (`labels.row_fault` says it
    in words). The same rows again add nothing. Refused to everyone but officers of the province.
    """
    ensure(refuse_import(who_is(by, at)))
    import_ = _Import(province, by, at)
    report = ImportReport()
    read = import_.read(rows, report)
    if report.faults:
        return report
    for row in read:
        if import_.enter(row):
            report.added += 1
        else:
            report.kept += 1
    return report


class _Import:
    """One import: the communes and the classification that rows may name, and the producers met so far."""

    def __init__(self, province: Place, by: Person, at: datetime) -> None:
        self.by, self.at, self.today = by, at, timezone.localdate(at)
        self.communes = {place.code: place for place in communes_of(province, self.today)}
        self.regulation: Regulation | None = regulation_on(self.today)
        known = Producer.objects.filter(source=Source.REGISTER).select_related("commune")
        self.producers = {(fold(one.name), one.commune_id): one for one in known}

    def read(self, rows: Iterable[Mapping[str, str | None]], report: ImportReport) -> list[RegisterRow]:
        """Every row that can be read; faults go into the report."""
        read: dict[RegisterRow, int] = {}
        for line, cells in enumerate(rows, start=2):
            found = read_row(cells, line, self.today)
            faults = found if isinstance(found, list) else self._faults(found, line)
            if not faults and isinstance(found, RegisterRow):
                faults = [Fault("product", "twice", found.product, line)] if found in read else []
                read.setdefault(found, line)
            report.faults += faults
        return list(read)

    def _faults(self, row: RegisterRow, line: int) -> list[Fault[str]]:
        """Places and leaves that do not exist."""
        faults = []
        if row.commune and row.commune not in self.communes:
            faults.append(Fault("commune", "unknown_commune", row.commune, line))
        if row.leaf and (self.regulation is None or row.leaf not in self.regulation.leaves):
            faults.append(Fault("leaf", "unknown_leaf", row.leaf, line))
        return faults

    def enter(self, row: RegisterRow) -> bool:
        """Writes one recognition; False where the register has it already."""
        product = self._product(row, self._producer(row))
        facts: dict[str, Any] = {
            "stars": row.stars, "kind": row.kind, "authority": row.authority, "number": row.number,
            "year": row.year,
            "status_code": row.status_code,
        }  # fmt: skip
        if Recognition.objects.filter(product=product, **facts).exists():
            return False
        facts |= {
            "decided_on": row.decided_on, "date_precision": row.precision, "valid_from": row.valid_from,
            "expires_on": row.expires_on, "source": row.source, "note": row.note,
        }  # fmt: skip
        record_recognition(product, fields=facts, by=self.by, at=self.at)
        return True

    def _producer(self, row: RegisterRow) -> Producer:
        commune = self.communes.get(row.commune)
        key = (fold(row.producer), commune.pk if commune else None)
        if key not in self.producers:
            fields = {"name": row.producer, "legal_form": row.legal_form, "commune": commune}
            self.producers[key] = register_producer(
                fields=fields, representative=None, by=self.by, at=self.at, source=Source.REGISTER
            )
        return self.producers[key]

    def _product(self, row: RegisterRow, producer: Producer) -> Product:
        found = producer.products.filter(name=row.product).first()
        if found is not None:
            return found
        fields: dict[str, Any] = {"name": row.product}
        if row.leaf and self.regulation:
            leaf = self.regulation.leaves[row.leaf]
            fields |= {
                "regulation_code": self.regulation.code,
                "leaf": leaf.key,
                "set_number": leaf.set_number,
            }
        return register_product(producer, fields=fields, by=self.by, at=self.at, source=Source.REGISTER)
