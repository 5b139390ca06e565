"""What several acts refuse about the facts of a product."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal
from ocop.kernel.law import load_regulations
from ocop.registers.producers.models import Producer
from ocop.registers.products.models import Product


def refuse_same_name(producer: Producer, name: str, but: Product | None = None) -> Refusal | None:
    """A producer has one product of a name."""
    others = producer.products.filter(name=name)
    if but is not None:
        others = others.exclude(pk=but.pk)
    if not others.exists():
        return None
    return Refusal(
        "product_exists",
        _("%(producer)s đã có sản phẩm tên “%(name)s”.") % {"producer": producer, "name": name},
        _("Mỗi sản phẩm chỉ đăng ký một lần và giữ một hồ sơ suốt đời."),
        _("Mở sản phẩm đã có, hoặc đặt tên khác nếu đây là sản phẩm khác."),
    )


def refuse_fields(fields: Mapping[str, Any]) -> Refusal | None:
    """A name is needed; a set must be one of its regulation, a leaf must lead to that set (R26-03)."""
    if "name" in fields and not fields["name"].strip():
        return Refusal("name_missing", _("Sản phẩm chưa có tên."), "", _("Ghi tên như trên bao bì."))
    if fields.get("set_number") is None and not fields.get("leaf"):
        return None
    regulation = load_regulations().get(fields.get("regulation_code", ""))
    leaf = regulation.leaves.get(fields.get("leaf", "")) if regulation else None
    is_known = regulation is not None and fields.get("set_number") in regulation.sets
    if is_known and (not fields.get("leaf") or (leaf and leaf.set_number == fields["set_number"])):
        return None
    return Refusal(
        "unknown_set",
        _("Nhóm sản phẩm này không có trong phân loại."),
        _("Mỗi mục của phụ lục I thuộc đúng một bộ sản phẩm."),
        _("Chọn lại nhóm sản phẩm trong danh sách."),
    )
