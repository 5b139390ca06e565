"""Who may read and do what with an idea; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.ideas.labels import DECIDERS, idea_state_name
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.casework.ideas.rules.states import IDEA_OPEN, IDEA_WORKFLOW, IdeaState, deciding_level
from ocop.foundation.accounts.appointments import appointments_on
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import full_name, ground_of
from ocop.foundation.ui.refusals import Refusal
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import acts_for, is_officer, is_officer_at, refuse_act

SHEET_FILES = "dossiers.idea_sheet"
"""What the files of workbooks are kept under, since before ideas had a package of their own."""


def register_files() -> None:
    """Tells the foundation who may read the workbooks."""
    access.register(SHEET_FILES, refuse_read_sheet_file)


def level_at(at: datetime) -> Level:
    """The level that decides on ideas at a moment."""
    return deciding_level(timezone.localdate(at))


def refuse_register_idea(
    person: Any, at: datetime, *, place: Place, producer: Producer | None = None
) -> Refusal | None:
    """Registering an idea of one's own is for everybody who is signed in; for a producer, for who may act for
    it.

    The commune must stand on that day: an old one has become part of another.
    """
    if not getattr(person, "is_active", False):
        return Refusal("sign_in", _("Bạn chưa đăng nhập."), "", _("Đăng nhập rồi thử lại."))
    if producer is not None and (refusal := refuse_act(person, producer, at)):
        return refusal
    if place.level == Level.COMMUNE and place.stands(timezone.localdate(at)):
        return None
    return Refusal(
        "place_not_standing",
        _("%(place)s không phải là xã, phường vào ngày đăng ký.") % {"place": full_name(place)},
        _("Ý tưởng được duyệt ở xã, phường nơi làm sản phẩm."),
        _("Chọn xã, phường hiện nay."),
    )


def refuse_register_for(person: Any, place: Place, at: datetime) -> Refusal | None:
    """Writing down somebody else's idea:
    officers of the commune (or district of then) and of the province.
    """
    if is_officer_at(person, place, at):
        return None
    return Refusal(
        "not_officer",
        _("Bạn không đăng ký thay người khác ở %(place)s được.") % {"place": full_name(place)},
        _("Chỉ cán bộ phụ trách địa bàn đăng ký giúp người dân."),
        _("Chọn xã thuộc địa bàn của bạn."),
    )


def refuse_import_ideas(person: Any, at: datetime) -> Refusal | None:
    """Entering ideas from a workbook: officers."""
    if is_officer(person, at):
        return None
    return Refusal(
        "not_officer",
        _("Bạn không nhập ý tưởng từ bảng Excel được."),
        _("Việc này dành cho cán bộ xã và cán bộ cấp tỉnh."),
        _("Bạn đăng ký từng ý tưởng ở mục “Ý tưởng của tôi”."),
    )


def refuse_save_sheet(person: Any, sheet: IdeaSheet, at: datetime) -> Refusal | None:
    """Saving a workbook: who handed it in, once, when nothing in it is to be mended."""
    if refusal := refuse_read_sheet(person, sheet, at):
        return refusal
    if sheet.saved_at is not None:
        return Refusal(
            "conflict_sheet_saved", _("Bảng này đã lưu rồi."), "", _("Xem các ý tưởng trong danh sách.")
        )
    if sheet.faulty_count:
        return Refusal(
            "sheet_faulty",
            _("Bảng còn %(count)s dòng phải sửa.") % {"count": sheet.faulty_count},
            _("Bảng được lưu trọn vẹn hoặc không lưu dòng nào."),
            _("Tải tệp đã đánh dấu, sửa các ô tô màu rồi gửi lại."),
        )
    return None


def refuse_read_sheet(person: Any, sheet: IdeaSheet, at: datetime) -> Refusal | None:
    """A workbook and what was found in it: who handed it in, as long as that is an officer."""
    if sheet.uploaded_by_id == person.pk and is_officer(person, at):
        return None
    return Refusal("not_reader", _("Bạn không xem được bảng này."), _("Chỉ người gửi bảng xem được."))


def refuse_read_sheet_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The files of such a workbook."""
    of_file = IdeaSheet.objects.filter(file=stored_file) | IdeaSheet.objects.filter(marked=stored_file)
    sheet = of_file.first()
    if sheet is not None and refuse_read_sheet(person, sheet, at) is None:
        return None
    return Refusal("not_reader", _("Bạn không xem được bảng này."), _("Chỉ người gửi bảng xem được."))


def is_owner(person: Any, idea: Idea, at: datetime) -> bool:
    """Whether the person wrote the idea down or may act for its producer."""
    if idea.created_by_id == person.pk:
        return True
    return idea.producer is not None and acts_for(person, idea.producer, at)


def refuse_owner(person: Any, idea: Idea, at: datetime) -> Refusal | None:
    """Only who wrote the idea down, and the producer's people."""
    if is_owner(person, idea, at):
        return None
    return Refusal(
        "not_owner",
        _("Bạn không sửa được ý tưởng này."),
        _("Chỉ người đăng ký và người của chủ thể làm được việc này."),
        _("Nhờ người đã đăng ký."),
    )


def refuse_move(idea: Idea, move: str) -> Refusal | None:
    """The table of moves decides; the sentence names the step in which the idea is."""
    found = IDEA_WORKFLOW.move(move)
    if found in IDEA_WORKFLOW.available(idea.state):
        return None
    return Refusal(
        "conflict_state",
        _("Chưa thể “%(move)s”.") % {"move": said(found.label)},
        _("Ý tưởng đang ở bước “%(state)s”.") % {"state": idea_state_name(idea.state)},
        _("Tải lại trang để xem bước hiện tại. Không có gì bị mất."),
    )


def refuse_write_idea(person: Any, idea: Idea, at: datetime) -> Refusal | None:
    """Writing in an idea: its owner, while it is being prepared or was returned."""
    return refuse_owner(person, idea, at) or refuse_move(idea, "submit")


def refuse_withdraw_idea(person: Any, idea: Idea, at: datetime) -> Refusal | None:
    """Taking an idea back: its owner, until it is decided."""
    return refuse_owner(person, idea, at) or refuse_move(idea, "withdraw")


def refuse_decider(person: Any, idea: Idea, at: datetime) -> Refusal | None:
    """Only officers of the level that decides at that moment, for their own ground,
    and nobody on an own idea.
    """
    level = level_at(at)
    offices = [row.office for row in appointments_on(person, at) if row.role == Role.COMMUNE_OFFICER]
    reach = [office.place for office in offices if office.level == level and office.place]
    if not any(idea.place_id in ground_of(place) for place in reach):
        return Refusal(
            "not_decider",
            _("Bạn không duyệt được ý tưởng này."),
            _("Lúc này %(who)s nơi có ý tưởng duyệt.") % {"who": DECIDERS[level]},
            _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
        )
    is_own = idea.producer is not None and acts_for(person, idea.producer, at)
    if is_own or (idea.created_by_id == person.pk and not idea.is_entered_for_other):
        return Refusal(
            "own_idea",
            _("Đây là ý tưởng của chính bạn hoặc của chủ thể bạn làm thay."),
            _("Người đăng ký và người duyệt phải là hai người khác nhau."),
            _("Chuyển việc cho cán bộ khác của cơ quan."),
        )
    return None


def refuse_decide(person: Any, idea: Idea, at: datetime, move: str = "approve") -> Refusal | None:
    """Approving, returning or refusing an idea that waits."""
    return refuse_decider(person, idea, at) or refuse_move(idea, move)


def refuse_attach_producer(
    person: Any, idea: Idea, at: datetime, producer: Producer | None = None
) -> Refusal | None:
    """Naming the producer later: the owner, or an officer of the place,
    and only who may act for that producer.
    """
    if not (is_owner(person, idea, at) or is_officer_at(person, idea.place, at)):
        return refuse_owner(person, idea, at)
    if idea.producer is not None:
        return Refusal(
            "conflict_producer_known", _("Ý tưởng này đã có chủ thể."), "", _("Tải lại trang để xem.")
        )
    if idea.state not in IDEA_OPEN | {IdeaState.APPROVED}:
        return Refusal(
            "idea_ended",
            _("Ý tưởng này đã dừng."),
            _("Ý tưởng đang ở bước “%(state)s”.") % {"state": idea_state_name(idea.state)},
        )
    return None if producer is None else refuse_act(person, producer, at)


def refuse_open_from_idea(person: Any, idea: Idea, at: datetime) -> Refusal | None:
    """A dossier from an idea: an approved one, once, by the people of its producer."""
    if idea.state != IdeaState.APPROVED:
        return Refusal(
            "idea_not_approved",
            _("Ý tưởng này chưa được duyệt."),
            _("Ý tưởng đang ở bước “%(state)s”.") % {"state": idea_state_name(idea.state)},
            _("Đợi ý tưởng được duyệt rồi mở hồ sơ."),
        )
    if idea.used_at is not None:
        return Refusal("conflict_idea_used", _("Ý tưởng này đã có hồ sơ."), "", _("Mở hồ sơ đó để làm tiếp."))
    if idea.producer is None:
        return Refusal(
            "producer_missing",
            _("Ý tưởng này chưa có chủ thể."),
            _("Hồ sơ do một chủ thể đứng tên (điều 2 khoản 3, Quyết định 26/2026)."),
            _("Đăng ký chủ thể, rồi ghi chủ thể vào ý tưởng."),
        )
    if acts_for(person, idea.producer, at):
        return None
    return Refusal(
        "not_entitled",
        _("Bạn không làm được hồ sơ của chủ thể này."),
        _("Chỉ người được chủ thể giao mới soạn và nộp hồ sơ."),
        _("Nhờ người đại diện của chủ thể thêm tên bạn."),
    )
