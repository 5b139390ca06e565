"""What waits for whom."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.certificates.labels import DECISION_KINDS
from ocop.casework.certificates.models import Decision, DecisionItem, Proposal
from ocop.casework.certificates.models.visible import DecisionQuerySet
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors.results import undecided, unnoticed
from ocop.casework.certificates.states import DecisionState
from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.waiting import MOST_ITEMS, Waiting, WaitingItem


def to_sign(person: Any, at: datetime) -> DecisionQuerySet:
    """Decisions that wait for a signature, the longest waiting first,
    without those that the person prepared.
    """
    rows = Decision.objects.visible_to(person, at).filter(state=DecisionState.FOR_SIGNATURE)
    return rows.exclude(Q(drafted_by=person) | Q(submitted_by=person)).order_by("submitted_at", "pk")


def to_propose(person: Any, at: datetime) -> QuerySet[DecisionItem]:
    """Products with a signed approval whose package has not gone to the ministry."""
    rows = DecisionItem.objects.live().filter(
        decision__in=Decision.objects.visible_to(person, at),
        decision__kind=DecisionKind.APPROVAL_OF_RESULT,
        decision__state=DecisionState.SIGNED,
    )
    waiting_rows = rows.exclude(Exists(Proposal.objects.filter(decision_item=OuterRef("pk"))))
    return waiting_rows.select_related("decision", "product").order_by("decision__signed_at", "position")


def waiting(person: Any, at: datetime) -> list[Waiting]:
    """What decisions ask of this person: to sign, to mend, to draft, to send, to tell."""
    roles = {appointment.role for appointment in appointments_on(person, at)}
    found: list[Waiting] = []
    if Role.SIGNER in roles:
        found += _decisions("certificates.sign", _("Quyết định chờ ký"), to_sign(person, at))
    if Role.PROVINCE_OFFICER in roles:
        drafts = (
            Decision.objects.visible_to(person, at)
            .filter(state=DecisionState.DRAFT)
            .order_by("created_at", "pk")
        )
        returned = drafts.filter(submitted_at__isnull=False)
        found += _decisions("certificates.mend", _("Quyết định bị trả lại"), returned)
        found += _decisions(
            "certificates.draft", _("Dự thảo quyết định"), drafts.filter(submitted_at__isnull=True)
        )
        for kind in DecisionKind:
            url = f"{reverse('certificates:draft')}?loai={kind}"
            found += _results(
                f"certificates.{kind}", str(DECISION_KINDS[kind]), undecided(kind, person, at), url
            )
        found += _proposals(to_propose(person, at))
        found += _results(
            "certificates.notify",
            _("Kết quả chờ thông báo"),
            unnoticed(person, at),
            reverse("certificates:notices"),
        )
    return found


def _decisions(key: str, title: str, rows: DecisionQuerySet) -> list[Waiting]:
    shown: Sequence[Decision] = list(
        rows.annotate(products=Count("items", filter=Q(items__is_live=True)))[: MOST_ITEMS + 1]
    )
    if not shown:
        return []
    count = len(shown) if len(shown) <= MOST_ITEMS else rows.count()
    items = [
        WaitingItem(row.subject, _products(row.products), row.get_absolute_url())  # type: ignore[attr-defined]
        for row in shown[:MOST_ITEMS]
    ]
    return [Waiting(key, title, count, reverse("certificates:decisions"), items=items)]


def _products(count: int) -> str:
    return ngettext("%(n)s sản phẩm", "%(n)s sản phẩm", count) % {"n": count}


def _results(key: str, title: str, rows: QuerySet[AgendaItem], url: str) -> list[Waiting]:
    shown = list(rows[: MOST_ITEMS + 1])
    if not shown:
        return []
    count = len(shown) if len(shown) <= MOST_ITEMS else rows.count()
    items = [
        WaitingItem(row.dossier.product.name, row.dossier.product.producer.name, url)
        for row in shown[:MOST_ITEMS]
    ]
    return [Waiting(key, title, count, url, items=items)]


def _proposals(rows: QuerySet[DecisionItem]) -> list[Waiting]:
    shown = list(rows)
    if not shown:
        return []
    items = [
        WaitingItem(
            row.printed["product"],
            row.printed["producer"],
            reverse("certificates:propose", args=[row.decision.key, row.pk]),
        )
        for row in shown[:MOST_ITEMS]
    ]
    return [Waiting("certificates.propose", _("Sản phẩm chờ gửi Bộ"), len(shown), items[0].url, items=items)]
