"""Ghi đã thực hiện: what was broadcast, shown or handed out, with what proves it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import LINE
from ocop.casework.communication.forms import EVIDENCE
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.permissions import refuse_record
from ocop.casework.communication.rules import PRESS_WORKFLOW
from ocop.casework.communication.writes.press import keep_paper
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.ui.forms import DateField, TextField
from ocop.foundation.ui.templatetags.ui import ngay

WEB = ("http://", "https://")


class AsksResult(Asks):
    """What was carried out, and what shows it."""

    done_on = DateField(label=_("Thực hiện từ ngày"))
    done_until = DateField(
        label=_("Đến ngày"), required=False, help_text=_("Chỉ ghi khi kéo dài nhiều ngày.")
    )
    times = forms.IntegerField(
        label=_("Số lần"), min_value=1, max_value=100_000, help_text=_("Số lần phát, số kỳ, số buổi.")
    )
    minutes = forms.IntegerField(label=_("Số phút mỗi lần"), min_value=1, max_value=10_000, required=False)
    reach = forms.IntegerField(
        label=_("Số bản hoặc số người"), min_value=1, max_value=100_000_000, required=False,
        help_text=_("Số tờ rơi, số người dự, số lượt xem."),
    )  # fmt: skip
    link = TextField(
        label=_("Đường dẫn"), max_length=500, required=False, help_text=_("Địa chỉ bài báo, bản phát lại.")
    )
    upload = UploadField(label=_("Minh chứng"), kinds=EVIDENCE, required=False)

    gives = frozenset({"done_on", "done_until", "times", "minutes", "reach", "link", "uploads"})

    def known(self) -> Mapping[str, Any]:
        """What was recorded before it was taken back."""
        return {"times": self.thing.times or 1, "link": self.thing.link}

    def given(self) -> Mapping[str, Any]:
        """The result, and the file where there is one."""
        fields = dict(self.cleaned_data)
        upload = fields.pop("upload", None)
        return {**fields, "uploads": [upload] if upload else []}


@recorded
def record_item(
    item: PressItem, *, done_on: date, times: int, by: Person, at: datetime, done_until: date | None = None,
    minutes: int | None = None, reach: int | None = None, link: str = "", uploads: Sequence[File[Any]] = (),
) -> None:  # fmt: skip
    """Records that a planned line was carried out: when, how many times, how long each, how many copies or
    people.

    Refused to other offices, for days to come, an end before the start, no time at all, and without a link or
    file that shows it: what nothing shows is not counted.
    """
    ensure(refuse_record(who_is(by, at), held(item)))
    link = link.strip()
    ensure(_refuse_days(done_on, done_until, timezone.localdate(at)))
    ensure(_refuse_times(times))
    ensure(_refuse_evidence(link, has_file=bool(uploads) or item.papers.exists()))
    for upload in uploads:
        keep_paper(item, upload, by=by, at=at)
    changes = {
        "done_on": done_on, "done_until": done_until, "times": times, "minutes": minutes, "reach": reach,
        "link": link,
    }  # fmt: skip
    days = {"done_on": done_on.isoformat(), "done_until": done_until.isoformat() if done_until else None}
    transition(item, "do", by=by, at=at, changes=changes, data={**changes, **days, "files": len(uploads)})


def _refuse_days(done_on: date, done_until: date | None, today: date) -> Refusal | None:
    """Something recorded as done that has not been; the last day before the first."""
    last = done_until or done_on
    if last > today:
        return Refusal(
            "from_the_future",
            gettext("Ngày thực hiện %(day)s chưa đến.") % {"day": ngay(last)},
            "",
            gettext("Chỉ ghi việc đã làm xong."),
        )
    if last < done_on:
        return Refusal(
            "ends_before_start", gettext("Ngày cuối trước ngày đầu."), "", gettext("Sửa một trong hai ngày.")
        )
    return None


def _refuse_times(times: int) -> Refusal | None:
    """Done, but not once."""
    if times >= 1:
        return None
    return Refusal("times_missing", gettext("Chưa ghi số lần thực hiện."), "", gettext("Ghi ít nhất 1 lần."))


def _refuse_evidence(link: str, *, has_file: bool) -> Refusal | None:
    """Done, and nothing shows it; a link that leads to no web page."""
    if link and not link.lower().startswith(WEB):
        return Refusal(
            "unsafe_link",
            gettext("Đường dẫn không dùng được: %(links)s.") % {"links": link[:60]},
            gettext("Minh chứng trên mạng phải là địa chỉ http:// hoặc https://."),
            gettext("Sửa đường dẫn, hoặc tải lên bản chụp."),
        )
    if link or has_file:
        return None
    return Refusal(
        "evidence_missing",
        gettext("Chưa có minh chứng."),
        gettext("Số liệu của kế hoạch chỉ đếm việc có đường dẫn, bản chụp hoặc sổ phát thanh."),
        gettext("Dán đường dẫn, hoặc tải lên bản chụp."),
    )


RECORD = Act(
    about=LINE,
    name="item_do",
    path="ket-qua/",
    move=PRESS_WORKFLOW.move("do"),
    refuse=refuse_record,
    form=AsksResult,
    do=record_item,
    lead=_("Cần một đường dẫn hoặc một bản chụp; không có thì việc này không được đếm."),
    confirm=_("Ghi kết quả"),
    said=_("Đã ghi kết quả."),
    weight="main",
)
