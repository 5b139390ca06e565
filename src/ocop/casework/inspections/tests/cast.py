"""Certified products; plans, inspections, orders and reports in any state."""

from __future__ import annotations

import io
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, timedelta
from typing import Any
from uuid import uuid4

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.tests.cast import Desk
from ocop.casework.inspections import acts
from ocop.casework.inspections.acts import Demand, Told
from ocop.casework.inspections.models import CorrectiveOrder, Inspection, InspectionPlan, MisuseReport
from ocop.casework.inspections.selectors.inspecting import seen_of
from ocop.foundation.refusals import Refused
from ocop.registers.products.models import Recognition


class Checks(Desk):
    """The desk with two certified products of Lan's: Phúc and Vân inspect, Lan answers, Minh is told."""

    def __init__(self, cast: Any, at: datetime) -> None:
        super().__init__(cast, at)
        self.first, self.second = self.sign(
            self.submitted(self.item("Chè Shan", "73", 4), self.item("Chè đen", "55", 3)),
        )
        self.today: date = at.date()

    def plan(self, year: int = 2026, visits: int = 5) -> InspectionPlan:
        """A draft by Phúc."""
        return acts.draw_plan(self.programme, year=year, visits=visits, by=self.phuc, at=self.at)

    def issued(self, number: str = "77-MH/KH-SNNMT", **facts: Any) -> InspectionPlan:
        """The same with a number of today."""
        plan = self.plan(**facts)
        acts.issue_plan(plan, number=number, issued_on=self.today, by=self.phuc, at=self.at)
        return plan

    def opened(self, *given: Certificate | Recognition, **facts: Any) -> Inspection:
        """Of the first certificate, today, by Phúc and Vân, by surprise unless a plan is issued."""
        rows = [getattr(one, "recognition", one) for one in given or (self.first,)]
        told = {"starts_on": self.today, "team": [self.phuc, self.van], "because": "Có tin báo.", **facts}
        return acts.open_inspection(self.programme, recognitions=rows, by=self.phuc, at=self.at, **told)

    def declared(self, *given: Certificate | Recognition, **facts: Any) -> Inspection:
        """The same; Phúc has no tie."""
        inspection = self.opened(*given, **facts)
        acts.declare_tie(inspection, relation="none", by=self.phuc, at=self.at)
        return inspection

    def typed(self, inspection: Inspection, **bad: str) -> None:
        """Every line kept, but those whose codes are named, each with its note."""
        typed = {}
        for one in seen_of(inspection):
            note = bad.get(one.line.code.replace("-", "_"), "")
            typed[f"result_{one.name}"] = "not_kept" if note else "kept"
            typed[f"note_{one.name}"] = note
        acts.save_findings(inspection, typed=typed, by=self.phuc, at=self.at)

    def conclude(self, inspection: Inspection, conclusion: str = "maintained", **facts: Any) -> None:
        """By Phúc, the same for each product; what is not kept in thirty days."""
        due = self.today + timedelta(days=30)
        demands = {one.name: Demand("In lại nhãn.", due) for one in seen_of(inspection) if one.is_bad}
        positions = inspection.items.values_list("position", flat=True)
        told = {
            "conclusions": dict.fromkeys(positions, conclusion), "demands": demands, "by": self.phuc,
            "at": self.at, **facts,
        }  # fmt: skip
        acts.conclude_inspection(inspection, **told)

    def ordered(self) -> CorrectiveOrder:
        """An order about the packaging, to be corrected in thirty days."""
        inspection = self.declared()
        self.typed(inspection, pack="Khác ảnh đã công nhận.")
        self.conclude(inspection, "to_correct")
        return inspection.orders.get()

    def reported(self, **facts: Any) -> MisuseReport:
        """Of the first certificate, by a device that has worked."""
        told = {"code": self.first.code, "kind": "wrong_stars", "seen_at": "Chợ Cốc Lếu", "is_proven": True}
        return acts.file_report(self.programme, Told(**{"once": uuid4().hex, **told, **facts}), at=self.at)


@contextmanager
def refused(code: str) -> Iterator[None]:
    """What is inside must be refused with this code."""
    with pytest.raises(Refused) as info:
        yield
    assert info.value.refusal.code == code


def jpeg(name: str = "anh.jpg", side: int = 40) -> SimpleUploadedFile:
    """A photograph that says where and with what it was taken."""
    exif = Image.Exif()
    exif[0x010F] = "NHA SAN XUAT"
    exif.get_ifd(0x8825)[1] = "N"
    out = io.BytesIO()
    Image.new("RGB", (side, side), "green").save(out, "JPEG", exif=exif)
    return SimpleUploadedFile(name, out.getvalue(), "image/jpeg")
