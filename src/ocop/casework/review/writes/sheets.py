"""A score sheet while it is filled: what was not seen is never overwritten."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import datetime

from django.db import IntegrityError, transaction
from django.utils.translation import gettext as _

from ocop.casework.review.models import AgendaItem, ScoreSheet
from ocop.casework.review.rules.versions import Basis, Change
from ocop.foundation.refusals import Refusal, Refused

CHOICE, COMMENT = "choice", "comment"


class Overtaken(Refused):
    """Another page or device of the same member has changed this value; `sheet` holds what is stored now."""

    def __init__(self, sheet: ScoreSheet) -> None:
        super().__init__(
            Refusal(
                "conflict_value_newer",
                _("Một trang hoặc máy khác của bạn đã ghi giá trị khác sau khi trang này mở."),
                _("Không giá trị nào tự thay giá trị kia."),
                _("Tải lại trang, xem giá trị đang lưu rồi chọn lại nếu cần."),
            )
        )
        self.sheet = sheet


def begun_once(keep: Callable[[], ScoreSheet]) -> ScoreSheet:
    """What `keep` saves, all or nothing. The first save makes the sheet; where another page of the member has
    made it at the same moment, it begins again and finds that one.
    """
    try:
        with transaction.atomic():
            return keep()
    except IntegrityError:
        with transaction.atomic():
            return keep()


def as_stored(item: AgendaItem, *, is_fresh: bool = False) -> AgendaItem:
    """The product and its meeting read again, without a lock: for drafts, of which nothing else depends.

    A page that has read them for this very request says so with `is_fresh`.
    """
    if is_fresh:
        return item
    stored = AgendaItem.objects.select_related("meeting__rules").get(pk=item.pk)
    for here, there in ((item, stored), (item.meeting, stored.meeting)):
        for field in there._meta.concrete_fields:
            value = getattr(there, field.attname)
            if value != getattr(here, field.attname):
                setattr(here, field.attname, value)
    return item


def is_settled(sheet: ScoreSheet, field: str, basis: Basis | None, *, is_same: bool) -> bool:
    """Whether nothing is left to write: the operation was carried out before, or the value is there already.

    Overtaken where it was changed since.
    """
    if basis is None:
        return False
    last = Change.stored(sheet.changed.get(field))
    if is_same or last.is_done(basis):
        return True
    if last.is_unseen(basis):
        raise Overtaken(sheet)
    return False


def save(
    sheet: ScoreSheet, column: str, fields: Iterable[str], at: datetime, basis: Basis | None = None
) -> ScoreSheet:
    """Saves a column, and for each of its fields at which version it changed; makes the sheet where there is
    none.
    """
    sheet.version += 1
    sheet.saved_at = at
    for field in fields:
        sheet.changed[field] = Change.stored(sheet.changed.get(field)).by(basis, sheet.version)
    if sheet.pk is None:
        sheet.save(force_insert=True)
    else:
        sheet.save(update_fields=[column, "version", "changed", "saved_at"])
    return sheet
