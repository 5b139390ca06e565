"""Xem lại: what was found at a board, a listing, a site on a later day."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.checks import refuse_day
from ocop.casework.support.models import Activity, Look
from ocop.casework.support.permissions import refuse_add
from ocop.casework.support.permissions.files import LOOK_FILES
from ocop.casework.support.rules.facts import MOST_MONEY
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.ui.forms import DateField, MoneyField, TextField
from ocop.foundation.ui.words import said
from ocop.kernel.text import one_line


class AsksLook(Asks):
    """What was found, when, with a picture."""

    on = DateField(label=_("Ngày xem"))
    state = forms.ChoiceField(label=_("Tình trạng"), widget=forms.RadioSelect)
    note = TextField(label=_("Ghi chú"), required=False, max_length=300)
    photo = UploadField(label=_("Ảnh"), required=False, kinds=[FileKind.IMAGE])
    sales = MoneyField(
        label=_("Doanh thu báo cáo từ lần xem trước (đồng)"), required=False, max_value=MOST_MONEY
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        looks = self.thing.row.looks
        state: Any = self.fields["state"]
        state.choices = [(one.key, said(one.label)) for one in looks.states] if looks else []
        if not (looks and looks.sales):
            del self.fields["sales"]

    def known(self) -> Mapping[str, Any]:
        """Today."""
        return {"on": timezone.localdate(self.who.at)}


def refuse_look(who: Who, activity: Activity) -> Refusal | None:
    """Looks come after the result as well; a kind may have none."""
    return refuse_add(who, activity) or (None if activity.row.looks else _unknown_look())


@recorded
def record_look(
    activity: Activity,
    *,
    on: date,
    state: str,
    by: Person,
    at: datetime,
    note: str = "",
    photo: File[Any] | None = None,
    sales: int | None = None,
) -> Look:
    """What was found on a day, with a photograph and the sales reported since the last look.

    Refused for kinds without looks, an unknown state, sales where none are reported, a day before the
    activity or after today, and for what was cancelled.
    """
    ensure(refuse_look(who_is(by, at), activity))
    ensure(_refuse_found(activity, state, sales))
    ensure(refuse_day(on, activity, at))
    file = store(photo, owner=LOOK_FILES, by=by, at=at, kinds=[FileKind.IMAGE]) if photo is not None else None
    look = Look.objects.create(
        activity=activity, on=on, state=state, note=one_line(note), photo=file, sales=sales
    )
    data = {"on": on.isoformat(), "state": state, "sales": sales}
    record("activity.look", activity, by=by, at=at, data=data)
    return look


def _refuse_found(activity: Activity, state: str, sales: int | None) -> Refusal | None:
    looks = activity.row.looks
    if looks is None or looks.state(state) is None:
        return _unknown_look()
    if sales is not None and not (looks.sales and 0 <= sales <= MOST_MONEY):
        return Refusal(
            "sales_wrong",
            gettext("Không ghi doanh thu như vậy được."),
            "",
            gettext("Ghi số tiền bằng đồng hoặc để trống."),
        )
    return None


def _unknown_look() -> Refusal:
    return Refusal(
        "unknown_look",
        gettext("Loại hỗ trợ này không có tình trạng đó."),
        "",
        gettext("Chọn một mục trong danh sách."),
    )


RECORD_LOOK = Act(
    about=ACTIVITY,
    name="look",
    path="xem-lai/",
    refuse=refuse_look,
    form=AsksLook,
    do=record_look,
    button=_("Xem lại"),
    confirm=_("Lưu"),
    said=_("Đã ghi lần xem."),
)
