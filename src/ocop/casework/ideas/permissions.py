"""Who may do what with ideas; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.ideas.labels import DECIDERS, idea_state_name
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.casework.ideas.models.visible import decides_at
from ocop.casework.ideas.rules.levels import deciding_level
from ocop.casework.ideas.states import IdeaState
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import producers_acted_for

WRITERS = (Role.COMMUNE_OFFICER, Role.PROVINCE_OFFICER)
"""The roles that write down somebody else's idea, one by one or from a workbook."""
SHEET_FILES = "dossiers.idea_sheet"
"""What the files of workbooks are kept under, since before ideas had a package of their own."""


def register_files() -> None:
    """Tells the foundation who may read the workbooks."""
    access.register(SHEET_FILES, refuse_read_sheet_file)


def level_at(at: datetime) -> Level:
    """The level that decides on ideas at a moment."""
    return deciding_level(timezone.localdate(at))


def is_owner(who: Who, idea: Idea) -> bool:
    """Whether the person wrote the idea down or may act for its producer."""
    return idea.created_by_id == who.person.pk or idea.producer_id in producers_acted_for(who)


def refuse_owner(who: Who, idea: Idea) -> Refusal | None:
    """Writing in an idea, sending it, taking it back: who wrote it down, and the producer's people."""
    if is_owner(who, idea):
        return None
    return Refusal(
        "not_owner",
        _("Bạn không sửa được ý tưởng này."),
        _("Chỉ người đăng ký và người của chủ thể làm được việc này."),
        _("Nhờ người đã đăng ký."),
    )


def refuse_decider(who: Who, idea: Idea) -> Refusal | None:
    """Approving, returning, refusing: only officers of the level that decides at that moment,
    for their own ground, and nobody on an own idea.
    """
    level = level_at(who.at)
    if not decides_at(who, idea.place_id, level):
        return Refusal(
            "not_decider",
            _("Bạn không duyệt được ý tưởng này."),
            _("Lúc này %(who)s nơi có ý tưởng duyệt.") % {"who": DECIDERS[level]},
            _("Nếu bạn mới nhận việc, nhờ quản trị hệ thống phân công."),
        )
    wrote_it = idea.created_by_id == who.person.pk and not idea.is_entered_for_other
    if wrote_it or idea.producer_id in producers_acted_for(who):
        return Refusal(
            "own_idea",
            _("Đây là ý tưởng của chính bạn hoặc của chủ thể bạn làm thay."),
            _("Người đăng ký và người duyệt phải là hai người khác nhau."),
            _("Chuyển việc cho cán bộ khác của cơ quan."),
        )
    return None


def refuse_for_other(who: Who, place: Place) -> Refusal | None:
    """Writing down somebody else's idea:
    officers of the commune (or district of then) and of the province.
    """
    if who.holds_any(*WRITERS, place=place):
        return None
    return Refusal(
        "not_officer",
        _("Bạn không đăng ký thay người khác ở %(place)s được.") % {"place": place.local_full_name},
        _("Chỉ cán bộ phụ trách địa bàn đăng ký giúp người dân."),
        _("Chọn xã thuộc địa bàn của bạn."),
    )


def refuse_import(who: Who, _thing: object = None) -> Refusal | None:
    """Entering ideas from a workbook: officers."""
    if who.holds_any(*WRITERS):
        return None
    return Refusal(
        "not_officer",
        _("Bạn không nhập ý tưởng từ bảng Excel được."),
        _("Việc này dành cho cán bộ xã và cán bộ cấp tỉnh."),
        _("Bạn đăng ký từng ý tưởng ở mục “Ý tưởng của tôi”."),
    )


def refuse_read_sheet(who: Who, sheet: IdeaSheet | None) -> Refusal | None:
    """A workbook and what was found in it: who handed it in, as long as that is an officer."""
    if sheet is not None and sheet.uploaded_by_id == who.person.pk and who.holds_any(*WRITERS):
        return None
    return Refusal("not_reader", _("Bạn không xem được bảng này."), _("Chỉ người gửi bảng xem được."))


def refuse_read_sheet_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The files of such a workbook."""
    return refuse_read_sheet(who_is(person, at), IdeaSheet.objects.filter(file=stored_file).first())


def refuse_open_from_idea(who: Who, idea: Idea) -> Refusal | None:
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
            _("Hồ sơ do một chủ thể đứng tên (khoản 3 Điều 2, Quyết định 26/2026)."),
            _("Đăng ký chủ thể, rồi ghi chủ thể vào ý tưởng."),
        )
    if idea.producer_id in producers_acted_for(who):
        return None
    return Refusal(
        "not_entitled",
        _("Bạn không làm được hồ sơ của chủ thể này."),
        _("Chỉ người được chủ thể giao mới soạn và nộp hồ sơ."),
        _("Nhờ người đại diện của chủ thể thêm tên bạn."),
    )
