"""Thêm tài liệu học: a file to hand out to those who learn."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.courses.about import COURSE
from ocop.casework.courses.models import Material
from ocop.casework.courses.permissions import MATERIAL_FILES, refuse_hand_out
from ocop.casework.support.models import Activity
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.ui.forms import TextField
from ocop.kernel.text import one_line

KINDS = (FileKind.PDF, FileKind.DOCX, FileKind.XLSX, FileKind.IMAGE)


class AsksMaterial(Asks):
    """A file to hand out."""

    title = TextField(label=_("Tên tài liệu"), max_length=200)
    upload = UploadField(label=_("Tệp"), kinds=KINDS)


@recorded
def add_material(activity: Activity, *, title: str, upload: File[Any], by: Person, at: datetime) -> Material:
    """Keeps a file for those who learn.
    Refused without a title, for a kind without days, in a cancelled course.
    """
    ensure(refuse_hand_out(who_is(by, at), activity))
    title = one_line(title)
    if not title:
        raise Refused(_title_missing())
    file = store(upload, owner=MATERIAL_FILES, by=by, at=at, kinds=KINDS)
    material = Material.objects.create(activity=activity, title=title[:200], file=file)
    data = {"title": material.title, "sha256": file.sha256}
    record("activity.add_material", activity, by=by, at=at, data=data)
    return material


def _title_missing() -> Refusal:
    return Refusal("title_missing", gettext("Tài liệu chưa có tên."), "", gettext("Ghi tên tài liệu."))


ADD_MATERIAL = Act(
    about=COURSE,
    name="add_material",
    path="tai-lieu/",
    refuse=refuse_hand_out,
    form=AsksMaterial,
    do=add_material,
    button=_("Thêm tài liệu học"),
    lead=_("Cán bộ và chủ thể có người dự học tải được tài liệu này."),
    confirm=_("Thêm tài liệu"),
    said=_("Đã thêm tài liệu."),
)
