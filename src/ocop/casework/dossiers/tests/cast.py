"""A dossier and everybody around it, for the tests of this package and of those that stand on it."""

from __future__ import annotations

import io
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any
from uuid import uuid4

from django.core.files.base import ContentFile
from pypdf import PdfWriter

from ocop.casework.dossiers import acts
from ocop.casework.dossiers.models import Answer, Dossier, Evidence, Submission
from ocop.casework.dossiers.rules.completeness import RESULT_FIELDS, mandatory_kinds
from ocop.casework.dossiers.rules.renewing import Heading
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.kernel.law import Criterion, load_regulations
from ocop.kernel.scoring import Choice
from ocop.registers.producers.acts import register_producer
from ocop.registers.producers.models import Producer
from ocop.registers.products.acts import register_product
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.writes import record_recognition

LAW = "qd-26-2026"
SET = 7  # processed fruit and vegetables: food, so that papers are mandatory
TOURISM = 26
CHECKED = {"finding": "ok", "note": ""}
FULL_CHECK = {
    "materials": "Dứa trồng tại xã.",
    "labour": "Tám lao động của xã.",
    "idea_origin": "Sản phẩm truyền thống.",
    "identity": "Giống dứa của địa phương.",
    "report_no": "01-MH/BC-UBND",
    "proposal_no": "02-MH/UBND-KT",
}


def pdf(pages: int = 1) -> ContentFile:
    """A small blank PDF, different each time it is named differently."""
    writer = PdfWriter()
    for _ in range(pages):
        writer.add_blank_page(width=200, height=200)
    out = io.BytesIO()
    writer.write(out)
    return ContentFile(out.getvalue(), name="giay-to.pdf")


def leaf_of(set_number: int | None, law: str = LAW) -> dict[str, str]:
    """A leaf of the classification that leads to the set;
    none where the data of the decree has no classification.
    """
    leaves = load_regulations()[law].leaves.values()
    return {"leaf": next((leaf.key for leaf in leaves if leaf.set_number == set_number), "")}


def _choice(criterion: Criterion, place: int) -> Choice:
    return True if criterion.is_boolean else f"a.{place}" if criterion.cases else place


@dataclass
class Scene:
    """Lan with her producer and product, Minh in the commune, Phúc in the province."""

    cast: Any
    at: datetime
    set_number: int = SET
    law: str = LAW

    def __post_init__(self) -> None:
        self.lan, self.minh, self.quang = self.cast.lan, self.cast.minh, self.cast.quang
        self.phuc = self.cast.person("phuc", "Phạm Phúc")
        self.cast.appoint(self.minh, "commune_officer", level="commune")
        self.cast.appoint(self.phuc, "province_officer")
        self.producer = self.make_producer("HTX Dứa Bản Lầu", "15A8000123", self.lan)
        self.product = self.make_product("Dứa sấy dẻo", self.producer, self.lan)

    def make_producer(self, name: str, registration_no: str, by: Any, **fields: Any) -> Producer:
        """A cooperative of the commune."""
        known = {"legal_form": "cooperative", "address": "Thôn Na Nhung", "phone": "0912345678"}
        return register_producer(
            fields={
                "name": name,
                "registration_no": registration_no,
                "commune": self.cast.commune,
                **known,
                **fields,
            },
            representative={
                "full_name": "Giàng Thị Lan",
                "title": "Giám đốc",
                "sex": "Nữ",
                "ethnicity": "Mông",
            },
            by=by,
            at=self.at,
        )

    def make_product(self, name: str, producer: Producer, by: Any, **fields: Any) -> Product:
        """A product of the scene's set."""
        known = {
            "regulation_code": self.law,
            "set_number": self.set_number,
            **leaf_of(fields.get("set_number", self.set_number), self.law),
        }
        text = {"description": "Dứa sấy dẻo, túi 200 g", "commune": self.cast.commune}
        return register_product(producer, fields={"name": name, **known, **text, **fields}, by=by, at=self.at)

    def draft(self, product: Product | None = None) -> Dossier:
        """An empty dossier."""
        return acts.open_dossier(product=product or self.product, by=self.lan, at=self.at)

    def recognise(self, product: Product | None = None, **fields: Any) -> Recognition:
        """A recognition of 3 stars as a register brings it, with no dossier here; its re-evaluation can be
        filed today unless other days are given.
        """
        ends = fields.pop("expires_on", self.at.date() + timedelta(days=150))
        known = {
            "stars": 3, "authority": "Chủ tịch UBND tỉnh Lào Cai", "number": "77/QĐ-UBND",
            "year": ends.year - 3, "decided_on": ends.replace(year=ends.year - 3, day=1),
            "valid_from": ends.replace(year=ends.year - 3, day=1), "expires_on": ends,
            "status_code": "recognised", "date_precision": "day",
        }  # fmt: skip
        return record_recognition(product or self.product, fields=known | fields, by=self.phuc, at=self.at)

    def renewal(self, at: datetime | None = None, **fields: Any) -> Dossier:
        """The draft of a re-evaluation with everything written, of what `recognise` gave (or gives now)."""
        if not self.product.recognitions.exists():
            self.recognise(**fields)
        dossier = self.fill(acts.open_renewal(self.product, by=self.lan, at=at or self.at))
        same = {f"same_{heading}": True for heading in Heading}
        said = same | {"same_markets": False, "markets": "Thêm hai siêu thị ở Hà Nội."}
        acts.save_updates(dossier, fields=said, by=self.lan, at=self.at)
        return dossier

    def upgrade(self, **fields: Any) -> Dossier:
        """The draft of an upgrade with everything written and one change."""
        if not self.product.recognitions.exists():
            self.recognise(**fields)
        dossier = self.fill(acts.open_upgrade(self.product, by=self.lan, at=self.at))
        acts.say_change(dossier, text="Đã có chứng nhận hữu cơ", upload=pdf(), by=self.lan, at=self.at)
        return dossier

    def to_province(self, dossier: Dossier) -> Dossier:
        """Handed in, checked, proposed and accepted."""
        dossier = acts.receive_dossier(self.submit(dossier).dossier, by=self.minh, at=self.at)
        self.check(dossier)
        acts.propose_dossier(dossier, by=self.minh, at=self.at)
        acts.accept_dossier(dossier, note="Đã kiểm tra, đủ hồ sơ.", by=self.phuc, at=self.at)
        return Dossier.objects.get(pk=dossier.pk)

    def fill(self, dossier: Dossier, *, place: int = 1) -> Dossier:
        """Everything written, every criterion answered at `place` (the first option),
        mandatory papers added.
        """
        texts = dict.fromkeys(RESULT_FIELDS, "Đã viết.")
        fields = {
            **texts,
            "production_plan": "Mở rộng vườn.",
            "samples_offered": set_of(dossier).sample_count or None,
        }
        dossier = acts.save_form(dossier, fields=fields, by=self.lan, at=self.at)
        self.answer_all(dossier, place)
        self.add_mandatory(dossier)
        return dossier

    def answer_all(self, dossier: Dossier, place: int = 1) -> None:
        """The same place everywhere; case a where there are cases, yes where the question is yes or no.

        Rows as `save_answer` leaves them, at once; test_draft compares the two.
        """
        known = {"dossier": dossier, "is_answered": True, "updated_at": self.at}
        rows = [
            Answer(criterion=code, choice=_choice(criterion, place), **known)
            for code, criterion in set_of(dossier).criteria.items()
        ]
        fields = {
            "unique_fields": ["dossier", "criterion"],
            "update_fields": ["choice", "is_answered", "updated_at"],
        }
        Answer.objects.bulk_create(rows, update_conflicts=True, **fields)
        Dossier.objects.filter(pk=dossier.pk).update(updated_at=self.at)

    def add_mandatory(self, dossier: Dossier) -> list[Evidence]:
        """The papers without which a food product is thrown out."""
        return [
            self.add(dossier, kind) for kind in mandatory_kinds(regulation_of(dossier), dossier.set_number)
        ]

    def add(self, dossier: Dossier, kind: str, **fields: Any) -> Evidence:
        """One paper in the dossier."""
        criterion = fields.pop("criterion", "")
        return acts.add_evidence(
            producer=dossier.product.producer,
            upload=pdf(),
            fields={"kind": kind, "title": f"Giấy {kind}", **fields},
            by=self.lan,
            at=self.at,
            dossier=dossier,
            criterion=criterion,
        )

    def submit(self, dossier: Dossier, at: datetime | None = None) -> Submission:
        """Handed in with the statement."""
        return acts.submit_dossier(
            dossier, request_key=uuid4(), declared_true=True, by=self.lan, at=at or self.at
        )

    def submitted(self) -> Dossier:
        """A dossier that waits for the commune."""
        return self.submit(self.fill(self.draft())).dossier

    def received(self) -> Dossier:
        """A dossier that the commune is checking."""
        return acts.receive_dossier(self.submitted(), by=self.minh, at=self.at)

    def check(self, dossier: Dossier, **fields: Any) -> None:
        """The commune's check with everything in order."""
        count = set_of(dossier).sample_count
        parts = ["form_01", "form_02_general", "form_02_results", "form_02_assessment", "form_02_plan"]
        parts += ["legal_papers", "evidence", *(["samples"] if count else [])]
        day = self.at.date()
        samples = {"samples_count": count, "samples_received_on": day, "samples_handed_by": "Giàng Thị Lan"}
        full = {"components": dict.fromkeys(parts, CHECKED), **(samples if count else {}), **FULL_CHECK}
        full |= {"reported_on": day, "proposed_on": day, **fields}
        acts.save_intake_check(dossier, fields=full, by=self.minh, at=self.at)

    def proposed(self) -> Dossier:
        """A dossier that the commune proposed to the province."""
        dossier = self.received()
        self.check(dossier)
        return acts.propose_dossier(dossier, by=self.minh, at=self.at)

    def accepted(self) -> Dossier:
        """A dossier that waits for a meeting."""
        dossier = self.proposed()
        acts.accept_dossier(dossier, note="Đã kiểm tra, đủ hồ sơ.", by=self.phuc, at=self.at)
        return Dossier.objects.get(pk=dossier.pk)
