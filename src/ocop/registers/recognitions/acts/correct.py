"""Sửa công nhận: what was entered wrong is put right; what stood there stays in its history."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as __
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.holding import holding
from ocop.kernel.tables import RowFault, Wrong
from ocop.registers.products.models import Recognition
from ocop.registers.products.rules import Precision
from ocop.registers.products.writes import hold_products, list_anew
from ocop.registers.programme.models import Programme
from ocop.registers.recognitions.about import ENTERED
from ocop.registers.recognitions.forms import AsksCorrection
from ocop.registers.recognitions.labels import COLUMNS, PUT_RIGHT, refusal_of_row
from ocop.registers.recognitions.models import Correction, Entered
from ocop.registers.recognitions.permissions import refuse_bring_in
from ocop.registers.recognitions.rules import faults_of, row_of


def refuse_correct(who: Who, _entered: Entered) -> Refusal | None:
    """Officers of the province."""
    return refuse_bring_in(who)


@recorded
def correct_recognition(
    entered: Entered, *, fields: Mapping[str, Any], reason: str, by: Person, at: datetime
) -> Correction:
    """Puts right stars, authority, decision, days and code of a recognition entered from paper.

    Refused to all but officers of the province; without a reason; where a row of a table would be; a code
    that another product bears; where nothing changes.
    """
    ensure(refuse_bring_in(who_is(by, at)))
    if not reason.strip():
        raise Refused(Refusal("reason_missing", __("Chưa ghi lý do sửa."), "", __("Ghi lý do rồi gửi lại.")))
    list(holding(Programme.objects).order_by("pk"))  # whoever brings a table in looks at codes too
    hold_products([entered.recognition.product_id])
    one = held(entered.recognition)
    row = row_of({**fields, "name": entered.name, "holder": entered.holder})
    ensure(refusal_of_row(faults_of(row, timezone.localdate(at))))
    ensure(_refuse_taken(one, row.values["product_code"]))
    stored = {key: getattr(one, COLUMNS.get(key, key)) for key in PUT_RIGHT}
    wanted = {key: row.values.get(key) for key in PUT_RIGHT}
    if not (wanted["valid_from"] and wanted["valid_until"]):
        wanted["valid_from"] = wanted["valid_until"] = None
    changed = [key for key in PUT_RIGHT if (stored[key] or None) != (wanted[key] or None)]
    if not changed:
        raise Refused(
            Refusal("nothing_changed", __("Chưa có gì khác với danh bạ."), "", __("Sửa ô còn sai rồi gửi."))
        )
    _write(entered, one, {key: wanted[key] for key in changed})
    before, after = ({key: _plain(facts[key]) for key in changed} for facts in (stored, wanted))
    made = Correction.objects.create(entered=entered, before=before, after=after, reason=reason, by=by, at=at)
    data = {"before": before, "after": after}
    record("recognition.correct", entered, by=by, at=at, reason=reason, data=data)
    list_anew([one.product_id])
    return made


def _refuse_taken(one: Recognition, code: str) -> Refusal | None:
    other = Recognition.objects.filter(product_code=code).exclude(pk=one.pk) if code else None
    first = other.select_related("product").first() if other is not None else None
    if first is None:
        return None
    return refusal_of_row([RowFault("product_code", Wrong.KNOWN_OTHERWISE, first.product.name)])


def _write(entered: Entered, one: Recognition, changed: Mapping[str, Any]) -> None:
    for key, value in changed.items():
        setattr(one, COLUMNS.get(key, key), value if value is not None or key in _DAYS else "")
    known = one.decided_on or one.valid_from
    one.year = known.year if known else int((one.product_code or "0")[-4:])
    one.date_precision = Precision.DAY if known else Precision.YEAR
    one.save()
    if entered.replaced is not None and one.valid_from and entered.replaced.on != one.valid_from:
        entered.replaced.on = one.valid_from  # what it replaced holds until the day before it begins
        entered.replaced.save(update_fields=["on"])


def _plain(value: Any) -> Any:
    return value.isoformat() if isinstance(value, date) else value


_DAYS = frozenset({"decided_on", "valid_from", "valid_until"})

CORRECT = Act(
    about=ENTERED,
    name="correct",
    path="sua/",
    refuse=refuse_correct,
    form=AsksCorrection,
    do=correct_recognition,
    button=_("Sửa công nhận"),
    lead=_("Ghi đúng như trên giấy. Thông tin cũ, lý do và người sửa được giữ lại."),
    confirm=_("Lưu"),
    said=_("Đã sửa. Thông tin cũ vẫn xem được ở cuối trang."),
)
