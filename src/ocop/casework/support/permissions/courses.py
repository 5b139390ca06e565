"""Who sees the people of a course, and who may fetch what was handed out."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.support.models import Activity, Material
from ocop.casework.support.permissions.who import refuse_list
from ocop.casework.support.selectors.courses import materials_for
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.ui.refusals import Refusal

MATERIAL_FILES = "support.material"


def register_material_files() -> None:
    """Tells the foundation who may read what was handed out."""
    access.register(MATERIAL_FILES, refuse_read_material)


def refuse_see_people(person: Any, at: datetime) -> Refusal | None:
    """Names of those who learned: offices. Producers see their own help and the materials."""
    if refuse_list(person, at) is None:
        return None
    return Refusal(
        "people_of_course",
        _("Bạn không xem được danh sách người học."),
        _("Danh sách có tên của nhiều người, chỉ cơ quan tổ chức xem được."),
        _("Tài liệu của khoá học ở trang của hoạt động."),
    )


def refuse_read_material(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """Materials: offices that read the course, and producers who were helped by it or whose people came."""
    rows = Material.objects.filter(file=stored_file)
    office = refuse_list(person, at) is None
    if office and Activity.objects.visible_to(person, at).filter(pk__in=rows.values("activity")).exists():
        return None
    if materials_for(person, at).filter(file=stored_file).exists():
        return None
    return Refusal("not_reader", _("Bạn không xem được tệp này."), _("Tài liệu chỉ dành cho người đã dự khoá học."))
