"""Dossiers in the order of the work: what waits for whom."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.labels.clock import clock_kind, working_days
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.rules.law import law_standing
from ocop.casework.dossiers.selectors.clocks import RUNNING, awaits_receipt, days_on_clock
from ocop.casework.dossiers.selectors.law import left_over
from ocop.casework.dossiers.states import DossierState
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem, day_of

S = DossierState


def ready_for_agenda(at: datetime) -> DossierQuerySet:
    """Dossiers that the province accepted and that no meeting has yet, the longest waiting first."""
    return (
        Dossier.objects.filter(state=S.ACCEPTED, accepted_at__lte=at)
        .with_names()
        .order_by("accepted_at", "pk")
    )


def waiting(person: Any, at: datetime) -> list[Pile]:
    """What dossiers ask of this person: to write, to mend, to receive, to check, to accept."""
    own, mine = Dossier.objects.of_producers_of(person, at), reverse("dossiers:own")
    found = [
        _work("dossiers.mend", _("Hồ sơ bị trả lại, cần bổ sung"), own, S.RETURNED, mine, at=at),
        _work("dossiers.draft", _("Hồ sơ đang soạn"), own, S.DRAFT, mine, at=at),
    ]
    roles = {appointment.role for appointment in appointments_on(person, at)}
    desk = Dossier.objects.on_desk_of(person, at)
    if Role.COMMUNE_OFFICER in roles:
        found += [
            _on_desk("dossiers.receive", _("Hồ sơ chờ tiếp nhận"), desk, S.SUBMITTED, at=at),
            _on_desk("dossiers.check", _("Hồ sơ đang kiểm tra"), desk, S.RECEIVED, at=at),
        ]
    if Role.PROVINCE_OFFICER in roles:
        title = _("Hồ sơ xã đề nghị, chờ kiểm tra")
        found.append(_on_desk("dossiers.accept", title, desk, S.PROPOSED, at=at))
    if roles & {Role.COMMUNE_OFFICER, Role.PROVINCE_OFFICER}:
        found.append(_left_over(desk, at))
    return found


def _left_over(desk: DossierQuerySet, at: datetime) -> Pile:
    """Unfinished dossiers of an older law, past its last day for them (article 12(2))."""
    today = timezone.localdate(at)
    facts = {
        "key": "key", "name": "product__name", "state": "state", "law": "regulation_code", "kind": "kind",
        "filed": TruncDate("submitted_at"),
    }  # fmt: skip

    def item(row: Facts) -> WaitingItem:
        standing = law_standing(row["law"], row["kind"], day_of(row["filed"]), today)
        last = standing.finish_by
        return WaitingItem(
            title=row["name"],
            detail=_("Quyết định %(number)s · %(state)s")
            % {"number": standing.own.number, "state": state_name(row["state"])},
            url=Dossier(key=UUID(row["key"])).get_absolute_url(),
            due_on=last,
            days_left=None if last is None else (last - today).days,
        )

    title, url = _("Hồ sơ dở dang theo văn bản cũ"), f"{reverse('dossiers:desk')}?van_ban=cu"
    every = Q(pk__isnull=False)
    return Pile("dossiers.left_over", title, url, left_over(desk, today), facts, item, every)


def _on_desk(key: str, title: str, among: DossierQuerySet, state: DossierState, *, at: datetime) -> Pile:
    return _work(key, title, among, state, f"{reverse('dossiers:desk')}?buoc={state}", at=at)


def _work(
    key: str, title: str, among: DossierQuerySet, state: DossierState, url: str, *, at: datetime
) -> Pile:
    """One kind of work: what stands in a state, the first that is due before the others."""
    today = timezone.localdate(at)
    rows = among.filter(state=state).order_by("commune_due_on", "updated_at", "pk")
    facts = {
        "key": "key", "name": "product__name", "producer": "product__producer__name", "state": "state",
        "due": "commune_due_on", "law": "regulation_code", "changed": TruncDate("updated_at"),
    }  # fmt: skip
    late = Q(commune_due_on__lt=today, state__in=sorted(RUNNING))
    return Pile(key, title, url, rows, facts, lambda row: _item(row, today), late)


def _item(row: Facts, today: date) -> WaitingItem:
    dossier = Dossier(
        key=UUID(row["key"]), state=row["state"], commune_due_on=day_of(row["due"]),
        regulation_code=row["law"], updated_at=_noon(row["changed"]),
    )  # fmt: skip
    left, waits = days_on_clock(dossier, today), awaits_receipt(dossier, today)
    step = state_name(row["state"]) if waits is None else waits.words()
    return WaitingItem(
        title=row["name"],
        detail=f"{row['producer']} · {step}",
        url=dossier.get_absolute_url(),
        due_on=dossier.commune_due_on if left is not None else None,
        days_left=left,
        left="" if left is None else working_days(left),
        left_kind="" if left is None else clock_kind(left),
    )


def _noon(day: str) -> datetime:
    """A moment of that day at the local clock."""
    return timezone.make_aware(datetime.combine(date.fromisoformat(day), time(12)))
