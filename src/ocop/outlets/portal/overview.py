"""How the work of a province or commune stands: dossiers by step, each number leading to its rows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.states import DossierState as S

LATE = "late"
STEPS: dict[str, tuple[str | Promise, str]] = {
    S.SUBMITTED: (_("chờ xã tiếp nhận"), f"buoc={S.SUBMITTED}"),
    S.RECEIVED: (_("xã đang kiểm tra"), f"buoc={S.RECEIVED}"),
    S.RETURNED: (_("đang bổ sung"), f"buoc={S.RETURNED}"),
    S.PROPOSED: (_("chờ tỉnh kiểm tra"), f"buoc={S.PROPOSED}"),
    S.ACCEPTED: (_("chờ xếp phiên họp"), f"buoc={S.ACCEPTED}"),
    S.SCHEDULED: (_("đã có phiên họp"), f"buoc={S.SCHEDULED}"),
    S.EVALUATED: (_("chờ quyết định"), f"buoc={S.EVALUATED}"),
    LATE: (_("quá hạn của xã"), "tre=co"),
}


@dataclass(frozen=True)
class Figure:
    """A number, what it counts, and where its rows are."""

    number: int
    label: str | Promise
    url: str


def overview(person: Any, at: datetime) -> list[Figure]:
    """Dossiers under way in the person's offices, by step, and how many are late; one query."""
    late = Q(state__in=[S.SUBMITTED, S.RECEIVED, S.RETURNED], commune_due_on__lt=timezone.localdate(at))
    counts = {state.value: Count("pk", filter=Q(state=state)) for state in S if state in STEPS}
    found = Dossier.objects.on_desk_of(person, at).aggregate(**counts, **{LATE: Count("pk", filter=late)})
    desk = reverse("dossiers:desk")
    return [
        Figure(found[key], label, f"{desk}?{query}") for key, (label, query) in STEPS.items() if found[key]
    ]
