"""Ban hành: puts the issued plan in force."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.appointments import in_force_at
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, recorded, transition, words
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import DateField, TextField
from ocop.registers.programme.about import PLAN
from ocop.registers.programme.models import Plan
from ocop.registers.programme.permissions import refuse_draft_change, refuse_write
from ocop.registers.programme.rules import PLAN_WORKFLOW
from ocop.registers.programme.writes.holding import held_plan
from ocop.registers.programme.writes.papers import kept_file, plan_paper


class AsksIssue(Asks):
    """Number, day and signer as on the paper."""

    number = TextField(
        label=_("Số, ký hiệu"), max_length=60, required=False, help_text=_("Ví dụ: 100/KH-UBND")
    )
    issued_on = DateField(label=_("Ngày ban hành"), required=False)
    signer_title = TextField(label=_("Chức vụ người ký"), max_length=120, required=False)
    signer_name = TextField(label=_("Họ tên người ký"), max_length=120, required=False)
    upload = UploadField(label=_("Bản điện tử"), kinds=["pdf", "docx"], required=False)
    is_partly_known = forms.BooleanField(
        label=_("Chỉ biết một phần"),
        required=False,
        help_text=_(
            "Dùng cho kế hoạch của năm đã qua khi không còn đủ thông tin. Trang kế hoạch sẽ ghi rõ chỗ thiếu."
        ),
    )


@recorded
def issue_plan(
    plan: Plan,
    *,
    by: Person,
    at: datetime,
    number: str = "",
    issued_on: date | None = None,
    signer_title: str = "",
    signer_name: str = "",
    upload: File[Any] | None = None,
    is_partly_known: bool = False,
) -> Plan:
    """Puts the issued plan in force; from here it changes by amendment only. Offices that hold a task are
    told.

    Number, day and signer as on the paper. A plan of an earlier year may be entered `is_partly_known`: what
    is missing stays empty and is said so. Refused: no target; a part missing; a day to come, or of no year
    that fits.
    """
    stored = held_plan(plan)
    ensure(refuse_write(who_is(by, at), stored.place) or _refuse_empty(stored))
    today = timezone.localdate(at)
    known = (number.strip(), signer_name.strip(), issued_on)
    ensure(
        _refuse_unknown(stored, all(known), is_partly_known, today) or _refuse_day(stored, issued_on, today)
    )
    file = kept_file(upload, by=by, at=at)
    changes: dict[str, Any] = {
        "number": number.strip(), "issued_on": issued_on, "signer_title": signer_title.strip(),
        "signer_name": signer_name.strip(), "is_partly_known": not all(known),
        "paper": plan_paper(stored, number.strip(), issued_on, stored.name, file, by=by, at=at),
    }  # fmt: skip
    transition(stored, "issue", by=by, at=at, changes=changes)
    if stored.year >= today.year:
        _tell_holders(stored, at=at)
    return stored


def _refuse_empty(plan: Plan) -> Refusal | None:
    if plan.targets.exists():
        return None
    return Refusal(
        "plan_empty",
        gettext("Kế hoạch chưa có chỉ tiêu nào."),
        "",
        gettext("Nhập chỉ tiêu, hoặc sao chép từ kế hoạch năm trước."),
    )


def _refuse_unknown(plan: Plan, is_known: bool, is_partly_known: bool, today: date) -> Refusal | None:
    if is_known:
        return None
    if not is_partly_known:
        return Refusal(
            "paper_parts_missing",
            gettext("Chưa đủ số, ngày ban hành và người ký."),
            gettext("Kế hoạch chỉ có hiệu lực khi đã ký và lấy số."),
            gettext("Ghi đủ như trên văn bản. Kế hoạch năm cũ thiếu thông tin: chọn “Chỉ biết một phần”."),
        )
    if plan.year >= today.year:
        return Refusal(
            "not_historical",
            gettext("Kế hoạch năm nay phải đủ số, ngày ban hành và người ký."),
            gettext("Chỉ kế hoạch của năm đã qua mới được nhập thiếu."),
            gettext("Ghi đủ như trên văn bản."),
        )
    return None


def _refuse_day(plan: Plan, issued_on: date | None, today: date) -> Refusal | None:
    if issued_on is None:
        return None
    if issued_on > today:
        return Refusal("in_the_future", gettext("Ngày ban hành còn chưa tới."), "", gettext("Sửa ngày."))
    if issued_on.year not in (plan.year - 1, plan.year):
        return Refusal(
            "issued_in_other_year",
            gettext("Ngày ban hành không khớp với kế hoạch năm %(year)s.") % {"year": plan.year},
            gettext("Kế hoạch được ban hành trong năm đó hoặc cuối năm trước."),
            gettext("Sửa ngày ban hành."),
        )
    return None


def _tell_holders(plan: Plan, *, at: datetime) -> None:
    """The people of every office that holds a task learn of the plan, once each."""
    offices = plan.tasks.filter(in_force=True, office__isnull=False).values("office")
    people = Person.objects.filter(
        is_active=True, pk__in=in_force_at(at).filter(office__in=offices).values("person")
    )
    tell(
        people,
        kind="programme.issued",
        subject=words(_("Kế hoạch OCOP năm %(year)s đã ban hành"), year=plan.year),
        body=_("Cơ quan của bạn có nhiệm vụ trong kế hoạch. Mở để xem việc và hạn."),
        url=plan.get_absolute_url(),
        at=at,
    )


ISSUE_PLAN = Act(
    about=PLAN,
    name="plan_issue",
    path="ban-hanh/",
    move=PLAN_WORKFLOW.move("issue"),
    refuse=refuse_draft_change,
    form=AsksIssue,
    do=issue_plan,
    heading=_("Ban hành kế hoạch"),
    lead=_("Ghi đúng như văn bản đã ký. Sau bước này kế hoạch chỉ đổi theo văn bản điều chỉnh."),
    said=_("Kế hoạch đã có hiệu lực."),
    weight="main",
)
