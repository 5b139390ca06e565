"""Tiếp nhận hồ sơ: the commune takes a dossier that was handed in."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import refuse_commune, refuse_state
from ocop.casework.dossiers.rules.clock import commune_due
from ocop.casework.dossiers.selectors import regulation_of
from ocop.casework.dossiers.states import WORKFLOW
from ocop.casework.dossiers.writes.telling import about, tell_producer, written
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, recorded, transition
from ocop.foundation.documents.numbering import allocate
from ocop.foundation.documents.rules import number_year
from ocop.kernel.calendar import UnknownYear
from ocop.kernel.codes import RegistrationNumber
from ocop.kernel.text import searchable
from ocop.registers.programme.permissions import refuse_unknown_year


def refuse_receive(who: Who, dossier: Dossier) -> Refusal | None:
    """The office that receives, while the dossier waits for it."""
    return refuse_commune(who, dossier) or refuse_state(dossier, "receive")


@recorded
def receive_dossier(dossier: Dossier, *, by: Person, at: datetime) -> Dossier:
    """The commune takes the dossier, gives its registration form the next number of the commune and year, and
    its clock starts (article 7(2)); the producer learns number and last day.

    A dossier that comes back after a return by the commune keeps its clock.
    """
    ensure(refuse_receive(who_is(by, at), held(dossier)))
    changes: dict[str, Any] = {"updated_at": at}
    if not dossier.registration_no:
        number = _registration_number(dossier, at)
        changes |= {"registration_no": number, "search_text": searchable(dossier.search_text, number)}
    if dossier.received_at is None:
        changes["received_at"] = at
    if dossier.commune_due_on is None:
        changes["commune_due_on"] = _due(timezone.localdate(at), dossier)
    transition(dossier, "receive", by=by, at=at, changes=changes)
    body = _("Phiếu số {number}. Xã đang kiểm tra thành phần hồ sơ.")
    if dossier.commune_due_on is not None:
        body = _("Phiếu số {number}. Xã kiểm tra và đề nghị chậm nhất ngày {due}.")
    tell_producer(
        dossier,
        "received",
        about(_("Xã đã tiếp nhận hồ sơ “{product}”"), dossier),
        about(body, dossier, number=dossier.registration_no, due=written(dossier.commune_due_on)),
        at=at,
    )
    return dossier


def _due(received: date, dossier: Dossier) -> date | None:
    """The office's last day; None where the law sets it no period."""
    try:
        return commune_due(received, regulation_of(dossier))
    except UnknownYear as unknown:
        raise Refused(refuse_unknown_year(unknown)) from unknown


def _registration_number(dossier: Dossier, at: datetime) -> str:
    commune = dossier.commune
    serial = allocate(f"dossiers.registration.{commune.code}", at=at)
    return str(RegistrationNumber(commune.province.code, commune.code, serial, number_year(at)))


RECEIVE = Act(
    about=AT_OFFICE,
    name="receive",
    path="nhan/",
    move=WORKFLOW.move("receive"),
    refuse=refuse_receive,
    do=receive_dossier,
    button=_("Tiếp nhận hồ sơ"),
    heading=lambda dossier: gettext("Tiếp nhận hồ sơ “%(product)s”") % {"product": dossier.product.name},
    lead=_("Chủ thể sẽ được báo. Hạn của xã tính từ lúc tiếp nhận lần đầu, không tính lại."),
    confirm=_("Tiếp nhận"),
    said=lambda dossier, _made: (
        gettext("Đã tiếp nhận, phiếu số %(number)s.") % {"number": dossier.registration_no}
    ),
    template="ui/confirm.html",
    then=lambda dossier, _made: reverse("dossiers:check", args=[dossier.key]),
)
