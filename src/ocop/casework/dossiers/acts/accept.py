"""Nhận để trình hội đồng: the province has checked a dossier and puts it before the council."""

from __future__ import annotations

from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.models import Dossier, ProvincialCheck
from ocop.casework.dossiers.permissions import refuse_law, refuse_province, refuse_state
from ocop.casework.dossiers.states import WORKFLOW
from ocop.casework.dossiers.writes.telling import about, tell_officers, tell_producer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded, transition
from ocop.foundation.ui.forms import TextField


class AsksFinding(Asks):
    """The province's finding."""

    note = TextField(
        label=_("Nhận xét kiểm tra hồ sơ"), lines=4, error_messages={"required": _("Ghi kết quả kiểm tra.")}
    )


def refuse_accept(who: Who, dossier: Dossier) -> Refusal | None:
    """Accepting for the council, under a law that still holds: the provincial OCOP body."""
    return (
        refuse_province(who, dossier)
        or refuse_state(dossier, "accept")
        or refuse_law(dossier, timezone.localdate(who.at))
    )


@recorded
def accept_dossier(dossier: Dossier, *, note: str, by: Person, at: datetime) -> ProvincialCheck:
    """The provincial OCOP body has checked the dossier and puts it before the council (article 7(3), R26-25).

    Refused: other offices, a wrong state, no written finding. The producer and the commune learn it.
    """
    ensure(refuse_accept(who_is(by, at), held(dossier)))
    if not note.strip():
        raise Refused(_no_finding())
    transition(dossier, "accept", by=by, at=at, changes={"accepted_at": at, "updated_at": at})
    check = ProvincialCheck.objects.create(
        dossier=dossier,
        submission=dossier.submissions.latest("number"),
        level=dossier.level_on(timezone.localdate(at)).value,
        note=note.strip(),
        at=at,
        by=by,
    )
    subject = about(_("Tỉnh đã nhận hồ sơ “{product}”"), dossier)
    body = about(_("Hồ sơ chờ xếp vào phiên họp của hội đồng."), dossier)
    tell_producer(dossier, "accepted", subject, body, at=at)
    tell_officers(dossier, Role.COMMUNE_OFFICER, "accepted", subject, body, at=at)
    return check


def _no_finding() -> Refusal:
    return Refusal(
        "check_note_missing",
        gettext("Chưa ghi nhận xét kiểm tra hồ sơ."),
        gettext("Hội đồng và người xem sau cần biết tỉnh đã kiểm tra những gì."),
        gettext("Ghi ngắn gọn kết quả kiểm tra rồi nhận hồ sơ."),
    )


ACCEPT = Act(
    about=AT_OFFICE,
    name="accept",
    path="chap-nhan/",
    move=WORKFLOW.move("accept"),
    refuse=refuse_accept,
    form=AsksFinding,
    do=accept_dossier,
    confirm=_("Nhận hồ sơ"),
    said=_("Đã nhận hồ sơ để trình hội đồng."),
    template="dossiers/form.html",
)
