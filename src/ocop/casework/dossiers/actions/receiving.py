"""The commune receives, checks, returns or proposes. None of this gives points (R26-23)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.dossiers import notices, permissions
from ocop.casework.dossiers.actions.locking import held
from ocop.casework.dossiers.labels import COMPONENTS, HEADINGS
from ocop.casework.dossiers.models import Dossier, IntakeCheck, Submission
from ocop.casework.dossiers.rules.components import (
    components,
    defective,
    empty_headings,
    merged_findings,
    unchecked,
)
from ocop.casework.dossiers.selectors import set_of
from ocop.foundation.accounts.rules import Level
from ocop.foundation.audit.actions import record, transition
from ocop.foundation.documents.numbering import allocate
from ocop.foundation.documents.rules import number_year
from ocop.foundation.ui.refusals import Refusal, ensure
from ocop.kernel.codes import RegistrationNumber
from ocop.kernel.text import fold
from ocop.registers.programme.selectors import current

CHECK_FIELDS = frozenset(
    {
        "components", "paper_received_on", "samples_count", "samples_received_on", "samples_handed_by",
        "materials",
        "labour", "idea_origin", "identity", "meeting_note", "report_no", "reported_on", "proposal_no",
        "proposed_on",
        "signer_title", "signer_name",
    }
)  # fmt: skip
PROPOSAL_FIELDS = ("report_no", "reported_on", "proposal_no", "proposed_on")


@transaction.atomic
def receive(dossier: Dossier, *, by: Any, at: datetime) -> Dossier:
    """The commune takes the dossier and gives its registration form the next number of the commune and
    year.
    """
    stored = held(dossier)
    ensure(permissions.refuse_receive(by, stored, at))
    changes: dict[str, Any] = {"updated_at": at}
    if not stored.registration_no:
        number = _registration_number(stored, at)
        changes |= {"registration_no": number, "search_text": f"{stored.search_text} {fold(number)}".strip()}
    if stored.received_at is None:
        changes["received_at"] = at
    transition(stored, "receive", by=by, at=at, changes=changes)
    notices.received(stored, at=at)
    return stored


def _registration_number(dossier: Dossier, at: datetime) -> str:
    commune = dossier.commune
    serial = allocate(f"dossiers.registration.{commune.code}", at=at)
    return str(RegistrationNumber(commune.province.code, commune.code, serial, number_year(at)))


@transaction.atomic
def save_intake_check(dossier: Dossier, *, fields: Mapping[str, Any], by: Any, at: datetime) -> IntakeCheck:
    """The officer saves what the commune found: components, samples, the four contents of form 03, paper
    numbers.

    Fields that are not named stay as they are; so does, within `components`, what no finding or note is named
    for. Refused: officers of other communes, a dossier that the commune has not received. Points cannot be
    given here.
    """
    check = keep_intake_check(dossier, fields=fields, by=by, at=at)
    record("dossier.check", dossier, by=by, at=at, data={"fields": sorted(fields)})
    return check


@transaction.atomic
def keep_intake_check(dossier: Dossier, *, fields: Mapping[str, Any], by: Any, at: datetime) -> IntakeCheck:
    """Keeps some of it while the officer still writes: no act, so the record says nothing.
    Refused as the act is.
    """
    if unknown := fields.keys() - CHECK_FIELDS:
        raise ValueError(f"not part of the commune's check: {sorted(unknown)}")
    stored = held(dossier)
    ensure(permissions.refuse_check(by, stored, at))
    check = _check_of(stored, by, at)
    for name, value in fields.items():
        if name != "components":
            setattr(check, name, value)
    parts = components(set_of(stored).sample_count)
    check.components = merged_findings(check.components, fields.get("components", {}), parts)
    check.by, check.at = by, at
    check.save()
    return check


def _check_of(dossier: Dossier, by: Any, at: datetime) -> IntakeCheck:
    """The check of the present submission; after a return it begins with what the last one said."""
    submission: Submission = dossier.submissions.latest("number")
    existing = IntakeCheck.objects.filter(submission=submission).first()
    if existing is not None:
        return existing
    check = IntakeCheck(dossier=dossier, submission=submission, by=by, at=at)
    earlier = dossier.intake_checks.order_by("-submission__number").first()
    if earlier is not None:
        for name in CHECK_FIELDS - {*PROPOSAL_FIELDS}:
            setattr(check, name, getattr(earlier, name))
    return check


@transaction.atomic
def propose(dossier: Dossier, *, by: Any, at: datetime) -> Dossier:
    """The commune proposes the dossier to the province with its report on form 03 (articles 6(2), 7(2)(b)).

    Refused while a component is unchecked or defective, samples are short, a heading of form 03 is empty, or
    numbers and dates of report and proposal are missing, future, or not marked as those of a demonstration.
    """
    stored = held(dossier)
    ensure(permissions.refuse_propose(by, stored, at))
    check = _check_of(stored, by, at)
    ensure(refuse_proposal(stored, check, timezone.localdate(at)))
    transition(
        stored,
        "propose",
        by=by,
        at=at,
        changes={"proposed_at": at, "updated_at": at},
        data={
            "report_no": check.report_no,
            "proposal_no": check.proposal_no,
            "proposed_on": str(check.proposed_on),
        },
    )
    notices.proposed(stored, check.proposal_no, at=at)
    return stored


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
    )


def _refuse_components(check: IntakeCheck, sample_count: int) -> Refusal | None:
    if parts := unchecked(check.components, sample_count):
        names = "; ".join(str(COMPONENTS[part]) for part in parts)
        return Refusal(
            "components_unchecked", _("Chưa kiểm tra hết thành phần hồ sơ."), names, _("Đánh dấu từng mục.")
        )
    if parts := defective(check.components, sample_count):
        names = "; ".join(str(COMPONENTS[part]) for part in parts)
        return Refusal(
            "components_defective",
            _("Hồ sơ còn mục thiếu hoặc chưa đúng nên chưa đề nghị được."),
            names,
            _("Trả lại để chủ thể bổ sung, hoặc sửa kết quả kiểm tra nếu đánh dấu nhầm."),
        )
    return None


def _refuse_samples(check: IntakeCheck, sample_count: int) -> Refusal | None:
    has_all = (check.samples_count or 0) >= sample_count
    if not sample_count or (has_all and check.samples_received_on and check.samples_handed_by.strip()):
        return None
    return Refusal(
        "samples_short",
        _("Chưa ghi đủ việc nhận sản phẩm mẫu."),
        _("Hồ sơ gửi tỉnh phải kèm %(count)s sản phẩm mẫu (điều 6 khoản 2).") % {"count": sample_count},
        _("Ghi số mẫu, ngày nhận và người giao."),
    )


def _refuse_headings(check: IntakeCheck) -> Refusal | None:
    empty = empty_headings({name: getattr(check, name) for name in HEADINGS})
    if not empty:
        return None
    return Refusal(
        "headings_empty",
        _("Báo cáo mẫu 03 chưa đủ bốn nội dung."),
        "; ".join(str(HEADINGS[name]) for name in empty),
        _("Viết nhận xét cho từng nội dung còn trống."),
    )


def _refuse_numbers(check: IntakeCheck, today: date) -> Refusal | None:
    report, proposal = check.report_no.strip(), check.proposal_no.strip()
    if not (report and proposal and check.reported_on and check.proposed_on):
        return Refusal(
            "paper_numbers_missing",
            _("Chưa có số và ngày của báo cáo hoặc văn bản đề nghị."),
            _("Số và ngày do văn thư cấp; hệ thống không tự đặt."),
            _("Lấy số ở văn thư rồi ghi vào đây."),
        )
    if max(check.reported_on, check.proposed_on) > today:
        return Refusal("paper_from_the_future", _("Ngày văn bản sau hôm nay."), "", _("Kiểm tra lại ngày."))
    programme = current()
    mark = programme.paper_mark if programme is not None and programme.is_demonstration else ""
    if mark and not (mark in report and mark in proposal):
        return Refusal(
            "demonstration_mark_missing",
            _("Số văn bản minh hoạ phải có “%(mark)s”.") % {"mark": mark},
            _("Nhờ vậy không ai nhầm với văn bản thật."),
            _("Ghi số dạng 01%(mark)s/BC-UBND.") % {"mark": mark},
        )
    return None
