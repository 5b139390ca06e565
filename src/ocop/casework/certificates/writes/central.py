"""What the ministry's answer brings about; nobody is asked here."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import CentralAnswer, DecisionItem
from ocop.casework.certificates.rules import MINISTER
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.selectors import regulation_of
from ocop.casework.dossiers.writes import settle
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import Refusal, Refused, record, words
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.actions import tell
from ocop.kernel.calendar import certificate_expiry
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import Precision, RecordStatus
from ocop.registers.products.writes import hold_products, record_recognition
from ocop.registers.recognitions.models import Entered

HIGHEST = 5


def recognise(
    item: DecisionItem, paper: Paper, *, product_code: str, expires_on: date | None, by: Person, at: datetime
) -> Recognition:
    """The recognition of 5 stars as the ministry's certificate prints it; the check page answers to its code.
    Refused for a last day before the first.
    """
    dossier, begins = item.item.dossier, paper.issued_on
    expires_on = expires_on or certificate_expiry(begins, regulation_of(dossier).periods)
    if expires_on <= begins:
        raise Refused(
            Refusal("expires_too_early", _("Ngày hết hạn phải sau ngày quyết định."), "", _("Xem lại ngày."))
        )
    hold_products([item.product_id])
    fields = {
        "stars": HIGHEST, "kind": dossier.kind, "authority": MINISTER, "number": paper.number,
        "year": begins.year, "decided_on": begins, "date_precision": Precision.DAY, "valid_from": begins,
        "expires_on": expires_on, "product_code": product_code, "status_code": RecordStatus.RECOGNISED,
    }  # fmt: skip
    recognition = record_recognition(item.product, fields=fields, by=by, at=at)
    printed = item.printed
    entered = Entered.objects.create(
        recognition=recognition, name=printed["product"], holder=printed["producer"],
        place=printed["place"], at=at, by=by,
    )  # fmt: skip
    record("recognition.enter", entered, by=by, at=at)
    settle(dossier, outcome=Outcome.RECOGNISED, by=by, at=at)
    return recognition


def tell_answer(answer: CentralAnswer, item: DecisionItem, *, at: datetime) -> None:
    """The producer's people and the officers of the commune learn the result (article 7(3)(g))."""
    dossier = item.item.dossier
    values = {"product": item.printed["product"], "paper": str(answer.paper), "stars": answer.stars}
    if answer.is_recognised:
        subject = words(_("“%(product)s” được công nhận OCOP 5 sao"), **values)
        body = words(_("Theo %(paper)s."), **values)
    else:
        subject = words(_("Kết quả của Bộ về “%(product)s”: dưới 90 điểm"), **values)
        body = words(
            _("Theo %(paper)s. Tỉnh xem xét công nhận theo kết quả trung ương hoặc đánh giá lại."), **values
        )
    tell(
        [
            *people_of(dossier.product.producer, at),
            *people_holding(Role.COMMUNE_OFFICER, at, place=dossier.commune),
        ],
        kind="certificates.central",
        subject=subject,
        body=body,
        url=dossier.get_absolute_url(),
        at=at,
    )
