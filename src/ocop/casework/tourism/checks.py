"""Why an address, a place, a figure or a season is not taken, in a sentence."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.tourism.models import Chain, Route, Spot
from ocop.casework.tourism.rules import ALL_YEAR, MOST_GUESTS, MOST_HOMES, RESERVED_SLUGS
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal, Refused
from ocop.kernel.text import number_vi, slugify_vi
from ocop.registers.programme.selectors import current


def slug_for(model: type[Spot] | type[Route] | type[Chain], wanted: str, name: str) -> str:
    """The word of the address: as wanted, else made of the name and free. Refused where another has it."""
    if wanted:
        slug = slugify_vi(wanted)[:100]
        if not slug or slug in RESERVED_SLUGS or model._default_manager.filter(slug=slug).exists():
            raise Refused(slug_taken(wanted))
        return slug
    base = slugify_vi(name)[:100] or "diem"
    slug, number = base, 2
    while slug in RESERVED_SLUGS or model._default_manager.filter(slug=slug).exists():
        slug, number = f"{base}-{number}", number + 1
    return slug


def slug_taken(slug: str) -> Refusal:
    """Another page has this address."""
    return Refusal(
        "slug_taken",
        _("Địa chỉ “%(slug)s” đã có trang khác dùng.") % {"slug": slug[:60]},
        _("Mỗi địa chỉ chỉ mở ra một trang."),
        _("Ghi địa chỉ khác, hoặc để trống để hệ thống tự đặt."),
    )


def refuse_place(place: Place) -> Refusal | None:
    """A commune inside the province of the programme."""
    programme = current()
    if programme is None or place.is_within(programme.province):
        return None
    return Refusal(
        "place_outside",
        _("%(place)s không thuộc tỉnh này.") % {"place": place},
        _("Bản đồ và các tuyến chỉ có địa bàn của tỉnh."),
        _("Chọn xã, phường của tỉnh."),
    )


def refuse_figures(fields: Mapping[str, Any]) -> Refusal | None:
    """Homes and guests as a village may have them; guests need a home or a site."""
    for name, most, words in (
        ("homes", MOST_HOMES, _("Số nhà đón khách")), ("capacity", MOST_GUESTS, _("Sức chứa"))
    ):  # fmt: skip
        value = fields.get(name)
        if value is not None and not 0 <= value <= most:
            return Refusal(
                f"{name}_unlikely",
                _("%(what)s %(value)s không thể đúng.") % {"what": words, "value": number_vi(value)},
                _("Không điểm đến nào có quá %(most)s.") % {"most": number_vi(most)},
                _("Kiểm tra lại số đã gõ; những gì khác bạn đã ghi vẫn còn."),
            )
    return None


def refuse_season(fields: Mapping[str, Any]) -> Refusal | None:
    """Words about the season come with the months that they mean: people look for a month."""
    months = fields.get("months", 0)
    if not 0 <= months <= ALL_YEAR or (str(fields.get("season") or "").strip() and not months):
        return Refusal(
            "months_missing",
            _("Mùa đã ghi nhưng chưa chọn tháng nào."),
            _("Khách tìm theo tháng; không có tháng thì không tìm ra điểm này."),
            _("Đánh dấu các tháng đón khách, hoặc chọn cả 12 tháng nếu quanh năm."),
        )
    return None
