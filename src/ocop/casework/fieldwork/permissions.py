"""Who plans, goes, writes, reads; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.dossiers.models.visible import PROVINCE_ROLES
from ocop.casework.fieldwork.models import FurtherReport, Inspector, Signature, Visit, VisitPhoto
from ocop.casework.fieldwork.states import VisitState
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import producers_acted_for

PHOTO_FILES = "fieldwork.photo"
SIGNATURE_FILES = "fieldwork.signature"
REPORT_FILES = "fieldwork.report"


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(PHOTO_FILES, refuse_read_file)
    access.register(SIGNATURE_FILES, refuse_read_file)
    access.register(REPORT_FILES, refuse_read_file)


def reads(who: Who, visit: Visit) -> bool:
    """Whether the person's office plans it, the person goes there, or it is at the person's own."""
    return Visit.objects.visible_to(who.person, who.at).filter(pk=visit.pk).exists()


def is_own(who: Who, visit: Visit) -> bool:
    """Whether the person acts for the producer that is visited."""
    return visit.product.producer_id in producers_acted_for(who)


def sees_findings(who: Who, visit: Visit) -> bool:
    """The producer's people see what was found once the visit has ended; the others at any time."""
    return visit.state == VisitState.ENDED or not is_own(who, visit)


def refuse_read_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Photographs, signatures, reports: readers of the visit, the producer's people once it has ended."""
    who = who_is(person, at)
    for visit in _visits_of(stored_file):
        if reads(who, visit) and sees_findings(who, visit):
            return None
    return Refusal("not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một buổi kiểm tra thực tế."))


def _visits_of(stored_file: StoredFile) -> list[Visit]:
    keys = {row.visit_id for row in VisitPhoto.objects.filter(file=stored_file)}
    keys |= {row.visit_id for row in Signature.objects.filter(file=stored_file)}
    keys |= {row.visit_id for row in FurtherReport.objects.filter(file=stored_file)}
    found = Visit.objects.filter(pk__in=keys) | Visit.objects.filter(report=stored_file)
    return list(found.select_related("product"))


def refuse_list(who: Who) -> Refusal | None:
    """The list and the days: offices of the province and of communes, and whoever is sent."""
    if who.holds_any(*sorted(PROVINCE_ROLES), Role.COMMUNE_OFFICER) or _is_sent(who):
        return None
    return Refusal(
        "no_office",
        _("Bạn không xem được danh sách này."),
        _("Danh sách dành cho cơ quan cấp tỉnh, cấp xã và người được cử đi kiểm tra."),
    )


def _is_sent(who: Who) -> bool:
    person: Any = who.person
    return who.is_active and Inspector.objects.filter(person=person).exists()


def refuse_plan(who: Who, _thing: object = None) -> Refusal | None:
    """Planning: officers of the provincial OCOP body (article 9, R26-45)."""
    return None if who.holds(Role.PROVINCE_OFFICER) else _not_province()


def refuse_arrange(who: Who, visit: Visit) -> Refusal | None:
    """Telling, putting off, cancelling: officers of the province who do not act for the producer."""
    if not who.holds(Role.PROVINCE_OFFICER, place=visit.programme.province):
        return _not_province()
    return own_producer() if is_own(who, visit) else None


def _not_province() -> Refusal:
    return Refusal(
        "not_province_officer",
        _("Bạn không làm được việc này."),
        _("Việc này của cơ quan quản lý OCOP cấp tỉnh."),
        _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
    )


def own_producer() -> Refusal:
    """Nobody inspects the producer for whom they act."""
    return Refusal(
        "own_producer",
        _("Bạn đang là người của chủ thể này nên không kiểm tra được."),
        _("Người kiểm tra và chủ thể phải là hai bên khác nhau."),
        _("Chuyển việc cho cán bộ khác của cơ quan."),
    )


def inspector_of(who: Who, visit: Visit) -> Inspector | None:
    """The person as a member of this visit's team."""
    person: Any = who.person
    return visit.inspectors.filter(person=person).first() if who.is_somebody else None


def refuse_declare(who: Who, visit: Visit) -> Refusal | None:
    """Saying how one stands to the producer: whoever is sent."""
    return None if inspector_of(who, visit) is not None else _not_sent()


def _not_sent() -> Refusal:
    return Refusal(
        "not_inspector",
        _("Bạn không thuộc đoàn kiểm tra của buổi này."),
        _("Chỉ người được cử đi mới ghi kết quả tại chỗ."),
        _("Nếu bạn đi thay, nhờ cán bộ cấp tỉnh lập lịch lại."),
    )


def refuse_write(who: Who, visit: Visit) -> Refusal | None:
    """Writing at the place: whoever is sent, has said how they stand to the producer, and is no relative."""
    if is_own(who, visit):
        return own_producer()
    sent = inspector_of(who, visit)
    if sent is None:
        return _not_sent()
    if sent.has_conflict:
        return Refusal(
            "relative_inspects",
            _("Bạn đã khai có quan hệ với chủ thể nên không ghi kết quả kiểm tra được."),
            sent.conflict,
            _("Người khác trong đoàn ghi; hoặc nhờ cán bộ cấp tỉnh lập lịch với người khác."),
        )
    if sent.has_conflict is None:
        return Refusal(
            "not_declared",
            _("Bạn chưa khai quan hệ với chủ thể này."),
            _("Người nhà, người làm chung với chủ thể không được kiểm tra."),
            _("Khai trước khi mở phiếu kiểm tra."),
        )
    return None
