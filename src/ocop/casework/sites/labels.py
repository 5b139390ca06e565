"""Words of producers' sites."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.rules import Look, Opened, Seen, Shop
from ocop.casework.sites.states import SITE_STATES, SiteState
from ocop.foundation.ui.words import said

LOOKS = {
    Look.PAPER: _("Giấy: nền sáng ấm, chữ đậm, hợp mọi sản phẩm"),
    Look.LEAF: _("Lá: nền xanh chè, hợp nông sản, đồ uống"),
    Look.LOOM: _("Chàm: nền chàm, viền thổ cẩm, hợp thủ công và du lịch"),
}
SHOPS = {
    Shop.POSTMART: _("Postmart"),
    Shop.VOSO: _("Voso"),
    Shop.ZALO: _("Zalo"),
    Shop.FACEBOOK: _("Facebook"),
    Shop.SHOPEE: _("Shopee"),
    Shop.TIKTOK: _("TikTok"),
    Shop.OWN: _("Trang bán hàng riêng"),
    Shop.OTHER: _("Nơi khác"),
}
SEEN = {
    Seen.SELLS: _("Đang bán"),
    Seen.EMPTY: _("Mở được, đang hết hàng"),
    Seen.GONE: _("Không mở được hoặc không còn sản phẩm"),
    Seen.OTHER: _("Mở ra sản phẩm khác, không phải sản phẩm OCOP này"),
}
OPENED = {
    Opened.SITE: _("Trang của chủ thể"),
    Opened.PRODUCT: _("Trang sản phẩm"),
    Opened.CODE: _("Quét mã, kiểm tra chứng nhận"),
}
STATE_KINDS = {SiteState.DRAFT: "wait", SiteState.PUBLISHED: "ok", SiteState.WITHDRAWN: "warn"}
LINK_FAULTS = {
    "scheme": (
        _("Địa chỉ phải bắt đầu bằng https:// hoặc http://."),
        _("Địa chỉ loại khác không mở ra trang bán hàng và có thể gây hại cho người xem."),
    ),
    "unreadable": (
        _("Chưa đọc được địa chỉ này."), _("Hãy mở trang bán hàng rồi sao chép cả địa chỉ trên trình duyệt.")
    ),
    "private": (
        _("Địa chỉ này chỉ mở được trong mạng riêng."),
        _("Người mua ở nơi khác không mở được. Dùng tên miền của trang bán hàng."),
    ),
}  # fmt: skip


def state_word(state: str) -> str:
    """A state in words."""
    return str(said(SITE_STATES[SiteState(state)]))


def state_choices() -> list[tuple[str, str]]:
    """States for a column."""
    return [(state.value, state_word(state)) for state in SiteState]


def look_choices() -> list[tuple[str, object]]:
    """Looks for a column."""
    return [(look.value, word) for look, word in LOOKS.items()]


def shop_choices() -> list[tuple[str, object]]:
    """Places where one buys, for a column."""
    return [(shop.value, word) for shop, word in SHOPS.items()]


def seen_choices() -> list[tuple[str, object]]:
    """What an officer found, for a column."""
    return [(seen.value, word) for seen, word in SEEN.items()]


def opened_choices() -> list[tuple[str, object]]:
    """Pages that are counted, for a column."""
    return [(one.value, word) for one, word in OPENED.items()]


def question_chip(question: Any) -> tuple[str, str]:
    """How a question stands: a word and the kind of its chip."""
    if question.spam_at is not None:
        return gettext("Thư rác"), "info"
    if question.reported_at is not None:
        return gettext("Đã báo cán bộ"), "warn"
    if question.answered_at is not None:
        return gettext("Đã trả lời"), "ok"
    return gettext("Chờ trả lời"), "wait"
