"""The desks of commune and province."""

from __future__ import annotations

from typing import Any

from django.db.models import Q
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.lists import DeskFilter, DeskTable
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.visible import PROVINCE_ROLES, DossierQuerySet
from ocop.casework.dossiers.selectors.clocks import RUNNING
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.ui.lists import ListView
from ocop.kernel.law.in_force import COMMUNE_CHECK, legal_period
from ocop.registers.regulations.templatetags.law import cited, words


def _lead() -> str:
    said = gettext("Xã có %(period)s từ ngày tiếp nhận để kiểm tra và đề nghị (%(law)s).")
    period = legal_period(COMMUNE_CHECK, timezone.localdate())
    return said % {"period": words(period.words), "law": cited(period.article)}


UNDER_WAY = {DossierState.PROPOSED, DossierState.ACCEPTED, DossierState.SCHEDULED, DossierState.EVALUATED}
"""Nothing of these waits for the commune, and they are not over."""


class Desk(ListView):
    """The dossiers that were handed in to the person's offices."""

    table_class = DeskTable
    filterset_class = DeskFilter
    heading = _("Tiếp nhận hồ sơ")
    lead = lazy(_lead, str)()
    empty_title = _("Chưa có hồ sơ nào nộp đến")
    empty_text = _("Khi chủ thể nộp hồ sơ, bạn được báo và hồ sơ hiện ở đây.")
    exporter = as_xlsx
    useful_first = (Q(state__in=sorted(RUNNING)), Q(state__in=sorted(UNDER_WAY)))
    export_name = "tiep-nhan"

    def get_queryset(self) -> DossierQuerySet:
        """Dossiers on this desk with what the table shows."""
        return Dossier.objects.on_desk_of(self.request.who.person, self.request.who.at).with_names()

    def get_table_kwargs(self) -> dict[str, Any]:
        """Who works in communes alone needs no column that always says the same."""
        roles = {appointment.role for appointment in self.request.who.appointments}
        return {} if roles & PROVINCE_ROLES else {"exclude": ("commune", "result_due_on")}
