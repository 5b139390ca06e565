"""Dossiers in the order of the work: what waits for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.selectors.clocks import days_on_clock
from ocop.casework.dossiers.selectors.law import LeftOver, left_over
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.waiting import MOST_ITEMS, Waiting, WaitingItem

S = DossierState


def ready_for_agenda(at: datetime) -> DossierQuerySet:
    """Dossiers that the province accepted and that no meeting has yet, the longest waiting first."""
    return (
        Dossier.objects.filter(state=S.ACCEPTED, accepted_at__lte=at)
        .with_names()
        .order_by("accepted_at", "pk")
    )


def waiting(person: Any, at: datetime) -> list[Waiting]:
    """What dossiers ask of this person: to write, to mend, to receive, to check, to accept."""
    found: list[Waiting] = []
    own = Dossier.objects.of_producers_of(person, at)
    found += _work(
        "dossiers.mend", _("Hồ sơ bị trả lại, cần bổ sung"), own, [S.RETURNED], reverse("dossiers:own"), at=at
    )
    found += _work("dossiers.draft", _("Hồ sơ đang soạn"), own, [S.DRAFT], reverse("dossiers:own"), at=at)
    roles = {appointment.role for appointment in appointments_on(person, at)}
    desk = Dossier.objects.on_desk_of(person, at)
    if Role.COMMUNE_OFFICER in roles:
        found += _work(
            "dossiers.receive", _("Hồ sơ chờ tiếp nhận"), desk, [S.SUBMITTED], _desk(S.SUBMITTED), at=at
        )
        found += _work(
            "dossiers.check", _("Hồ sơ đang kiểm tra"), desk, [S.RECEIVED], _desk(S.RECEIVED), at=at
        )
    if Role.PROVINCE_OFFICER in roles:
        found += _work(
            "dossiers.accept",
            _("Hồ sơ xã đề nghị, chờ kiểm tra"),
            desk,
            [S.PROPOSED],
            _desk(S.PROPOSED),
            at=at,
        )
    if roles & {Role.COMMUNE_OFFICER, Role.PROVINCE_OFFICER}:
        found += _left_over(desk, at)
    return found


def _left_over(desk: DossierQuerySet, at: datetime) -> list[Waiting]:
    """Unfinished dossiers of an older law, past its last day for them (article 12(2))."""
    today = timezone.localdate(at)
    rows = left_over(desk, today)
    if not rows:
        return []
    url = f"{reverse('dossiers:desk')}?van_ban=cu"
    items = [_law_item(row, today) for row in rows[:MOST_ITEMS]]
    return [
        Waiting(
            "dossiers.left_over",
            _("Hồ sơ dở dang theo văn bản cũ"),
            len(rows),
            url,
            late=len(rows),
            items=items,
        )
    ]


def _law_item(row: LeftOver, today: date) -> WaitingItem:
    last = row.standing.finish_by
    return WaitingItem(
        title=row.dossier.product.name,
        detail=_("Quyết định %(number)s · %(state)s")
        % {"number": row.standing.own.number, "state": state_name(row.dossier.state)},
        url=row.dossier.get_absolute_url(),
        due_on=last,
        days_left=None if last is None else (last - today).days,
    )


def _desk(state: DossierState) -> str:
    return f"{reverse('dossiers:desk')}?buoc={state}"


def _work(
    key: str, title: str, among: DossierQuerySet, states: Sequence[DossierState], url: str, *, at: datetime
) -> list[Waiting]:
    """One kind of work; nothing where there is none. Two queries at most."""
    today = timezone.localdate(at)
    rows = among.filter(state__in=states)
    counted = rows.aggregate(
        all=Count("pk"), late=Count("pk", filter=Q(commune_due_on__lt=today) & _CLOCK_RUNS)
    )
    if not counted["all"]:
        return []
    first = rows.with_names().order_by("commune_due_on", "updated_at", "pk")[:MOST_ITEMS]
    items = [_item(dossier, at) for dossier in first]
    return [Waiting(key, title, counted["all"], url, counted["late"], items)]


_CLOCK_RUNS = Q(state__in=[S.SUBMITTED, S.RECEIVED, S.RETURNED])


def _item(dossier: Dossier, at: datetime) -> WaitingItem:
    left = days_on_clock(dossier, timezone.localdate(at))
    return WaitingItem(
        title=dossier.product.name,
        detail=f"{dossier.product.producer.name} · {state_name(dossier.state)}",
        url=dossier.get_absolute_url(),
        due_on=dossier.commune_due_on if left is not None else None,
        days_left=left,
    )
