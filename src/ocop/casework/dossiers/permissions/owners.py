"""What the producer's people may do."""

from __future__ import annotations

from datetime import date
from typing import Protocol

from django.utils.translation import gettext as _

from ocop.casework.dossiers.labels import state_name
from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions.law import refuse_other_law
from ocop.foundation.accounts.who import Who
from ocop.foundation.refusals import Refusal
from ocop.kernel.law import load_regulations
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import producers_acted_for
from ocop.registers.products.models import Product


class Part(Protocol):
    """A part of a dossier: a criterion, a paper in it."""

    @property
    def dossier(self) -> Dossier:
        """The dossier in which it is."""


def refuse_stranger(who: Who, producer: Producer) -> Refusal | None:
    """Only people entitled to act for the producer write its dossiers;
    an officer who checks must not also write.
    """
    if producer.pk in producers_acted_for(who):
        return None
    return Refusal(
        "not_entitled",
        _("Bạn không làm được hồ sơ của chủ thể này."),
        _("Chỉ người được chủ thể giao mới soạn và nộp hồ sơ."),
        _("Nhờ người đại diện của chủ thể thêm tên bạn."),
    )


def refuse_product(product: Product, under_way: Dossier | None, day: date) -> Refusal | None:
    """Why no dossier can be opened for a product on a day, whoever asks;
    `under_way` is its open dossier, if any.
    """
    regulation = load_regulations().get(product.regulation_code)
    if regulation is None or product.set_number not in regulation.sets:
        return Refusal(
            "product_not_classified",
            _("Sản phẩm chưa được xếp vào bộ sản phẩm nào."),
            _("Mỗi bộ sản phẩm có bộ tiêu chí riêng (phụ lục I và II, Quyết định 26/2026)."),
            _("Mở trang sản phẩm, chọn nhóm sản phẩm rồi lưu."),
        )
    if under_way is None and (refusal := refuse_other_law(product, day)):
        return refusal
    if not product.producer.legal_form:
        return Refusal(
            "producer_form_unknown",
            _("Chưa rõ loại hình của chủ thể."),
            _("Chỉ một số loại hình được tham gia (khoản 3 Điều 2, Quyết định 26/2026)."),
            _("Chọn loại hình ở trang chủ thể, mục “Tên và loại hình”."),
        )
    if product.commune is None and product.producer.commune is None:
        return Refusal(
            "commune_missing",
            _("Chưa biết hồ sơ này nộp cho xã nào."),
            _("Hồ sơ nộp cho UBND cấp xã nơi có sản phẩm (Điều 7)."),
            _("Ghi xã, phường vào thông tin chủ thể hoặc sản phẩm."),
        )
    if under_way is None:
        return None
    return Refusal(
        "conflict_dossier_open",
        _("Sản phẩm “%(product)s” đã có một hồ sơ đang làm.") % {"product": product.name},
        _("Hồ sơ đó đang ở bước “%(state)s”.") % {"state": state_name(under_way.state)},
        _("Mở hồ sơ đó để làm tiếp."),
    )


def refuse_write(who: Who, dossier: Dossier) -> Refusal | None:
    """Writing in a dossier: the producer's people, while it is a draft or was returned."""
    if refusal := refuse_stranger(who, dossier.product.producer):
        return refusal
    if dossier.is_editable:
        return None
    return Refusal(
        "conflict_not_editable",
        _("Hồ sơ này đang khoá, không sửa được."),
        _("Hồ sơ đang ở bước “%(state)s”; nội dung đã nộp được giữ nguyên.")
        % {"state": state_name(dossier.state)},
        _("Nếu cần sửa, đề nghị cơ quan đang giữ hồ sơ trả lại."),
    )


def refuse_write_part(who: Who, part: Part) -> Refusal | None:
    """The same for a part of a dossier."""
    return refuse_write(who, part.dossier)
