"""Acts by the codes and numbers that people type, and whether they can be annulled."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any
from uuid import UUID

from django.db.models import Q
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.annulment.labels import ground_word
from ocop.casework.annulment.models import Annulment, AnnulmentItem
from ocop.casework.annulment.models.visible import AnnulmentQuerySet
from ocop.casework.annulment.rules import CAN_BE_ANNULLED, DECIDED_BY_MINISTRY
from ocop.casework.annulment.states import RUNNING, AnnulmentState
from ocop.casework.certificates.models import DecisionItem, Redo
from ocop.casework.certificates.selectors.cases import first_product
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.states import OPEN, DossierState
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.states import ItemState, MeetingState
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Role
from ocop.foundation.ui.waiting import Facts, Pile, WaitingItem, day_of
from ocop.registers.products.labels import STANDINGS
from ocop.registers.products.models import Product, Recognition
from ocop.registers.products.selectors import bearing, standing_of

_NAMES = ("dossier__product__producer__commune", "dossier__commune__parent__parent", "meeting")


@dataclass(frozen=True)
class Wrong:
    """One act that may have been wrong: the recognition, and the result of a meeting behind it."""

    item: AgendaItem | None
    recognition: Recognition | None

    @property
    def product(self) -> Product:
        """Whose act it is."""
        if self.recognition is not None:
            return self.recognition.product
        assert self.item is not None  # noqa: S101 - one of the two is there
        product: Product = self.item.dossier.product
        return product

    @property
    def key(self) -> tuple[str, int]:
        """What makes it one: the result, else the recognition."""
        if self.item is not None:
            return "result", self.item.pk
        assert self.recognition is not None  # noqa: S101 - one of the two is there
        return "recognition", self.recognition.pk


@dataclass(frozen=True)
class Named:
    """What the typed lines named: acts in their order, each once; lines that named nothing."""

    found: list[Wrong]
    unknown: list[str]


def named(text: str, *, person: Any, at: datetime) -> Named:
    """A line is the code of a product or certificate, the number of a decision (all of its products), or the
    registration number of a dossier whose result was no recognition; in the ground of the person's office.
    """
    own, today = Product.objects.on_desk_of(person, at), timezone.localdate(at)
    found: dict[tuple[str, int], Wrong] = {}
    unknown = []
    for line in dict.fromkeys(" ".join(line.split()) for line in text.splitlines() if line.strip()):
        rows = [
            *_by_code(line, own, today),
            *_by_decision(line, own),
            *_by_dossier(line, own),
        ]
        if not rows:
            unknown.append(line)
        for one in rows:
            found.setdefault(one.key, one)
    return Named(list(found.values()), unknown)


def _by_code(line: str, own: Any, today: date) -> Iterator[Wrong]:
    known = bearing(line).filter(product__in=own).select_related("product__producer__commune")
    rows = list(known.prefetch_related("events__paper"))
    open_ones = [one for one in rows if not _why_not_recognition(one, today)]
    for one in [*open_ones, *rows][:1]:
        yield Wrong(_item_behind(one), one)


def _by_decision(line: str, own: Any) -> Iterator[Wrong]:
    rows = DecisionItem.objects.live().filter(
        Q(decision__number=line) | Q(decision__corrections__right=line), decision__state="signed",
        product__in=own,
    ).distinct()  # fmt: skip
    for row in rows.select_related("certificate__recognition__product__producer__commune").order_by("pk"):
        certificate = getattr(row, "certificate", None)
        item = AgendaItem.objects.select_related(*_NAMES).get(pk=row.item_id)
        yield Wrong(item, certificate.recognition if certificate else None)


def _by_dossier(line: str, own: Any) -> Iterator[Wrong]:
    rows = AgendaItem.objects.filter(
        dossier__registration_no=line, dossier__product__in=own, state=ItemState.CLOSED,
        meeting__state=MeetingState.CLOSED,
    )  # fmt: skip
    item = rows.select_related(*_NAMES).order_by("-meeting__closed_at", "-pk").first()
    if item is not None:
        yield Wrong(item, None)


def _item_behind(recognition: Recognition) -> AgendaItem | None:
    certificate = getattr(recognition, "certificate", None)
    if certificate is None:
        return None
    return AgendaItem.objects.select_related(*_NAMES).get(pk=certificate.decision_item.item_id)


def why_not(row: Wrong | AnnulmentItem, on: date, *, redo: bool) -> str:
    """Why a decision of this day cannot annul it, in words; empty where it can."""
    if row.recognition is not None and (why := _why_not_recognition(row.recognition, on)):
        return why
    if not redo:
        return "" if row.recognition is not None else _("kết quả này chưa có quyết định để huỷ bỏ")
    if row.item is None:
        return _("không có phiên họp nào để đánh giá lại")
    return _why_not_again(row.item)


def _why_not_recognition(recognition: Recognition, on: date) -> str:
    if recognition.stars == DECIDED_BY_MINISTRY:
        return _("5 sao do Bộ trưởng quyết định")
    kind = standing_of(recognition, on).kind
    return "" if CAN_BE_ANNULLED[kind] else str(STANDINGS[kind]).lower()


def _why_not_again(item: AgendaItem) -> str:
    if Redo.objects.filter(item=item).exists():
        return _("đã đưa về đánh giá lại")
    dossier = Dossier.objects.get(pk=item.dossier_id)
    if dossier.state not in (DossierState.EVALUATED, DossierState.CONCLUDED):
        return _("hồ sơ không ở bước có kết quả")
    others = Dossier.objects.filter(product=dossier.product_id, state__in=sorted(OPEN)).exclude(pk=dossier.pk)
    return _("sản phẩm đang có một hồ sơ khác") if others.exists() else ""


def items_of(annulment: Annulment) -> list[AnnulmentItem]:
    """Its acts in their order, with what is shown of each."""
    rows = annulment.items.select_related(
        "recognition__product__producer__commune", "item__meeting", "item__redo",
        "item__dossier__product__producer__commune", "item__dossier__commune__parent__parent",
    )  # fmt: skip
    return list(rows.prefetch_related("recognition__events__paper"))


def product_of(row: AnnulmentItem) -> Product:
    """The product of an act."""
    return Wrong(row.item, row.recognition).product


def running_with(wrong: Iterable[Wrong]) -> AnnulmentItem | None:
    """An act of these that another annulment is about which has not ended."""
    rows = list(wrong)
    same = Q(recognition__in=[one.recognition.pk for one in rows if one.recognition]) | Q(
        item__in=[one.item.pk for one in rows if one.item]
    )
    found = AnnulmentItem.objects.filter(same, annulment__state__in=sorted(RUNNING))
    return found.select_related("annulment").first()


def waiting(person: Any, at: datetime) -> list[Pile]:
    """What annulments ask of this person: to verify what others prepared, to sign."""
    roles = {appointment.role for appointment in appointments_on(person, at)}
    rows = Annulment.objects.visible_to(person, at).order_by("prepared_at", "pk")
    found = []
    if Role.SIGNER in roles:
        own = rows.filter(state=AnnulmentState.VERIFIED)
        mine = Q(prepared_by=person) | Q(verified_by=person)
        found.append(_pile("sign", _("Quyết định huỷ bỏ chờ ký"), own.exclude(mine), at))
    if Role.PROVINCE_OFFICER in roles:
        prepared = rows.filter(state=AnnulmentState.PREPARED).exclude(prepared_by=person)
        found.append(_pile("verify", _("Việc huỷ bỏ chờ xác minh"), prepared, at))
    return found


def _pile(name: str, title: str, rows: AnnulmentQuerySet, at: datetime) -> Pile:
    today = timezone.localdate(at)
    facts = {
        "key": "key",
        "ground": "ground",
        "due": "due_on",
        "name": first_product(AnnulmentItem, "annulment"),
    }

    def item(row: Facts) -> WaitingItem:
        due, url = day_of(row["due"]), reverse("annulment:detail", args=[UUID(row["key"])])
        left = None if due is None else (due - today).days
        return WaitingItem(row["name"], ground_word(row["ground"]), url, due, left)

    late = Q(due_on__lt=today)
    return Pile(f"annulment.{name}", title, reverse("annulment:list"), rows, facts, item, late)


def asked_by_ministry(first: date, last: date, person: Any, at: datetime) -> list[tuple[Annulment, str]]:
    """What the ministry wants done between two days, both included, and is not (article 10(1)(b)); each with
    its first product.
    """
    rows = Annulment.objects.visible_to(person, at).still_asked().filter(due_on__range=(first, last))
    named_rows = rows.annotate(first=first_product(AnnulmentItem, "annulment")).order_by("due_on", "pk")
    return [(row, row.first) for row in named_rows]
