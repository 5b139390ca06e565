"""What several acts refuse about the facts of a producer."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.registers.producers.models import Producer
from ocop.registers.producers.rules import ENTERPRISES


def refuse_same_number(registration_no: str, but: Producer | None = None) -> Refusal | None:
    """A registration number belongs to one producer."""
    if not registration_no:
        return None
    others = Producer.objects.filter(registration_no=registration_no)
    if but is not None:
        others = others.exclude(pk=but.pk)
    other = others.first()
    if other is None:
        return None
    return Refusal(
        "registration_no_taken",
        _("Số đăng ký %(number)s đã thuộc về %(name)s.") % {"number": registration_no, "name": other.name},
        _("Mỗi số đăng ký kinh doanh chỉ có một chủ thể."),
        _("Kiểm tra lại số. Nếu đó là đơn vị của bạn, nhờ người đại diện hoặc cán bộ xã thêm tên bạn."),
    )


def refuse_fields(fields: Mapping[str, Any], but: Producer | None = None) -> Refusal | None:
    """A name is needed; a size belongs to enterprises only; a registration number belongs to one producer."""
    form = fields.get("legal_form", but.legal_form if but else "")
    size = fields.get("enterprise_size", but.enterprise_size if but else "")
    if not fields.get("name", but.name if but else "").strip():
        return Refusal("name_missing", _("Chủ thể chưa có tên."), "", _("Ghi tên như trong giấy đăng ký."))
    if size and form not in ENTERPRISES:
        return Refusal(
            "size_of_no_enterprise",
            _("Chỉ doanh nghiệp mới có quy mô."),
            _("Quy mô siêu nhỏ, nhỏ, vừa, lớn là của công ty và doanh nghiệp tư nhân."),
            _("Bỏ chọn quy mô, hoặc chọn lại loại hình."),
        )
    return refuse_same_number(fields.get("registration_no", ""), but)
