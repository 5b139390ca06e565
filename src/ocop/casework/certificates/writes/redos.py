"""Having a product evaluated again; nobody is asked here."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import Redo
from ocop.casework.dossiers.writes import redo
from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import record, words
from ocop.foundation.documents.models import Paper
from ocop.foundation.notifications.actions import tell
from ocop.registers.producers.selectors import people_of


def evaluate_again(
    item: AgendaItem, *, reason: str, by: Person, at: datetime, paper: Paper | None = None
) -> Redo:
    """The result no longer counts but stays to be read, linked with what comes after; the dossier waits for a
    new meeting, and its producer and commune learn why.
    """
    dossier = item.dossier
    redo(dossier, reason=reason, by=by, at=at)
    made = Redo.objects.create(item=item, paper=paper, reason=reason.strip(), by=by, at=at)
    record("redo.record", made, by=by, at=at, reason=reason, data={"item": str(item.key)})
    tell(
        [
            *people_of(dossier.product.producer, at),
            *people_holding(Role.COMMUNE_OFFICER, at, place=dossier.commune),
        ],
        kind="certificates.redo",
        subject=words(_("Đánh giá lại: “%(product)s”"), product=dossier.product.name),
        body=words(
            _("Hồ sơ chờ xếp vào phiên họp mới của hội đồng; không phải nộp lại. Lý do: %(reason)s"),
            reason=reason,
        ),
        url=dossier.get_absolute_url(),
        at=at,
    )
    return made
