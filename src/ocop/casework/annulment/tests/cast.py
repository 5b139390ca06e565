"""Certified products, and annulments in any state."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ocop.casework.annulment import acts
from ocop.casework.annulment.models import Annulment
from ocop.casework.annulment.rules import Ground
from ocop.casework.annulment.selectors import named
from ocop.casework.certificates.tests.cast import Desk

REQUEST: dict[str, Any] = {
    "basis_no": "77/BNNMT-PTNT", "basis_on": date(2026, 11, 16),
    "basis_issuer": "Bộ Nông nghiệp và Môi trường",
}  # fmt: skip


class Wrongs(Desk):
    """The desk with two certified products of Lan's: Phúc prepares, Vân verifies, Thịnh signs."""

    def __init__(self, cast: Any, at: datetime) -> None:
        super().__init__(cast, at)
        self.first, self.second = self.sign(
            self.submitted(self.item("Chè Shan", "73", 4), self.item("Chè đen", "55", 3)),
        )

    def prepared(self, *lines: str, **facts: Any) -> Annulment:
        """By Phúc, of the first certificate unless said otherwise, at the ministry's request."""
        by, at = facts.get("by", self.phuc), self.at
        wrong = named("\n".join(lines or (self.first.code,)), person=self.phuc, at=at).found
        known = {"ground": Ground.MINISTRY, "redo": True, "reason": "Hội đồng thiếu thành phần.", **REQUEST}
        return acts.prepare_annulment(self.programme, wrong=wrong, **{**known, **facts, "by": by, "at": at})

    def verified(self, *lines: str, **facts: Any) -> Annulment:
        """The same, verified by Vân."""
        annulment = self.prepared(*lines, **facts)
        acts.verify_annulment(annulment, finding="Đã xem biên bản.", by=self.van, at=self.at)
        return annulment

    def decide(self, annulment: Annulment, number: str = "640-MH/QĐ-UBND", **facts: Any) -> list[Any]:
        """Signed by Thịnh today."""
        told = {"signed_on": self.at.date(), "by": self.thinh, "at": self.at, **facts}
        return acts.sign_annulment(annulment, number=number, **told)
