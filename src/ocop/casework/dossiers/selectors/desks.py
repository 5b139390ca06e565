"""Dossiers in the order of the work: what waits for whom."""

from __future__ import annotations

from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from django.db.models import Exists, OuterRef, Q
from django.db.models.functions import TruncDate
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.labels.clock import clock_kind, working_days
from ocop.casework.dossiers.models import Dossier, Evidence
from ocop.casework.dossiers.models.visible import DossierQuerySet
from ocop.casework.dossiers.rules import DossierKind, Outcome
from ocop.casework.dossiers.rules.law import law_standing
from ocop.casework.dossiers.selectors.clocks import RUNNING, awaits_receipt, days_on_clock
from ocop.casework.dossiers.selectors.law import left_over
from ocop.casework.dossiers.states import OPEN, DossierState
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import who_is
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem, day_of
from ocop.kernel.calendar import certificate_expiry
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products.models import Recognition

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
        _ending(person, at),
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
        found.append(_results(desk, at))
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


def _ending(person: Any, at: datetime) -> Pile:
    """Papers of the person's producers that end within the term of a certificate: of the one that a dossier
    under way would bring, or of the one that it brought (article 6(1)(c)). The first to end first.
    """
    today = timezone.localdate(at)
    acted_for = producers_acted_for(who_is(person, at))
    newer = Evidence.objects.filter(renews=OuterRef("pk"), is_withdrawn=False)
    again = Dossier.objects.exclude(kind=DossierKind.FIRST).filter(
        citations__evidence=OuterRef("pk"), submitted_at__isnull=False
    )
    held = Recognition.objects.filter(expires_on__gte=today, expires_on__gt=OuterRef(OuterRef("expires_on")))
    rows = Evidence.objects.filter(
        Exists(again.filter(state__in=sorted(OPEN)))
        | Exists(again.filter(Exists(held.filter(product=OuterRef("product"))), outcome=Outcome.RECOGNISED)),
        ~Exists(newer),
        producer__in=acted_for,
        is_withdrawn=False,
        expires_on__lte=certificate_expiry(today),
    ).order_by("expires_on", "pk")

    def item(row: Facts) -> WaitingItem:
        ends = day_of(row["ends"])
        left = None if ends is None else (ends - today).days
        url = reverse("dossiers:renew_evidence", args=[row["pk"]])
        return WaitingItem(row["title"], row["producer"], url, ends, left)

    facts = {"pk": "pk", "title": "title", "producer": "producer__name", "ends": "expires_on"}
    title, late = _("Giấy tờ hết hạn trong thời hạn giấy chứng nhận"), Q(expires_on__lt=today)
    return Pile("dossiers.papers", title, "", rows, facts, item, late)


def _results(desk: DossierQuerySet, at: datetime) -> Pile:
    """Re-evaluations that were proposed, by the last day of their result (article 7(6)(g), R26-39)."""
    today = timezone.localdate(at)
    states = (S.PROPOSED, S.ACCEPTED, S.SCHEDULED, S.EVALUATED)
    rows = desk.filter(state__in=states, result_due_on__isnull=False).order_by("result_due_on", "pk")

    def item(row: Facts) -> WaitingItem:
        due = day_of(row["due"])
        left = None if due is None else (due - today).days
        url = Dossier(key=UUID(row["key"])).get_absolute_url()
        return WaitingItem(row["name"], f"{row['producer']} · {state_name(row['state'])}", url, due, left)

    facts = {
        "key": "key", "name": "product__name", "producer": "product__producer__name", "state": "state",
        "due": "result_due_on",
    }  # fmt: skip
    title, url = _("Đánh giá lại chờ kết quả"), f"{reverse('dossiers:desk')}?lan=renewal"
    return Pile("dossiers.results", title, url, rows, facts, item, Q(result_due_on__lt=today))


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
