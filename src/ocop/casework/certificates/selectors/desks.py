"""What waits for whom."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.fields.json import KT
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.certificates.labels import DECISION_KINDS
from ocop.casework.certificates.models import Decision, DecisionItem, Proposal, Redo
from ocop.casework.certificates.models.visible import DecisionQuerySet
from ocop.casework.certificates.rules import ON_RESULTS, DecisionKind
from ocop.casework.certificates.selectors.results import undecided, unnoticed
from ocop.casework.certificates.states import DecisionState
from ocop.casework.review.models import AgendaItem
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem


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
    unsent = rows.exclude(Exists(Proposal.objects.filter(decision_item=OuterRef("pk"))))
    return unsent.select_related("decision", "product").order_by("decision__signed_at", "position", "pk")


def to_settle(person: Any, at: datetime) -> QuerySet[DecisionItem]:
    """Products that the ministry found below 90 points and of which the province has made nothing yet."""
    used = DecisionItem.objects.live().filter(answer=OuterRef("proposal__answer"))
    rows = DecisionItem.objects.live().filter(
        decision__in=Decision.objects.visible_to(person, at),
        proposal__answer__isnull=False,
        proposal__answer__recognition__isnull=True,
    )
    left = rows.exclude(Exists(used)).exclude(Exists(Redo.objects.filter(item=OuterRef("item"))))
    return left.select_related("decision").order_by("proposal__answer__at", "pk")


def waiting(person: Any, at: datetime) -> list[Pile]:
    """What decisions ask of this person: to sign, to mend, to draft, to send, to tell."""
    roles = {appointment.role for appointment in appointments_on(person, at)}
    found: list[Pile] = []
    if Role.SIGNER in roles:
        found.append(_decisions("certificates.sign", _("Quyết định chờ ký"), to_sign(person, at)))
    if Role.PROVINCE_OFFICER in roles:
        drafts = (
            Decision.objects.visible_to(person, at)
            .filter(state=DecisionState.DRAFT)
            .order_by("created_at", "pk")
        )
        returned, new = (drafts.filter(submitted_at__isnull=is_new) for is_new in (False, True))
        found += [
            _decisions("certificates.mend", _("Quyết định bị trả lại"), returned),
            _decisions("certificates.draft", _("Dự thảo quyết định"), new),
        ]
        for kind in ON_RESULTS:
            url = f"{reverse('certificates:draft')}?loai={kind}"
            rows = undecided(kind, person, at)
            found.append(_results(f"certificates.{kind}", str(DECISION_KINDS[kind]), rows, url))
        found.append(_proposals(to_propose(person, at)))
        found.append(_answers(to_settle(person, at)))
        title, url = _("Kết quả chờ thông báo"), reverse("certificates:notices")
        found.append(_results("certificates.notify", title, unnoticed(person, at), url))
    return found


def _decisions(key: str, title: str, rows: DecisionQuerySet) -> Pile:
    live = DecisionItem.objects.live().filter(decision=OuterRef("pk")).order_by().values("decision")
    count = Coalesce(Subquery(live.annotate(n=Count("pk")).values("n")), 0)
    facts = {"key": "key", "subject": "subject", "products": count}

    def item(row: Facts) -> WaitingItem:
        decision = Decision(key=UUID(row["key"]), subject=row["subject"])
        return WaitingItem(decision.subject, _products(row["products"]), decision.get_absolute_url())

    return Pile(key, title, reverse("certificates:decisions"), rows, facts, item)


def _products(count: int) -> str:
    return ngettext("%(n)s sản phẩm", "%(n)s sản phẩm", count) % {"n": count}


def _results(key: str, title: str, rows: QuerySet[AgendaItem], url: str) -> Pile:
    facts = {"name": "dossier__product__name", "producer": "dossier__product__producer__name"}
    return Pile(key, title, url, rows, facts, lambda row: WaitingItem(row["name"], row["producer"], url))


def _proposals(rows: QuerySet[DecisionItem]) -> Pile:
    """Each line leads to its own act."""
    facts = {
        "item": "pk", "decision": "decision__key", "name": KT("printed__product"),
        "producer": KT("printed__producer"),
    }  # fmt: skip

    def item(row: Facts) -> WaitingItem:
        url = reverse("certificates:propose", args=[UUID(row["decision"]), row["item"]])
        return WaitingItem(row["name"], row["producer"], url)

    title = _("Sản phẩm chờ gửi Bộ")
    return Pile("certificates.propose", title, "", rows, facts, item)


def _answers(rows: QuerySet[DecisionItem]) -> Pile:
    """Each line leads to the decision, where the ways on are."""
    facts = {
        "decision": "decision__key", "name": KT("printed__product"), "producer": KT("printed__producer"),
    }  # fmt: skip

    def item(row: Facts) -> WaitingItem:
        url = reverse("certificates:decision", args=[UUID(row["decision"])])
        return WaitingItem(row["name"], row["producer"], url)

    return Pile("certificates.settle", _("Bộ đánh giá dưới 90 điểm, chờ tỉnh xử lý"), "", rows, facts, item)
