"""Who objects, answers and reads; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates.models import Redo, ResultNotice
from ocop.casework.certificates.permissions import refuse_conflict
from ocop.casework.certificates.selectors.above import Offer
from ocop.casework.objections.models import Objection
from ocop.casework.objections.rules import last_day
from ocop.casework.objections.states import ObjectionState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.kernel.text import date_vi
from ocop.registers.producers.permissions import producers_acted_for

OBJECTION_FILES = "objections.objection"
LETTER_FILES = "objections.letter"
OFFICES = (Role.PROVINCE_OFFICER, Role.SIGNER, Role.SECRETARY, Role.LEADER, Role.COMMUNE_OFFICER)


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(OBJECTION_FILES, refuse_read_proof)
    access.register(LETTER_FILES, refuse_read_letter)


def refuse_read_proof(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A file that came with an objection: the readers of the objection."""
    rows = Objection.objects.visible_to(person, at)
    return None if rows.filter(files__file=stored_file).exists() else _no_file()


def refuse_read_letter(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The letter with the answer: the same."""
    rows = Objection.objects.visible_to(person, at)
    return None if rows.filter(file=stored_file).exists() else _no_file()


def _no_file() -> Refusal:
    return Refusal("not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một kiến nghị về kết quả."))


def reads(who: Who, objection: Objection) -> bool:
    """Whether the person may see it."""
    return Objection.objects.visible_to(who.person, who.at).filter(pk=objection.pk).exists()


def refuse_list(who: Who) -> Refusal | None:
    """The list: offices of province and communes, and whoever acts for a producer."""
    if who.holds_any(*OFFICES) or producers_acted_for(who):
        return None
    return Refusal(
        "not_office",
        _("Bạn không xem được danh sách này."),
        _("Kiến nghị về kết quả do chủ thể gửi và cơ quan OCOP trả lời."),
    )


def last_day_of(notice: ResultNotice) -> Any:
    """Until when a result may be objected to; None where the council's working rules say nothing."""
    rules = notice.item.meeting.rules
    told_on = notice.noticed_on or timezone.localdate(notice.at)
    return last_day(told_on, None if rules is None else rules.objection_days)


def refuse_file(who: Who, notice: ResultNotice) -> Refusal | None:
    """Objecting: the people who act for the producer, until the last day of the working rules, while no
    other objection waits and the result counts.
    """
    if notice.item.dossier.product.producer_id not in producers_acted_for(who):
        return Refusal(
            "not_producer",
            _("Bạn không kiến nghị thay chủ thể này được."),
            _("Chỉ người đại diện của chủ thể kiến nghị về kết quả của sản phẩm."),
        )
    if Objection.objects.filter(notice=notice, state=ObjectionState.FILED).exists():
        return Refusal(
            "conflict_objection_waiting",
            _("Đã có kiến nghị về kết quả này, đang chờ trả lời."),
            "",
            _("Xem ở Kiến nghị; muốn nói thêm thì rút rồi gửi lại."),
        )
    if Redo.objects.filter(item=notice.item_id).exists():
        return Refusal(
            "result_redone",
            _("Kết quả này không còn tính: sản phẩm đã được đưa về đánh giá lại."),
            "",
            _("Chờ kết quả mới."),
        )
    last = last_day_of(notice)
    if last is not None and timezone.localdate(who.at) > last:
        return Refusal(
            "objection_late",
            _("Đã hết hạn kiến nghị về kết quả này: %(day)s.") % {"day": date_vi(last)},
            _("Thời hạn do quy chế hoạt động của hội đồng quy định, tính từ ngày thông báo kết quả."),
            _("Liên hệ cơ quan quản lý OCOP cấp tỉnh, hoặc hoàn thiện và nộp hồ sơ ở đợt sau."),
        )
    return None


def refuse_answer(who: Who, objection: Objection) -> Refusal | None:
    """Answering: officers of the provincial OCOP body without a conflict of interest about the product."""
    if not who.holds(Role.PROVINCE_OFFICER, objection.programme.province):
        return Refusal(
            "not_province_officer",
            _("Bạn không trả lời kiến nghị này được."),
            _("Cơ quan quản lý OCOP cấp tỉnh trả lời chủ thể."),
        )
    return refuse_conflict(who, [objection.notice.item])


def offer_objection(who: Who, notice: ResultNotice) -> Offer | None:
    """On the page of a notice: the objection that is there, or where one begins."""
    rows = Objection.objects.visible_to(who.person, who.at)
    known = rows.filter(notice=notice).order_by("-pk").first()
    if known is not None and (known.state == ObjectionState.FILED or refuse_file(who, notice) is not None):
        return Offer(_("Kiến nghị về kết quả"), known.get_absolute_url())
    if refuse_file(who, notice) is not None:
        return None
    return Offer(_("Kiến nghị về kết quả"), reverse("objections:file", args=[notice.item.key]))
