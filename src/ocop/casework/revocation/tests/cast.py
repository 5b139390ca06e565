"""Certified products, and revocations in any state."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.tests.cast import Desk
from ocop.casework.revocation import acts
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.rules import Ground
from ocop.registers.products.models import Recognition
from ocop.registers.products.writes import record_recognition

BASIS: dict[str, Any] = {
    "basis_no": "15/KL-QLCL", "basis_on": date(2026, 11, 16), "basis_issuer": "Chi cục Quản lý chất lượng"
}  # fmt: skip


class Cases(Desk):
    """The desk with two certified products of Lan's: Phúc prepares, Vân verifies, Thịnh signs."""

    def __init__(self, cast: Any, at: datetime) -> None:
        super().__init__(cast, at)
        self.first, self.second = self.sign(
            self.submitted(self.item("Chè Shan", "73", 4), self.item("Chè đen", "55", 3)),
        )

    def of_ministry(self) -> Recognition:
        """A product of 5 stars, as the register has it."""
        product = self.first.product
        fields = {
            "stars": 5, "kind": "first", "authority": "Bộ Nông nghiệp và Môi trường", "number": "90/QĐ-BNNMT",
            "year": 2026, "decided_on": self.at.date(), "date_precision": "day", "status_code": "recognised",
            "valid_from": self.at.date(), "expires_on": date(2029, 11, 23), "product_code": "15-02788-9-2026",
        }  # fmt: skip
        return record_recognition(product, fields=fields, by=self.phuc, at=self.at)

    def prepared(self, *given: Certificate | Recognition, **facts: Any) -> Revocation:
        """By Phúc, of the first certificate unless said otherwise."""
        rows = [getattr(one, "recognition", one) for one in given or (self.first,)]
        known = {"ground": Ground.CRITERIA, "reason": "Vùng trồng mất chứng nhận.", **BASIS}
        told = {"by": self.phuc, "at": self.at, **known, **facts}
        return acts.prepare_revocation(self.programme, recognitions=rows, **told)

    def verified(self, *given: Certificate | Recognition, **facts: Any) -> Revocation:
        """The same, verified by Vân."""
        revocation = self.prepared(*given, **facts)
        acts.verify_revocation(revocation, finding="Đã đến tận nơi.", by=self.van, at=self.at)
        return revocation

    def decide(self, revocation: Revocation, number: str = "600-MH/QĐ-UBND", **facts: Any) -> list[Any]:
        """Signed by Thịnh today."""
        told = {"signed_on": self.at.date(), "by": self.thinh, "at": self.at, **facts}
        return acts.sign_revocation(revocation, number=number, **told)
