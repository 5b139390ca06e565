"""Dossiers that wait for the council, recognised products, and visits in any state."""

from __future__ import annotations

import io
from datetime import datetime
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.tests.cast import Scene
from ocop.casework.fieldwork import acts
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.rules import VisitKind
from ocop.casework.fieldwork.selectors.targets import Goal
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import record_recognition
from ocop.registers.programme.acts import set_up_programme
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current

SEEN: dict[str, Any] = {"remarks": "Xưởng sạch.", "met_with": "Giàng Thị Lan, giám đốc"}


def picture(colour: str = "#2f6f4f", name: str = "anh.jpg") -> ContentFile:
    """A small photograph or drawing."""
    out = io.BytesIO()
    Image.new("RGB", (64, 48), colour).save(out, "JPEG" if name.endswith("jpg") else "PNG")
    return ContentFile(out.getvalue(), name=name)


class Field(Scene):
    """The scene with its programme; Phúc plans, Vân goes, Minh is the commune's officer."""

    def __init__(self, cast: Any, at: datetime, **scene: Any) -> None:
        super().__init__(cast, at, **scene)
        self.van = cast.person("van", "Trần Vân")
        cast.appoint(self.van, "province_officer")
        self.programme = current() or self.make_programme()

    def make_programme(self) -> Programme:
        """A demonstration programme of the province."""
        fields = {
            "province": self.cast.province, "name": "OCOP Lào Cai", "agency_name": "Văn phòng điều phối",
            "authority_name": "Chủ tịch UBND tỉnh Lào Cai", "seat": "Lào Cai", "paper_mark": "-MH",
            "is_demonstration": True,
        }  # fmt: skip
        return set_up_programme(fields=fields, by=self.phuc, at=self.at)

    def goal(self, dossier: Dossier | None = None) -> Goal:
        """The product of a dossier that the commune proposed."""
        dossier = dossier or self.proposed()
        return Goal(dossier.product, dossier)

    def recognised(self, name: str = "Chè Shan") -> Recognition:
        """A product of the register that has no dossier here."""
        product: Product = self.make_product(name, self.producer, self.lan)
        fields = {
            "stars": 3, "kind": "first", "authority": "UBND tỉnh", "number": "5/QĐ-UBND", "year": 2026,
            "decided_on": self.at.date(), "date_precision": "day", "status_code": "recognised",
            "product_code": "15-02788-9-2026",
        }  # fmt: skip
        return record_recognition(product, fields=fields, by=self.phuc, at=self.at)

    def planned(self, *goals: Goal, **facts: Any) -> Visit:
        """For today, Vân goes."""
        told = {
            "kind": VisitKind.VERIFICATION, "day": self.at.date(), "inspectors": [self.van],
            "reason": "Minh chứng vùng trồng chưa rõ.", "by": self.phuc, "at": self.at, **facts,
        }  # fmt: skip
        made = acts.plan_visits(self.programme, goals=list(goals) or [self.goal()], **told)
        return self.again(made[0])

    def checked(self, recognition: Recognition | None = None, **facts: Any) -> Visit:
        """A check after award, planned."""
        recognition = recognition or self.recognised()
        goal = Goal(recognition.product, None, recognition)
        return self.planned(goal, kind=VisitKind.POST_CHECK, **facts)

    def open(self, visit: Visit | None = None) -> Visit:
        """Announced, and Vân has declared that there is no relation."""
        visit = visit or self.planned()
        acts.announce_visit(visit, by=self.phuc, at=self.at)
        acts.declare_relation(visit, relation="none", by=self.van, at=self.at)
        return self.again(visit)

    def found(self, visit: Visit | None = None, **fields: Any) -> Visit:
        """Every line matches, unless said otherwise."""
        visit = visit or self.open()
        found = {line.code: {"finding": "matches", "note": ""} for line in visit.lines}
        found |= fields.pop("found", {})
        acts.keep_findings(visit, fields={**SEEN, "found": found, **fields}, by=self.van, at=self.at)
        return self.again(visit)

    def sign(self, visit: Visit, side: str, name: str = "Trần Vân", **facts: Any) -> None:
        """One side."""
        told = {"by": self.van, "at": self.at, "signer_name": name, **facts}
        acts.sign_visit(visit, side=side, picture=picture("#fff", "ky.png"), **told)

    def signed(self, visit: Visit | None = None) -> Visit:
        """Both sides."""
        visit = visit or self.found()
        self.sign(visit, "inspector")
        self.sign(visit, "producer", "Giàng Thị Lan")
        return self.again(visit)

    def ended(self, visit: Visit | None = None) -> Visit:
        """With its report wanted."""
        visit = visit or self.signed()
        acts.end_visit(visit, by=self.van, at=self.at)
        return self.again(visit)

    @staticmethod
    def again(visit: Visit) -> Visit:
        """As it is stored."""
        return Visit.objects.with_names().get(pk=visit.pk)
