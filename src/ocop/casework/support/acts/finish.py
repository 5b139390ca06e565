"""Ghi kết quả: what came out of an activity, and when; from then on the plan counts it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.checks import refuse_day
from ocop.casework.support.labels.faults import lack_sentence
from ocop.casework.support.models import Activity
from ocop.casework.support.permissions import refuse_keep
from ocop.casework.support.rules import WORKFLOW
from ocop.casework.support.selectors import missing
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, recorded, transition
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, TextField


class AsksResult(Asks):
    """What came out, and when."""

    result = TextField(
        label=_("Kết quả"), lines=4, max_length=5000, help_text=_("Viết ngắn gọn đã đạt được gì.")
    )
    result_on = DateField(label=_("Ngày có kết quả"), help_text=_("Kế hoạch tính vào năm của ngày này."))

    def known(self) -> Mapping[str, Any]:
        """Today."""
        return {"result_on": timezone.localdate(self.who.at)}


@recorded
def finish_activity(activity: Activity, *, result: str, result_on: date, by: Person, at: datetime) -> None:
    """Records what came out and when; from then on the plan counts it.

    Refused without a result, on a day before it began or after today, and while anything is missing that its
    kind asks.
    """
    ensure(refuse_keep(who_is(by, at), activity))
    if not result.strip():
        raise Refused(_result_missing())
    ensure(refuse_day(result_on, activity, at))
    stored = holding(Activity.objects).get(pk=activity.pk)
    if stored.is_open and (lacking := _lacking(stored)):
        raise Refused(_not_complete(lacking))
    changes = {"result": result.strip(), "result_on": result_on}
    transition(activity, "finish", by=by, at=at, changes=changes, data={"result_on": result_on.isoformat()})


def _lacking(activity: Activity) -> list[str]:
    return [lack_sentence(activity.row, lack) for lack in missing(activity)]


def _result_missing() -> Refusal:
    return Refusal(
        "result_missing", gettext("Chưa ghi kết quả."), "", gettext("Viết ngắn gọn hoạt động đã đạt được gì.")
    )


def _not_complete(lacking: list[str]) -> Refusal:
    return Refusal(
        "not_complete",
        gettext("Chưa ghi kết quả được: còn thiếu %(missing)s.") % {"missing": "; ".join(lacking)},
        gettext("Loại hỗ trợ này chỉ được tính khi có đủ."),
        gettext("Bổ sung ở trang của hoạt động rồi ghi kết quả."),
    )


FINISH = Act(
    about=ACTIVITY,
    name="finish",
    path="ket-qua/",
    move=WORKFLOW.move("finish"),
    refuse=refuse_keep,
    form=AsksResult,
    do=finish_activity,
    show=lambda form: {"lacks": _lacking(form.thing)},
    template="support/finish.html",
    said=_("Đã ghi kết quả."),
    weight="main",
)
