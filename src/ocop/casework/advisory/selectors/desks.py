"""What waits for a member of the advisory team."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.advisory.models import Interest, Report, TeamSeat, TeamSheet
from ocop.casework.advisory.permissions import BEFORE_THE_RESULT, wants_sheets
from ocop.casework.advisory.states import ReportState, SheetState
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem

_FACTS = {"key": "key", "product": "product__name", "producer": "product__producer__name"}


def waiting(person: Any, at: datetime) -> list[Pile]:
    """Members of the team: products before the council without a report, and without the own sheet where the
    team scores first, but none from which an own conflict keeps them. Whether somebody is on the team is
    asked with the rows, by no statement more.
    """
    day = timezone.localdate(at)
    seats = TeamSeat.objects.filter(
        Q(ends_on=None) | Q(ends_on__gte=day),
        Q(team__ends_on=None) | Q(team__ends_on__gte=day),
        person=person, starts_on__lte=day, team__starts_on__lte=day,
    )  # fmt: skip
    kept = Interest.objects.filter(dossier=OuterRef("pk"), person=person, has_conflict=True)
    done = Report.objects.filter(dossier=OuterRef("pk"), state=ReportState.HANDED_IN)
    sealed = TeamSheet.objects.of_last_submission().filter(
        dossier=OuterRef("pk"), seat__person=person, state=SheetState.SEALED
    )
    before = Dossier.objects.filter(Exists(seats), ~Exists(kept), state__in=BEFORE_THE_RESULT)
    before = before.order_by("accepted_at", "pk")

    def item(row: Facts) -> WaitingItem:
        url = reverse("advisory:product", args=[UUID(row["key"])])
        return WaitingItem(row["product"], row["producer"], url)

    address = reverse("advisory:team")
    reports, sheets = before.filter(~Exists(done)), before.filter(~Exists(sealed), wants_sheets(at))
    return [
        Pile("advisory.report", _("Sản phẩm chờ tổ tư vấn báo cáo"), address, reports, _FACTS, item),
        Pile("advisory.sheet", _("Sản phẩm chờ phiếu tư vấn của bạn"), address, sheets, _FACTS, item),
    ]
