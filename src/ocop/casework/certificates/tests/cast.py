"""Closed meetings with results, and the people who turn them into decisions."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from decimal import Decimal
from fractions import Fraction
from typing import Any

from ocop.casework.certificates import acts
from ocop.casework.certificates.models import Certificate, Decision
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.dossiers.models import Dossier
from ocop.casework.review.models import AgendaItem, Council, Declaration, Meeting, Seat, WorkingRules
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.models import Paper, StoredFile
from ocop.foundation.documents.rules import PaperKind
from ocop.registers.producers.acts import register_producer
from ocop.registers.products.acts import register_product
from ocop.registers.programme.models import Programme

TEA, TOURISM = 11, 26


class Desk:
    """Phúc and Vân in the provincial office, Thịnh who signs, Lan the producer, Minh in her commune.

    Results are rows of a closed meeting, written as the council leaves them.
    """

    def __init__(self, cast: Any, at: datetime, *, mark: str = "-MH") -> None:
        self.cast, self.at = cast, at
        self.lan, self.minh, self.quang, self.hoa = cast.lan, cast.minh, cast.quang, cast.hoa
        self.phuc, self.van = cast.person("phuc", "Phạm Phúc"), cast.person("van", "Hà Vân")
        self.thinh = cast.person("thinh", "Hoàng Thịnh")
        cast.appoint(self.minh, "commune_officer", level="commune")
        cast.appoint(self.phuc, "province_officer")
        cast.appoint(self.van, "province_officer")
        cast.appoint(self.thinh, "signer")
        self.programme = Programme.objects.create(
            province=cast.province,
            name="OCOP Lào Cai",
            agency_name="Sở Nông nghiệp và Môi trường tỉnh Lào Cai",
            agency_parent="Ủy ban nhân dân tỉnh Lào Cai",
            authority_name="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
            seat="Lào Cai",
            paper_mark=mark,
            is_demonstration=bool(mark),
            created_at=at,
        )
        self.producer = self.make_producer("Hợp tác xã Mẫu Nà Lốc", "15A8000123")
        self.council = self._council()
        self.seat = Seat.objects.create(
            council=self.council, person=self.hoa, function="chair", starts_at=self._ago(9)
        )
        self.meeting = self.closed_meeting()

    def _ago(self, days: int) -> datetime:
        return self.at - timedelta(days=days)

    def make_producer(self, name: str, registration_no: str) -> Any:
        """A cooperative of the commune for which Lan acts."""
        fields = {
            "name": name,
            "legal_form": "cooperative",
            "registration_no": registration_no,
            "commune": self.cast.commune,
            "address": "Thôn Na Nhung",
            "phone": "0912345678",
        }
        who = {"full_name": "Giàng Thị Lan", "title": "Giám đốc"}
        return register_producer(fields=fields, representative=who, by=self.lan, at=self.at)

    def paper(self, number: str) -> Paper:
        """A decision on record from last year."""
        day = self._ago(400).date()
        return Paper.objects.create(
            kind=PaperKind.DECISION,
            number=number,
            issued_on=day,
            year=day.year,
            issuer="Chủ tịch Ủy ban nhân dân tỉnh Lào Cai",
            subject="Thành lập hội đồng đánh giá, phân hạng sản phẩm OCOP",
            filed_by=self.phuc,
            filed_at=self._ago(399),
        )

    def _council(self) -> Council:
        return Council.objects.create(
            programme=self.programme,
            name="Hội đồng đánh giá, phân hạng sản phẩm OCOP tỉnh Lào Cai",
            established_by=self.paper("11-MH/QĐ-UBND"),
            team_by=self.paper("12-MH/QĐ-UBND"),
            starts_on=self._ago(300).date(),
            created_at=self._ago(300),
            created_by=self.phuc,
        )

    def file(self) -> StoredFile:
        """A file that nobody reads."""
        from ocop.casework.dossiers.tests.cast import pdf

        return store(pdf(), owner="tests", by=self.phuc, at=self.at)

    def closed_meeting(self, closed_at: datetime | None = None, state: str = "closed") -> Meeting:
        """A meeting that closed a week ago unless said otherwise, or one that is still open."""
        closed_at = closed_at or self._ago(7)
        rules, _ = WorkingRules.objects.get_or_create(
            council=self.council,
            effective_on=date(2020, 1, 1),
            defaults={
                "issued_by": self.paper("13-MH/QĐ-UBND") if not WorkingRules.objects.exists() else None,
                "quorum_numerator": 3,
                "quorum_denominator": 4,
                "quorum_least": 1,
                "created_at": self.at,
                "created_by": self.phuc,
            },
        )
        is_closed = state == "closed"
        return Meeting.objects.create(
            council=self.council,
            rules=rules,
            title="Phiên họp đợt 2 năm 2026",
            starts_at=closed_at,
            opened_at=closed_at,
            state=state,
            closed_at=closed_at if is_closed else None,
            closed_by=self.hoa if is_closed else None,
            minutes=self.file() if is_closed else None,
            minutes_no="21-MH/BB-HĐ" if is_closed else "",
            chaired_by=self.seat,
            created_at=closed_at,
            created_by=self.phuc,
        )

    def dossier(self, name: str, set_number: int = TEA, state: str = "evaluated", **fields: Any) -> Dossier:
        """A dossier that the council has evaluated."""
        product = register_product(
            self.producer,
            fields={
                "name": name,
                "regulation_code": "qd-26-2026",
                "set_number": set_number,
                "commune": self.cast.commune,
            },
            by=self.lan,
            at=self.at,
        )
        moments = dict.fromkeys(("submitted_at", "received_at", "proposed_at", "accepted_at"), self._ago(30))
        return Dossier.objects.create(
            product=product,
            regulation_code="qd-26-2026",
            set_number=set_number,
            commune=self.cast.commune,
            state=state,
            created_at=self._ago(40),
            created_by=self.lan,
            updated_at=self._ago(8),
            **moments,
            **fields,
        )

    def item(
        self,
        name: str = "Chè Shan Suối Giàng",
        total: str = "73",
        stars: int = 4,
        *,
        recommendation: str = "recognise",
        recommended: int | None = None,
        state: str = "closed",
        meeting: Meeting | None = None,
        dossier: Dossier | None = None,
        **fields: Any,
    ) -> AgendaItem:
        """A result of the council; `total` is exact, as a decimal or a fraction."""
        meeting = meeting or self.meeting
        given = recommended if recommended is not None else stars if recommendation == "recognise" else None
        return AgendaItem.objects.create(
            meeting=meeting,
            dossier=dossier or self.dossier(name),
            position=meeting.items.count() + 1,
            advisory_report=self.council.team_by,
            state=state,
            total_exact=str(Fraction(total)),
            total=round(Decimal(Fraction(total).numerator) / Fraction(total).denominator, 2),
            stars=stars,
            recommendation=recommendation,
            recommended_stars=given,
            created_at=self._ago(20),
            created_by=self.phuc,
            **fields,
        )

    def for_ministry(self, name: str = "Chè cổ thụ", total: str = "93.5", **fields: Any) -> AgendaItem:
        """A result that goes to the ministry."""
        fields = {"stars": 5, "recommendation": "propose_to_ministry", "recommended": 5, **fields}
        return self.item(name, total, **fields)

    def low(self, name: str = "Rượu ngô", total: str = "41", stars: int = 2, **fields: Any) -> AgendaItem:
        """A result below 3 stars."""
        return self.item(name, total, stars, recommendation="none", **fields)

    def excluded(self, name: str = "Mật ong giả") -> AgendaItem:
        """A product that the council excluded; its dossier was thrown out at the closing."""
        dossier = self.dossier(name, state="excluded", outcome="excluded")
        return self.item(name, "0", 1, recommendation="", state="excluded", dossier=dossier)

    def conflict(self, item: AgendaItem, person: Any) -> None:
        """A person of the council declared a conflict with the product."""
        seat, _ = Seat.objects.get_or_create(
            council=self.council, person=person, defaults={"function": "member", "starts_at": self._ago(9)}
        )
        Declaration.objects.create(
            item=item, seat=seat, has_conflict=True, relation="family", at=self._ago(8), by=person
        )

    def draft(self, *items: AgendaItem, kind: DecisionKind = DecisionKind.RECOGNITION) -> Decision:
        """A draft by Phúc."""
        return acts.draft_decision(
            self.programme, kind=kind, items=items or [self.item()], by=self.phuc, at=self.at
        )

    def submitted(self, *items: AgendaItem, kind: DecisionKind = DecisionKind.RECOGNITION) -> Decision:
        """A decision on the signer's desk."""
        decision = self.draft(*items, kind=kind)
        acts.submit_decision(decision, by=self.phuc, at=self.at)
        return decision

    def sign(self, decision: Decision, number: str = "512-MH/QĐ-UBND", **given: Any) -> list[Certificate]:
        """Signed by Thịnh today."""
        given = {"signed_on": self.at.date(), "by": self.thinh, "at": self.at, **given}
        return acts.sign_decision(decision, number=number, **given)

    def signed(
        self, *items: AgendaItem, kind: DecisionKind = DecisionKind.RECOGNITION, **given: Any
    ) -> Decision:
        """A signed decision."""
        decision = self.submitted(*items, kind=kind)
        self.sign(decision, **given)
        return decision
