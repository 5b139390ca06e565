"""Ghi kết quả: records a result for a target that no record can count."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.about import RESULTS
from ocop.registers.programme.checks import refuse_place
from ocop.registers.programme.forms.rows import ExactNumberField, whole_or_none
from ocop.registers.programme.forms.targets import places_of
from ocop.registers.programme.models import Plan, Target, TargetResult
from ocop.registers.programme.permissions import refuse_running
from ocop.registers.programme.rules import plain
from ocop.registers.programme.writes.holding import held_part
from ocop.registers.programme.writes.papers import kept_file


class AsksResult(Asks):
    """A result recorded by hand."""

    on = DateField(label=_("Ngày có kết quả"))
    amount = ExactNumberField(label=_("Số lượng"))
    note = TextField(label=_("Nội dung"), max_length=300, help_text=_("Kết quả là gì, của ai."))
    place_id = forms.TypedChoiceField(
        label=_("Ở đâu"), coerce=whole_or_none, empty_value=None, required=False
    )
    upload = UploadField(label=_("Minh chứng"), required=False)

    gives = frozenset({"on", "amount", "note", "place", "upload"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        where: Any = self.fields["place_id"]
        where.choices = [("", gettext("Cả tỉnh")), *places_of(self.thing.plan)]

    def given(self) -> Mapping[str, Any]:
        """With the place itself."""
        data = {**self.cleaned_data}
        key = data.pop("place_id")
        return {**data, "place": Place.objects.with_parents().get(pk=key) if key else None}


def refuse_record(who: Who, target: Target) -> Refusal | None:
    """As running the plan it stands in."""
    return refuse_running(who, target.plan)


@recorded
def record_result(
    target: Target,
    *,
    on: date,
    amount: int | Decimal,
    note: str,
    by: Person,
    at: datetime,
    place: Place | None = None,
    upload: File[Any] | None = None,
) -> TargetResult:
    """Records a result for a target that no record can count.

    Refused: a plan not in force; a counted target (it would count twice); a day outside the plan's year or to
    come; another province; nothing done; no word of what it was.
    """
    stored = held_part(target)
    ensure(refuse_running(who_is(by, at), stored.plan) or _refuse_by_hand(stored))
    ensure(_refuse_result_day(stored.plan, on, timezone.localdate(at)) or refuse_place(place, stored.plan))
    if amount <= 0 or not note.strip():
        raise Refused(
            Refusal(
                "result_incomplete",
                gettext("Kết quả chưa có số lượng hoặc nội dung."),
                "",
                gettext("Ghi số lớn hơn 0 và kết quả là gì."),
            )
        )
    file = kept_file(upload, by=by, at=at)
    result = TargetResult.objects.create(
        target=stored, on=on, amount=amount, note=note.strip(), place=place, file=file, by=by, at=at
    )
    record("target_result.record", result, by=by, at=at, data={"target": stored.key, "amount": plain(amount)})
    return result


def _refuse_by_hand(target: Target) -> Refusal | None:
    if not target.in_force:
        return Refusal(
            "target_out",
            gettext("Chỉ tiêu này không còn trong kế hoạch."),
            "",
            gettext("Chọn chỉ tiêu khác của kế hoạch."),
        )
    if target.is_counted:
        return Refusal(
            "counted_target",
            gettext("“%(name)s” được đếm từ hồ sơ, không ghi kết quả bằng tay.") % {"name": target.name},
            gettext("Ghi thêm bằng tay thì một kết quả được tính hai lần."),
            gettext("Nhập hồ sơ của kết quả đó; số sẽ tự tăng."),
        )
    return None


def _refuse_result_day(plan: Plan, on: date, today: date) -> Refusal | None:
    if on > today:
        return Refusal("in_the_future", gettext("Ngày có kết quả còn chưa tới."), "", gettext("Sửa ngày."))
    if not plan.first_day <= on <= plan.last_day:
        return Refusal(
            "outside_year",
            gettext("Ngày này không thuộc năm %(year)s của kế hoạch.") % {"year": plan.year},
            gettext("Kết quả tính vào kế hoạch của năm đạt được."),
            gettext("Sửa ngày, hoặc ghi vào kế hoạch của năm đó."),
        )
    return None


RECORD_RESULT = Act(
    about=RESULTS,
    name="result_record",
    path="ghi/",
    refuse=refuse_record,
    form=AsksResult,
    do=record_result,
    button=_("Ghi kết quả"),
    lead=lambda target: target.name,
    said=_("Đã ghi kết quả."),
)
