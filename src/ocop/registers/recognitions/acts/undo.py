"""Thu lại lần nhập: all that an import entered leaves the register, as long as nothing rests on it."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.db.models import Model, Q, QuerySet
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Listing, Product, Reckoning, Recognition, RecognitionEvent
from ocop.registers.products.rules import EventKind
from ocop.registers.products.writes import hold_products, list_anew
from ocop.registers.recognitions.about import IMPORT
from ocop.registers.recognitions.models import Entered, RegisterImport
from ocop.registers.recognitions.permissions import refuse_bring_in

MOST_NAMED = 3
PART = 500
# what follows from the rows themselves and goes with them
_DERIVED = (Listing, Reckoning, Entered)


def refuse_undo(who: Who, made: RegisterImport) -> Refusal | None:
    """Officers of the province, once."""
    return refuse_bring_in(who) or _refuse_again(made)


def _refuse_again(made: RegisterImport) -> Refusal | None:
    if made.undone_at is None:
        return None
    return Refusal("conflict_undone", __("Lần nhập này đã được thu lại rồi."), "", __("Tải lại trang."))


@recorded
def undo_import(made: RegisterImport, *, by: Person | None, at: datetime) -> RegisterImport:
    """Takes back recognitions, products and producers that only this import brought. The import stays on
    record.

    Refused to all but officers of the province (at the machine there is no person), a second time, and where
    anything rests on what was entered: it is named.
    """
    held(made)
    ensure(refuse_undo(who_is(by, at), made) if by is not None else _refuse_again(made))
    entries = Entered.objects.filter(source=made)
    touched = list(
        Recognition.objects.filter(entered__source=made).values_list("product", flat=True).distinct()
    )
    hold_products(touched)
    ensure(_refuse_rested_on(made))
    counts = _take_back(entries)
    left = Product.objects.filter(pk__in=touched).values_list("pk", flat=True)
    list_anew(list(left))
    made.undone_at, made.undone_by = at, by
    made.save(update_fields=["undone_at", "undone_by"])
    record("register.undo", made, by=by, at=at, data={"sha256": made.sha256, **counts})
    return made


def _brought(made: RegisterImport) -> dict[type[Model], QuerySet[Any]]:
    entries = Entered.objects.filter(source=made)
    new = entries.filter(makes_product=True).values("recognition__product")
    owners = entries.filter(makes_producer=True).values("recognition__product__producer")
    return {
        Recognition: Recognition.objects.filter(pk__in=entries.values("pk")),
        Product: Product.objects.filter(pk__in=new),
        Producer: Producer.objects.filter(pk__in=owners),
        Entered: entries,
    }


def resting_on(made: RegisterImport) -> Iterator[Model]:
    """The rows of any package that refer to what the import brought, apart from what goes with it; the first
    few of each kind.
    """
    brought = _brought(made)
    for model, rows in brought.items():
        for relation in model._meta.related_objects:
            other = relation.related_model
            if other in _DERIVED:
                continue
            resting = other._base_manager.filter(**{f"{relation.field.name}__in": rows.values("pk")})
            if other is RecognitionEvent:
                resting = resting.exclude(kind=EventKind.REPLACED)
            elif other in brought:
                resting = resting.exclude(pk__in=brought[other].values("pk"))
            yield from resting.order_by("pk")[: MOST_NAMED + 1]


def _refuse_rested_on(made: RegisterImport) -> Refusal | None:
    found = [f"{one._meta.verbose_name} “{one}”" for one in resting_on(made)]
    if not found:
        return None
    named = "; ".join(found[:MOST_NAMED]) + ("; …" if len(found) > MOST_NAMED else "")
    return Refusal(
        "rested_on",
        __("Không thu lại được lần nhập này."),
        __("Đã có nội dung dựa vào các dòng đã nhập: %(named)s.") % {"named": named},
        __("Sửa từng công nhận còn sai ở trang của công nhận đó."),
    )


def _take_back(entries: QuerySet[Entered]) -> dict[str, int]:
    """A part at a time: what follows from the rows first, then recognitions, products, producers."""
    counts = {"recognitions": 0, "products": 0, "producers": 0}
    products: list[int] = []
    producers: list[int] = []
    while part := list(entries.select_related("recognition__product")[:PART]):
        keys = [one.pk for one in part]
        products += [one.recognition.product_id for one in part if one.makes_product]
        producers += [one.recognition.product.producer_id for one in part if one.makes_producer]
        Listing.objects.filter(product__in=[one.recognition.product_id for one in part]).delete()
        Entered.objects.filter(pk__in=keys).delete()
        ended = [one.replaced_id for one in part if one.replaced_id]
        RecognitionEvent.objects.filter(Q(pk__in=ended) | Q(recognition__in=keys)).delete()
        Reckoning.objects.filter(follower__in=keys).update(follower=None)
        Recognition.objects.filter(pk__in=keys).delete()
        counts["recognitions"] += len(keys)
    for model, keys, name in ((Product, products, "products"), (Producer, producers, "producers")):
        for start in range(0, len(keys), PART):
            model._base_manager.filter(pk__in=keys[start : start + PART]).delete()
        counts[name] = len(keys)
    return counts


UNDO = Act(
    about=IMPORT,
    name="undo",
    path="thu-lai/",
    refuse=refuse_undo,
    do=undo_import,
    button=_("Thu lại lần nhập"),
    lead=_(
        "Các công nhận, sản phẩm và chủ thể chỉ có từ lần nhập này sẽ rời khỏi danh bạ. "
        "Lần nhập và bảng đã gửi vẫn được lưu."
    ),
    confirm=_("Thu lại"),
    said=_("Đã thu lại lần nhập."),
    danger=True,
)
