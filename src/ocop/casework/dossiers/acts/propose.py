"""Đề nghị tỉnh đánh giá: the commune proposes a checked dossier, with its report on form 03."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import AT_OFFICE
from ocop.casework.dossiers.acts.check import save_intake_check
from ocop.casework.dossiers.checks import refuse_ended
from ocop.casework.dossiers.labels import COMPONENTS, HEADINGS
from ocop.casework.dossiers.models import Dossier, IntakeCheck
from ocop.casework.dossiers.permissions import refuse_commune, refuse_law, refuse_state
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.components import defective, empty_headings, unchecked
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.casework.dossiers.selectors.checks import latest_check
from ocop.casework.dossiers.states import WORKFLOW
from ocop.casework.dossiers.writes.checks import present_check
from ocop.casework.dossiers.writes.telling import about, tell_officers, tell_producer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded, transition, vouch
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.calendar import UnknownYear, renewal_result_due
from ocop.registers.programme.permissions import refuse_unknown_year
from ocop.registers.programme.selectors import current


class AsksNumbers(Asks):
    """Numbers and dates of report and proposal, as the records office gave them."""

    report_no = TextField(
        label=_("Số báo cáo mẫu 03"), max_length=60, help_text=_("Văn thư cấp, ví dụ 12/BC-UBND")
    )
    reported_on = DateField(label=_("Ngày báo cáo"))
    proposal_no = TextField(label=_("Số văn bản đề nghị"), max_length=60, help_text=_("Ví dụ 34/UBND-KT"))
    proposed_on = DateField(label=_("Ngày văn bản đề nghị"))
    signer_title = TextField(
        label=_("Chức vụ người ký"),
        max_length=120,
        required=False,
        help_text=_("Ví dụ: CHỦ TỊCH, hoặc KT. CHỦ TỊCH, PHÓ CHỦ TỊCH"),
    )
    signer_name = TextField(label=_("Họ tên người ký"), max_length=120, required=False)

    def known(self) -> Mapping[str, Any]:
        """What the check says already."""
        check = latest_check(self.thing)
        return {name: getattr(check, name) for name in self.base_fields} if check else {}


def refuse_propose(who: Who, dossier: Dossier) -> Refusal | None:
    """Proposing to the province, under a law that still holds. What the check lacks is asked separately."""
    return (
        refuse_commune(who, dossier)
        or refuse_state(dossier, "propose")
        or refuse_law(dossier, timezone.localdate(who.at))
    )


@recorded
def propose_dossier(dossier: Dossier, *, by: Person, at: datetime) -> Dossier:
    """The commune proposes the dossier to the province with its report on form 03 (articles 6(2), 7(2)(b)).

    Refused while a component is unchecked or defective, samples are short, a heading of form 03 is empty, or
    numbers and dates of report and proposal are missing, future, or not marked as those of a demonstration;
    of what is recognised, while a paper does not hold any more. The days for the result of a re-evaluation
    begin (article 7(6)(g), R26-39).
    """
    ensure(refuse_propose(who_is(by, at), held(dossier)))
    check = present_check(dossier, by, at)
    ensure(refuse_proposal(dossier, check, timezone.localdate(at)))
    data = {
        "report_no": check.report_no,
        "proposal_no": check.proposal_no,
        "proposed_on": str(check.proposed_on),
    }
    changes = {"proposed_at": at, "updated_at": at, **_result_due(dossier, timezone.localdate(at))}
    vouch(check)
    transition(dossier, "propose", by=by, at=at, changes=changes, data=data)
    _tell(dossier, check.proposal_no, at=at)
    return dossier


def _result_due(dossier: Dossier, today: date) -> dict[str, date]:
    """The last day of the result of a re-evaluation, counted from the complete proposal; one that the
    province sends back begins anew with the next proposal.
    """
    if dossier.kind != DossierKind.RENEWAL:
        return {}
    try:
        return {"result_due_on": renewal_result_due(today, regulation_of(dossier).periods)}
    except UnknownYear as unknown:
        raise Refused(refuse_unknown_year(unknown)) from unknown


def propose_with_numbers(
    dossier: Dossier,
    *,
    report_no: str,
    reported_on: date,
    proposal_no: str,
    proposed_on: date,
    signer_title: str,
    signer_name: str,
    by: Person,
    at: datetime,
) -> Dossier:
    """As its page does: the numbers are kept in the check, also where the proposal is refused."""
    fields = {
        "report_no": report_no,
        "reported_on": reported_on,
        "proposal_no": proposal_no,
        "proposed_on": proposed_on,
        "signer_title": signer_title,
        "signer_name": signer_name,
    }
    save_intake_check(dossier, fields=fields, by=by, at=at)
    return propose_dossier(dossier, by=by, at=at)


def refuse_proposal(dossier: Dossier, check: IntakeCheck, today: date) -> Refusal | None:
    """What the check still lacks before the dossier may be proposed.

    A district that puts a dossier before its own council needs no letter, no form 03 and no samples for it.
    """
    sample_count = set_of(dossier).sample_count
    if dossier.level_on(today) == Level.DISTRICT:
        return _refuse_components(check, sample_count)
    return (
        _refuse_components(check, sample_count)
        or _refuse_samples(check, sample_count)
        or _refuse_headings(check)
        or _refuse_numbers(check, today)
        or refuse_ended(dossier, today)
    )


def _refuse_components(check: IntakeCheck, sample_count: int) -> Refusal | None:
    if parts := unchecked(check.components, sample_count):
        names = "; ".join(str(COMPONENTS[part]) for part in parts)
        return Refusal(
            "components_unchecked",
            gettext("Chưa kiểm tra hết thành phần hồ sơ."),
            names,
            gettext("Đánh dấu từng mục."),
        )
    if parts := defective(check.components, sample_count):
        names = "; ".join(str(COMPONENTS[part]) for part in parts)
        return Refusal(
            "components_defective",
            gettext("Hồ sơ còn mục thiếu hoặc chưa đúng nên chưa đề nghị được."),
            names,
            gettext("Trả lại để chủ thể bổ sung, hoặc sửa kết quả kiểm tra nếu đánh dấu nhầm."),
        )
    return None


def _refuse_samples(check: IntakeCheck, sample_count: int) -> Refusal | None:
    has_all = (check.samples_count or 0) >= sample_count
    if not sample_count or (has_all and check.samples_received_on and check.samples_handed_by.strip()):
        return None
    return Refusal(
        "samples_short",
        gettext("Chưa ghi đủ việc nhận sản phẩm mẫu."),
        gettext("Hồ sơ gửi tỉnh phải kèm %(count)s sản phẩm mẫu (khoản 2 Điều 6).") % {"count": sample_count},
        gettext("Ghi số mẫu, ngày nhận và người giao."),
    )


def _refuse_headings(check: IntakeCheck) -> Refusal | None:
    empty = empty_headings({name: getattr(check, name) for name in HEADINGS})
    if not empty:
        return None
    return Refusal(
        "headings_empty",
        gettext("Báo cáo mẫu 03 chưa đủ bốn nội dung."),
        "; ".join(str(HEADINGS[name]) for name in empty),
        gettext("Viết nhận xét cho từng nội dung còn trống."),
    )


def _refuse_numbers(check: IntakeCheck, today: date) -> Refusal | None:
    report, proposal = check.report_no.strip(), check.proposal_no.strip()
    if not (report and proposal and check.reported_on and check.proposed_on):
        return Refusal(
            "paper_numbers_missing",
            gettext("Chưa có số và ngày của báo cáo hoặc văn bản đề nghị."),
            gettext("Số và ngày do văn thư cấp; hệ thống không tự đặt."),
            gettext("Lấy số ở văn thư rồi ghi vào đây."),
        )
    if max(check.reported_on, check.proposed_on) > today:
        return Refusal(
            "paper_from_the_future", gettext("Ngày văn bản sau hôm nay."), "", gettext("Kiểm tra lại ngày.")
        )
    programme = current()
    mark = programme.paper_mark if programme is not None and programme.is_demonstration else ""
    if mark and not (mark in report and mark in proposal):
        return Refusal(
            "demonstration_mark_missing",
            gettext("Số văn bản minh hoạ phải có “%(mark)s”.") % {"mark": mark},
            gettext("Nhờ vậy không ai nhầm với văn bản thật."),
            gettext("Ghi số dạng 01%(mark)s/BC-UBND.") % {"mark": mark},
        )
    return None


def _tell(dossier: Dossier, number: str, *, at: datetime) -> None:
    """The province gets the dossier; the producer learns that the commune has done its part."""
    subject = about(_("Xã đã đề nghị tỉnh đánh giá “{product}”"), dossier)
    body = _("Văn bản đề nghị số {number}. Tỉnh sẽ kiểm tra rồi đưa ra hội đồng.")
    tell_producer(dossier, "proposed", subject, about(body, dossier, number=number), at=at)
    subject = about(_("Xã đề nghị đánh giá: {product}"), dossier)
    body = about(_("{producer}, văn bản đề nghị số {number}."), dossier, number=number)
    tell_officers(dossier, Role.PROVINCE_OFFICER, "to_accept", subject, body, at=at)


_ABOUT_NUMBERS = frozenset({"paper_numbers_missing", "paper_from_the_future", "demonstration_mark_missing"})


def _shown(form: Asks) -> Mapping[str, Any]:
    """What the check lacks besides the numbers that are asked on the page itself."""
    check = latest_check(form.thing)
    if check is None:
        refusal: Refusal | None = Refusal(
            "check_missing", gettext("Chưa có phiếu kiểm tra."), "", gettext("Kiểm tra hồ sơ trước.")
        )
    else:
        refusal = refuse_proposal(form.thing, check, timezone.localdate(form.who.at))
    is_about_numbers = refusal is not None and refusal.code in _ABOUT_NUMBERS
    return {"check": check, "today_refusal": None if is_about_numbers else refusal}


PROPOSE = Act(
    about=AT_OFFICE,
    name="propose",
    path="de-nghi/",
    move=WORKFLOW.move("propose"),
    refuse=refuse_propose,
    form=AsksNumbers,
    do=propose_with_numbers,
    said=_("Đã đề nghị tỉnh đánh giá."),
    show=_shown,
    template="dossiers/propose.html",
)
