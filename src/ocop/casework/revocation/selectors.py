"""Recognitions by the codes that people type, whether they can be taken back, and lists of others."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.db.models.functions import Coalesce
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.certificates.selectors.cases import first_product
from ocop.casework.revocation.labels import ground_word
from ocop.casework.revocation.models import Cessation, Revocation, RevocationItem
from ocop.casework.revocation.models.visible import RevocationQuerySet
from ocop.casework.revocation.rules import TAKEN_BACK, CessationKind, due_on
from ocop.casework.revocation.states import CessationState, RevocationState
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem, day_of
from ocop.kernel.calendar import UnknownYear
from ocop.registers.products.labels import STANDINGS
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import bearing, standing_of

RUNNING = (RevocationState.PREPARED, RevocationState.VERIFIED, RevocationState.SENT)


@dataclass(frozen=True)
class Named:
    """What the typed codes named: recognitions in their order, each once; lines that named nothing."""

    found: list[Recognition]
    unknown: list[str]


def named(text: str, *, person: Any, at: datetime) -> Named:
    """One code of a product or certificate a line, of products in the ground of the person's office. Of
    several recognitions with one code the one that holds, else the newest.
    """
    today = timezone.localdate(at)
    own = Product.objects.on_desk_of(person, at)
    found: dict[int, Recognition] = {}
    unknown = []
    for line in dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()):
        known = bearing(line).filter(product__in=own).select_related("product__producer")
        rows = list(known.prefetch_related("events__paper"))
        holding = [row for row in rows if not why_not(row, today)]
        one = next(iter([*holding, *rows]), None)
        if one is None:
            unknown.append(line)
        else:
            found.setdefault(one.pk, one)
    return Named(list(found.values()), unknown)


def why_not(recognition: Recognition, on: date) -> str:
    """Why a decision of this day cannot take the recognition back, in words; empty where it can."""
    kind = standing_of(recognition, on).kind
    return "" if TAKEN_BACK[kind] else str(STANDINGS[kind])


def items_of(revocation: Revocation) -> list[RevocationItem]:
    """Its products in their order, with what is shown of each. Three statements."""
    rows = revocation.items.select_related("recognition__product__producer__commune__parent__parent")
    return list(rows.prefetch_related("recognition__events__paper"))


def running_with(recognitions: Iterable[Recognition]) -> RevocationItem | None:
    """A product of these that another revocation is about which has not ended."""
    rows = RevocationItem.objects.filter(
        recognition__in=[one.pk for one in recognitions], revocation__state__in=RUNNING
    )
    return rows.select_related("revocation").first()


def cessations_of(person: Any, at: datetime) -> list[Cessation]:
    """What was recorded as ended in the ground of the person's office and waits for the province."""
    rows = Cessation.objects.visible_to(person, at).waiting()
    return list(rows.select_related("producer", "product", "paper__file"))


def dissolved_holder(product: Product) -> Cessation | None:
    """What was recorded of the end of its producer, unless it was set aside; the last where there are
    several.
    """
    rows = Cessation.objects.filter(producer=product.producer_id, kind=CessationKind.DISSOLVED)
    ended = rows.exclude(state=CessationState.SET_ASIDE).select_related("paper")
    return ended.order_by("-at", "-pk").first()


def codes_of(cessation: Cessation, on: date) -> list[str]:
    """The product codes of the recognitions that it is about and that hold."""
    rows = Recognition.objects.filter(product__producer=cessation.producer_id).exclude(product_code="")
    if cessation.product_id is not None:
        rows = rows.filter(product=cessation.product_id)
    known = rows.prefetch_related("events__paper").order_by("pk")
    return list(dict.fromkeys(one.product_code for one in known if not why_not(one, on)))


def taken_up_with(recognitions: Iterable[Recognition]) -> list[Cessation]:
    """What was recorded as ended of these products or their producers, and waits."""
    rows = list(recognitions)
    about = Q(product__in=[one.product_id for one in rows]) | Q(
        product__isnull=True, producer__in=[one.product.producer_id for one in rows]
    )
    return list(Cessation.objects.waiting().filter(about))


def _ended_pile(person: Any, at: datetime) -> Pile:
    today = timezone.localdate(at)
    rows = Cessation.objects.visible_to(person, at).waiting().order_by("paper__issued_on", "pk")
    facts = {"key": "key", "name": Coalesce("product__name", "producer__name"), "day": "paper__issued_on"}

    def item(row: Facts) -> WaitingItem:
        due = _due(day_of(row["day"]))
        left = None if due is None else (due - today).days
        url = f"{reverse('revocation:prepare')}?ngung={UUID(row['key'])}"
        return WaitingItem(row["name"], _("Lập đề nghị thu hồi"), url, due, left)

    title, late = _("Ngừng sản xuất, giải thể chờ xử lý"), _late(today, "paper")
    return Pile("revocation.ended", title, reverse("revocation:prepare"), rows, facts, item, late)


def waiting(person: Any, at: datetime) -> list[Pile]:
    """What revocations ask of this person, with the last day of the decision (article 8(4)): to verify, to
    sign, to send to the Ministry, to record what it decided.
    """
    roles = {appointment.role for appointment in appointments_on(person, at)}
    rows = Revocation.objects.visible_to(person, at).order_by("basis__issued_on", "prepared_at", "pk")
    found = []
    if Role.SIGNER in roles:
        own = rows.filter(state=RevocationState.VERIFIED, is_ministrys=False)
        mine = Q(prepared_by=person) | Q(verified_by=person)
        found.append(_pile("sign", _("Quyết định thu hồi chờ ký"), own.exclude(mine), at))
    if Role.PROVINCE_OFFICER in roles:
        prepared = rows.filter(state=RevocationState.PREPARED).exclude(prepared_by=person)
        unsent = rows.filter(state=RevocationState.VERIFIED, is_ministrys=True)
        found += [
            _ended_pile(person, at),
            _pile("verify", _("Việc thu hồi chờ xác minh"), prepared, at),
            _pile("send", _("Đề nghị thu hồi 5 sao chờ gửi Bộ"), unsent, at),
            _pile("answer", _("Việc thu hồi chờ Bộ quyết định"), rows.filter(state=RevocationState.SENT), at),
        ]
    return found


@dataclass(frozen=True)
class DecisionDue:
    """A decision with its last day (article 8(4)) and what is to be done for it next."""

    key: UUID
    due_on: date
    name: str
    task: str
    address: str


def decisions_due(first: date, last: date, person: Any, at: datetime) -> list[DecisionDue]:
    """What must be decided between two days, both included, and waits for this person: officers of the
    province propose, verify, send to the Ministry; the signer signs what the other two brought.
    """
    roles = {appointment.role for appointment in appointments_on(person, at)}
    papers = (first - timedelta(days=LONGEST_AGO), last)
    rows = Revocation.objects.visible_to(person, at).filter(basis__issued_on__range=papers)
    wanted = Q(pk__in=[])
    found = []
    if Role.PROVINCE_OFFICER in roles:
        wanted |= Q(state=RevocationState.PREPARED) | Q(state=RevocationState.VERIFIED, is_ministrys=True)
        ended = Cessation.objects.visible_to(person, at).waiting().filter(paper__issued_on__range=papers)
        for one in ended.select_related("producer", "product", "paper"):
            name, url = str(one.product or one.producer), f"{reverse('revocation:prepare')}?ngung={one.key}"
            found.append((one.key, one.paper.issued_on, name, _("chưa lập đề nghị"), url))
    if Role.SIGNER in roles:
        wanted |= Q(state=RevocationState.VERIFIED, is_ministrys=False) & ~(
            Q(prepared_by=person) | Q(verified_by=person)
        )
    for row in (
        rows.filter(wanted)
        .select_related("basis")
        .annotate(first=first_product(RevocationItem, "revocation"))
    ):
        task, paper = _NEXT[RevocationState(row.state), row.is_ministrys], row.basis
        found.append((row.key, paper.issued_on, row.first, str(task), row.get_absolute_url()))  # type: ignore[union-attr]
    dated = [DecisionDue(key, due, *rest) for key, paper, *rest in found if (due := _due(paper)) is not None]
    return [one for one in dated if first <= one.due_on <= last]


_NEXT = {
    (RevocationState.PREPARED, False): gettext_lazy("chờ xác minh"),
    (RevocationState.PREPARED, True): gettext_lazy("chờ xác minh"),
    (RevocationState.VERIFIED, False): gettext_lazy("chờ ký"),
    (RevocationState.VERIFIED, True): gettext_lazy("chờ gửi Bộ"),
}
"""What comes next, by state and by whether the Minister decides."""


def _pile(name: str, title: str, rows: RevocationQuerySet, at: datetime) -> Pile:
    today = timezone.localdate(at)
    facts = {
        "key": "key", "ground": "ground", "concluded": "basis__issued_on",
        "name": first_product(RevocationItem, "revocation"),
    }  # fmt: skip

    def item(row: Facts) -> WaitingItem:
        due = _due(day_of(row["concluded"]))
        left = None if due is None else (due - today).days
        url = reverse("revocation:detail", args=[UUID(row["key"])])
        return WaitingItem(row["name"], ground_word(row["ground"]), url, due, left)

    return Pile(f"revocation.{name}", title, reverse("revocation:list"), rows, facts, item, _late(today))


def _due(concluded_on: date | None) -> date | None:
    try:
        return due_on(concluded_on)
    except UnknownYear:
        return None


def _late(today: date, paper: str = "basis") -> Q:
    """Those whose last day has passed: their papers are of this day or earlier."""
    days = (today - timedelta(days=n) for n in range(1, LONGEST_AGO))
    latest = next((day for day in days if (due := _due(day)) is not None and due < today), None)
    return Q(pk__in=[]) if latest is None else Q((f"{paper}__issued_on__lte", latest))


LONGEST_AGO = 60
"""Days within which the period of a decision ends, days off included."""
