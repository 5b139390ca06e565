"""Chuyển xã kiểm tra: the commune looks, because it is near."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import REPORT
from ocop.casework.inspections.models import MisuseReport
from ocop.casework.inspections.permissions import refuse_triage
from ocop.casework.inspections.states import REPORT_WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of
from ocop.foundation.ui.forms import ReasonField


class AsksCommune(Asks):
    """Which commune, and what it is asked."""

    commune = forms.ModelChoiceField(label=_("Xã, phường"), queryset=Place.objects.none())
    reason = ReasonField(label=_("Đề nghị xã làm gì"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["commune"]
        today = timezone.localdate(self.who.at)
        field.queryset = communes_of(self.thing.programme.province, today).order_by("name", "pk")
        field.label_from_instance = lambda place: place.local_name

    def known(self) -> Mapping[str, Any]:
        """That of the product."""
        one = self.thing.recognition
        place = None if one is None else one.product.place
        return {} if place is None else {"commune": place.pk}


@recorded
def forward_report(report: MisuseReport, *, commune: Place, reason: str, by: Person, at: datetime) -> None:
    """Passes a report to a commune, whose officers are told; never how to reach the shopper. Refused to all
    but officers of the province, and without a word about what is asked.
    """
    ensure(refuse_triage(who_is(by, at), held(report)))
    changes = {"forwarded_to": commune, "handled_by": by}
    transition(report, "forward", by=by, at=at, reason=reason, changes=changes)
    tell(
        people_holding(Role.COMMUNE_OFFICER, at, place=commune),
        kind="inspections.forwarded",
        subject=words(_("Phản ánh chuyển xã kiểm tra: %(what)s"), what=str(report)),
        body=words("%(reason)s", reason=reason),
        url=report.get_absolute_url(),
        at=at,
    )


FORWARD = Act(
    about=REPORT,
    name="forward",
    path="chuyen-xa/",
    move=REPORT_WORKFLOW.move("forward"),
    refuse=refuse_triage,
    form=AsksCommune,
    do=forward_report,
    said=_("Đã chuyển. Cán bộ xã nhận được thông báo."),
)
