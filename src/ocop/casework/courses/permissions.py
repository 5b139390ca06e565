"""Who sees the people of a course, and who may fetch what was handed out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q, QuerySet
from django.utils.translation import gettext as _

from ocop.casework.courses.models import Attendance, Material
from ocop.casework.support.models import Activity
from ocop.casework.support.permissions import refuse_add, refuse_change, refuse_list
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.models import Producer

MATERIAL_FILES = "support.material"


def register_material_files() -> None:
    """Tells the foundation who may read what was handed out."""
    access.register(MATERIAL_FILES, refuse_read_material, refuse_see_material)


def refuse_see_people(who: Who) -> Refusal | None:
    """Names of those who learned: offices. Producers see their own help and the materials."""
    if refuse_list(who) is None:
        return None
    return Refusal(
        "people_of_course",
        _("Bạn không xem được danh sách người học."),
        _("Danh sách có tên của nhiều người, chỉ cơ quan tổ chức xem được."),
        _("Tài liệu của khoá học ở trang của hoạt động."),
    )


def refuse_course(who: Who, activity: Activity) -> Refusal | None:
    """The pages of a course: offices, of a kind that has days."""
    return refuse_see_people(who) or _no_course(activity)


def refuse_teach(who: Who, activity: Activity) -> Refusal | None:
    """Days, codes and who came: as changing the activity, of a kind that has days."""
    return refuse_change(who, activity) or _no_course(activity)


def refuse_hand_out(who: Who, activity: Activity) -> Refusal | None:
    """Materials come after the course as well; nothing is added to what was cancelled."""
    return refuse_add(who, activity) or _no_course(activity)


def _no_course(activity: Activity) -> Refusal | None:
    if activity.row.has_attendance:
        return None
    return Refusal(
        "no_course", _("Loại hỗ trợ này không có ngày học."), "", _("Dùng loại “Tập huấn, đào tạo”.")
    )


def refuse_read_material(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Materials: as they are seen; where one is a photograph, offices that read the course."""
    if stored_file.is_image and refuse_list(who_is(person, at)) is not None:
        return _no_material()
    return refuse_see_material(person, stored_file, at)


def refuse_see_material(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Offices that read the course, and producers who were helped by it or whose people came."""
    rows = Material.objects.filter(file=stored_file)
    office = refuse_list(who_is(person, at)) is None
    if office and Activity.objects.visible_to(person, at).filter(pk__in=rows.values("activity")).exists():
        return None
    return None if _handed_to(person, at).filter(file=stored_file).exists() else _no_material()


def _no_material() -> Refusal:
    return Refusal(
        "not_reader", _("Bạn không xem được tệp này."), _("Tài liệu chỉ dành cho người đã dự khoá học.")
    )


def _handed_to(person: Any, at: datetime) -> QuerySet[Material]:
    """What was handed out at courses that helped the person's own producers or to which their people came."""
    own = Producer.objects.acted_for_by(person, at).values("pk")
    came = Attendance.objects.counted().filter(producer__in=own).values("activity")
    return Material.objects.filter(Q(activity__in=came) | Q(activity__beneficiaries__producer__in=own))
