"""Who plans, inspects, answers and reads; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.certificates.models.visible import provinces_of
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    FindingPhoto,
    Inspection,
    InspectionPlan,
    MinistryInspection,
    MisuseReport,
    TeamMember,
)
from ocop.casework.inspections.states import InspectionState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import producers_acted_for

PHOTO_FILES = "inspections.photo"
ANSWER_FILES = "inspections.answer"
MINUTES_FILES = "inspections.minutes"
LETTER_FILES = "inspections.letter"
MINISTRY_FILES = "inspections.ministry"

_OFFICE = (Role.PROVINCE_OFFICER, Role.SIGNER, Role.SECRETARY, Role.LEADER)


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(PHOTO_FILES, refuse_read_photo)
    access.register(ANSWER_FILES, refuse_read_answer)
    access.register(MINUTES_FILES, refuse_read_minutes)
    access.register(LETTER_FILES, refuse_read_letter)
    access.register(MINISTRY_FILES, refuse_read_ministrys)


def refuse_read_photo(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A photograph of an inspection: the offices of the province; others once it is concluded."""
    rows = Inspection.objects.visible_to(person, at).filter(
        items__in=FindingPhoto.objects.filter(file=stored_file).values("item")
    )
    if not provinces_of(person, at):
        rows = rows.filter(state=InspectionState.CONCLUDED)
    return None if rows.exists() else _no_file()


def refuse_read_answer(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A file of an answer: whoever sees the order."""
    rows = CorrectiveOrder.objects.visible_to(person, at)
    return None if rows.filter(answers__files__file=stored_file).exists() else _no_file()


def refuse_read_minutes(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The minutes: whoever sees the inspection."""
    rows = Inspection.objects.visible_to(person, at)
    return None if rows.filter(file=stored_file).exists() else _no_file()


def refuse_read_letter(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The letter with the orders: whoever sees the inspection."""
    rows = Inspection.objects.visible_to(person, at)
    return None if rows.filter(letter__file=stored_file).exists() else _no_file()


def refuse_read_ministrys(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The Ministry's paper: whoever sees its inspection."""
    rows = MinistryInspection.objects.visible_to(person, at)
    return None if rows.filter(paper__file=stored_file).exists() else _no_file()


def _no_file() -> Refusal:
    return Refusal("not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một cuộc kiểm tra."))


Thing = InspectionPlan | Inspection | CorrectiveOrder | MinistryInspection | MisuseReport


def reads(who: Who, thing: Thing) -> bool:
    """Whether the person may see it."""
    return type(thing).objects.visible_to(who.person, who.at).filter(pk=thing.pk).exists()


def refuse_list(who: Who) -> Refusal | None:
    """The lists of plans: the offices of the province."""
    return None if who.holds_any(*_OFFICE) else _not_office()


def refuse_lists(who: Who) -> Refusal | None:
    """The lists of inspections and orders: offices of province and communes."""
    return None if who.holds_any(*_OFFICE, Role.COMMUNE_OFFICER) else _not_office()


def refuse_office(who: Who, _thing: object = None) -> Refusal | None:
    """Planning and opening inspections: officers of the provincial OCOP body (article 9(4)(a))."""
    return None if who.holds(Role.PROVINCE_OFFICER) else _not_office()


def refuse_handle(who: Who, thing: Thing) -> Refusal | None:
    """The same with one that is there: of the own province."""
    if who.holds(Role.PROVINCE_OFFICER, thing.programme.province):
        return None
    return _not_office()


def refuse_member(who: Who, inspection: Inspection) -> Refusal | None:
    """What only the team does: members who have said that nothing ties them to the producer."""
    refusal = refuse_handle(who, inspection)
    if refusal is not None:
        return refusal
    member = member_of(inspection, who.person)
    if member is None:
        return Refusal(
            "not_member",
            _("Bạn không thuộc đoàn kiểm tra này."),
            _("Chỉ thành viên đoàn ghi phiếu và kết luận."),
        )
    if member.has_conflict:
        return Refusal(
            "own_tie",
            _("Bạn đã khai có quan hệ với chủ thể nên không kiểm tra cơ sở này."),
            _("Kiểm tra phải khách quan (điểm b khoản 2 Điều 9)."),
            _("Để thành viên khác của đoàn làm tiếp."),
        )
    if not member.relation:
        return Refusal(
            "not_declared",
            _("Bạn chưa khai xung đột lợi ích với chủ thể này."),
            _("Kiểm tra phải khách quan (điểm b khoản 2 Điều 9)."),
            _("Bấm Khai xung đột lợi ích rồi làm tiếp."),
        )
    return None


def refuse_declare(who: Who, inspection: Inspection) -> Refusal | None:
    """Saying what ties one to the producer: members of the team, once."""
    refusal = refuse_handle(who, inspection)
    member = None if refusal else member_of(inspection, who.person)
    if refusal is not None or (member is not None and not member.relation):
        return refusal
    if member is None:
        return Refusal("not_member", _("Bạn không thuộc đoàn kiểm tra này."))
    return Refusal("conflict_declared", _("Bạn đã khai rồi."), _("Lời khai được giữ nguyên."))


def member_of(inspection: Inspection, person: Any) -> TeamMember | None:
    """The person's place in the team."""
    key: int = getattr(person, "pk", None) or 0
    return TeamMember.objects.filter(inspection=inspection, person_id=key).first()


def refuse_producer(who: Who, order: CorrectiveOrder) -> Refusal | None:
    """Answering an order: the people who act for the producer."""
    if order.producer_id in producers_acted_for(who):
        return None
    return Refusal(
        "not_producer",
        _("Bạn không trả lời thay chủ thể này được."),
        _("Chỉ người đại diện của chủ thể trả lời yêu cầu khắc phục."),
    )


def refuse_triage(who: Who, report: MisuseReport) -> Refusal | None:
    """Handling a shopper's report: officers of the province."""
    return refuse_handle(who, report)


def refuse_commune(who: Who, report: MisuseReport) -> Refusal | None:
    """Saying what the commune found: its officers, for what was passed to them."""
    if report.forwarded_to is not None and who.holds(Role.COMMUNE_OFFICER, report.forwarded_to):
        return None
    return Refusal("not_commune_officer", _("Phản ánh này không chuyển cho xã của bạn."))


def refuse_contact(who: Who, report: MisuseReport) -> Refusal | None:
    """How to reach whoever reported: officers of the province alone."""
    return refuse_handle(who, report)


def _not_office() -> Refusal:
    return Refusal(
        "not_province_officer",
        _("Bạn không làm được việc này."),
        _("Cơ quan quản lý OCOP cấp tỉnh chủ trì kiểm tra, giám sát (điểm a khoản 4 Điều 9)."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )
