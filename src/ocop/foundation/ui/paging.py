"""Pages of a list. `trang=N` counts rows from the beginning; `sau` leads on from the row where a page ended,
so that rows added or removed meanwhile make none appear twice or vanish.

`sau` holds the order, the direction and what that row had in the columns of the order, signed by us.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import Any, cast

from django.core.exceptions import FieldDoesNotExist
from django.core.paginator import Page, Paginator
from django.core.signing import BadSignature, Signer
from django.db.models import F, Model, Q, QuerySet
from django.db.models.constants import LOOKUP_SEP
from django.db.models.expressions import OrderBy
from django.utils.translation import gettext_lazy as _

from ocop.foundation.refusals import Refusal, Refused

PAGE_PARAM, AFTER_PARAM = "trang", "sau"
BACKWARDS, FORWARDS = "truoc", "sau"
Load = Callable[[list[Any]], Sequence[Any]]
_signer = Signer(salt="ocop.foundation.ui.paging")


@dataclass(frozen=True)
class Term:
    """One column of an order. Where it may be empty, emptiness counts as the least of all."""

    name: str
    falls: bool
    field: Any
    may_be_empty: bool

    def turned(self) -> Term:
        """The same from the other end."""
        return replace(self, falls=not self.falls)

    def ordered(self) -> OrderBy:
        """For `order_by`; asked plainly where nothing is empty, so that an index answers."""
        column = F(self.name)
        if not self.may_be_empty:
            return column.desc() if self.falls else column.asc()
        return column.desc(nulls_last=True) if self.falls else column.asc(nulls_first=True)

    def leads_on(self, value: Any, then: Q | None) -> Q:
        """What comes after `value`, or has the same there and comes after in the columns that follow."""
        way = "lt" if self.falls else "gt"
        if not self.may_be_empty:
            beyond = Q(**{f"{self.name}__{way}": value})
            # said twice, because an index is asked for a range alone
            return beyond if then is None else Q(**{f"{self.name}__{way}e": value}) & (beyond | then)
        empty = Q(**{f"{self.name}__isnull": True})
        if value is None:
            beyond, same = Q(pk__in=[]) if self.falls else ~empty, empty
        else:
            beyond, same = Q(**{f"{self.name}__{way}": value}), Q(**{self.name: value})
            beyond = beyond | empty if self.falls else beyond
        return beyond if then is None else beyond | (same & then)


class Part(Page):
    """A page with what leads on from its two ends; "" where nothing lies there, or only the number leads."""

    before = after = ""
    has_more: tuple[bool, bool] = (False, False)

    def has_previous(self) -> bool:
        """Whether rows come before."""
        return self.has_more[0]

    def has_next(self) -> bool:
        """Whether rows follow."""
        return self.has_more[1]

    def previous_page_number(self) -> int:
        """The number that the page before shows."""
        return max(self.number - 1, 1)

    def next_page_number(self) -> int:
        """The number that the page after shows."""
        return int(self.number) + 1


def page_number(asked: Mapping[str, str]) -> int:
    """The page asked for; what is no number is the first."""
    wanted = asked.get(PAGE_PARAM, "")
    return int(wanted) if wanted.isascii() and wanted.isdigit() and 0 < len(wanted) < 9 else 1


def part_of(rows: QuerySet[Any], asked: Mapping[str, str], paginator: Paginator, load: Load) -> Part:
    """The part of `rows` that the address asks for; a number that is too high is the last page.

    The keys are found first, where an index can hold all that the order needs; `load` gets only these.
    Refused: `sau` that is none of ours, or of another order.
    """
    order = order_of(rows)
    rows = rows.order_by(*(term.ordered() for term in order))
    if place := asked.get(AFTER_PARAM):
        keys, number, has_more = _led_on(rows, order, _read(order, place), page_number(asked), paginator)
    else:
        keys, number, has_more = _numbered(rows, order, page_number(asked), paginator)
    part = Part(load([one[-1] for one in keys]), number, paginator)
    part.has_more = has_more
    if keys and has_more[0]:
        part.before = _signed(order, BACKWARDS, keys[0])
    if keys and has_more[1]:
        part.after = _signed(order, FORWARDS, keys[-1])
    return part


def order_of(rows: QuerySet[Any]) -> list[Term]:
    """The columns by which rows are sorted, the primary key last, so that no two rows are equal."""
    names = rows.query.order_by or rows.model._meta.ordering
    terms = [_term(rows, name) for name in names]
    if not any(term.field is rows.model._meta.pk for term in terms):
        terms.append(_term(rows, "-pk" if terms and terms[-1].falls else "pk"))
    unique = [term.field is rows.model._meta.pk for term in terms].index(True)
    return terms[: unique + 1]


def _term(rows: QuerySet[Any], said: Any) -> Term:
    if isinstance(said, OrderBy):
        name, falls = cast(Any, said.expression).name, said.descending
    else:
        name, falls = said.removeprefix("-"), said.startswith("-")
    if name in rows.query.annotations:
        return Term(name, falls, rows.query.annotations[name].output_field, may_be_empty=True)
    model: type[Model] = rows.model
    may_be_empty, field = False, None
    for part in name.split(LOOKUP_SEP):
        try:
            field = model._meta.pk if part == "pk" else model._meta.get_field(part)
        except FieldDoesNotExist:
            field = next(one for one in model._meta.fields if one.attname == part)
        may_be_empty = may_be_empty or bool(getattr(field, "null", True))
        model = field.related_model or model
    return Term(name, falls, field, may_be_empty)


Place = tuple[str, list[Any]]
Found = tuple[list[tuple[Any, ...]], int, tuple[bool, bool]]


def _numbered(rows: QuerySet[Any], order: list[Term], number: int, paginator: Paginator) -> Found:
    number = min(max(number, 1), paginator.num_pages)
    start = (number - 1) * paginator.per_page
    keys = list(keys_of(rows, order)[start : start + paginator.per_page])
    return keys, number, (number > 1, number < paginator.num_pages)


def _led_on(rows: QuerySet[Any], order: list[Term], place: Place, number: int, paginator: Paginator) -> Found:
    """The rows after that one, or before it; where there are none left, the page at that end.

    `number` is what the link said of the page; it is only shown.
    """
    way, values = place
    turned = [term.turned() for term in order] if way == BACKWARDS else order
    beyond: Q | None = None
    for term, value in reversed(list(zip(turned, values, strict=True))):
        beyond = term.leads_on(value, beyond)
    further = rows.filter(cast(Q, beyond)).order_by(*(term.ordered() for term in turned))
    size = paginator.per_page
    keys = list(keys_of(further, order)[: size + 1])
    if not keys:
        return _numbered(rows, order, 1 if way == BACKWARDS else paginator.num_pages, paginator)
    is_more = len(keys) > size
    has_more = (is_more, True) if way == BACKWARDS else (True, is_more)
    keys = keys[:size][::-1] if way == BACKWARDS else keys[:size]
    lowest, highest = 1 + has_more[0], paginator.num_pages - has_more[1]
    return keys, max(min(max(number, lowest), highest), 1), has_more


def keys_of(rows: QuerySet[Any], order: list[Term]) -> QuerySet[Any]:
    """What the order needs of the rows, the key last: nothing that an index could not hold."""
    return rows.values_list(*(term.name for term in order))


def _signed(order: list[Term], way: str, values: Sequence[Any]) -> str:
    return _signer.sign_object([_said(order), way, [_plain(value) for value in values]])


def _said(order: list[Term]) -> list[str]:
    return [f"-{term.name}" if term.falls else term.name for term in order]


def _plain(value: Any) -> Any:
    """As JSON can hold it; the field reads it back."""
    if isinstance(value, date):  # a moment is one too
        return value.isoformat()
    return str(value) if isinstance(value, Decimal) else value


def _read(order: list[Term], text: str) -> Place:
    try:
        said, way, values = _signer.unsign_object(text)
    except (BadSignature, ValueError):
        raise Refused(_NO_PLACE) from None
    if said != _said(order):
        raise Refused(_NO_PLACE)
    return way, [
        None if value is None else term.field.to_python(value)
        for term, value in zip(order, values, strict=True)
    ]


_NO_PLACE = Refusal(
    "conflict_no_place_in_list",
    _("Địa chỉ này không chỉ vào chỗ nào trong danh sách."),
    _("Thứ tự của danh sách đã đổi, hoặc địa chỉ bị cắt mất một phần."),
    _("Mở lại danh sách từ trang đầu."),
)
