"""Why an address, a host name or so many photographs are not taken, in a sentence."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urlsplit

from django.conf import settings
from django.utils.translation import gettext as _

from ocop.casework.sites.labels import LINK_FAULTS, SHOPS
from ocop.casework.sites.models import Site
from ocop.casework.sites.rules import (
    HOST,
    MOST_PHOTOS,
    Shop,
    fault_of_address,
    host_of,
    is_of_shop,
    is_private,
)
from ocop.foundation.refusals import Refusal


def refuse_url(site: Site, shop: Shop, url: str) -> Refusal | None:
    """A link to buy: the web alone, reached by everyone, with the shop it names, not another producer's."""
    if fault := fault_of_address(url):
        what, why = LINK_FAULTS[fault]
        return Refusal(f"url_{fault}", what, why, _("Những gì bạn đã ghi vẫn còn."))
    if not is_of_shop(shop, url):
        return Refusal(
            "url_shop",
            _("Địa chỉ này không phải của %(shop)s.") % {"shop": SHOPS[shop]},
            _("Người mua sẽ tưởng đang ở %(shop)s.") % {"shop": SHOPS[shop]},
            _("Chọn đúng nơi bán, hoặc sửa địa chỉ."),
        )
    other = _producer_at(url)
    if other and other != site.producer.slug:
        return Refusal(
            "url_other",
            _("Địa chỉ này là trang của chủ thể khác."),
            _("Nút mua hàng phải dẫn tới nơi bán hàng của chính chủ thể này."),
            _("Ghi địa chỉ nơi bán của mình."),
        )
    return None


def _producer_at(url: str) -> str:
    """The address word of the producer whose site this is; empty for what is no site of ours."""
    host, domain = host_of(url), settings.SITES_DOMAIN
    if domain and host.endswith(f".{domain}"):
        return host.removesuffix(f".{domain}")
    if host == host_of(settings.SITE_ADDRESS):
        parts = [part for part in unquote(urlsplit(url).path).split("/") if part and part != "en"]
        return parts[1] if len(parts) > 1 and parts[0] == "chu-the" else ""
    return Site.objects.filter(host=host).values_list("producer__slug", flat=True).first() or ""


def refuse_host(site: Site, host: str) -> Refusal | None:
    """A host name: whole, reached by everyone, not ours and not another producer's."""
    if not host:
        return None
    if not HOST.fullmatch(host) or is_private(host):
        return Refusal(
            "host_unreadable",
            _("Đây không phải là một tên miền."),
            _("Tên miền chỉ có chữ không dấu, số, gạch nối và dấu chấm, ví dụ: chetaphin.vn."),
            _("Chỉ ghi tên miền, không ghi https:// hay dấu gạch chéo."),
        )
    own, domain = host_of(settings.SITE_ADDRESS), settings.SITES_DOMAIN
    if host == own or host in settings.ALLOWED_HOSTS or (domain and f".{host}".endswith(f".{domain}")):
        return Refusal(
            "host_ours",
            _("Tên miền này của hệ thống, không đặt riêng cho một chủ thể được."),
            "",
            _("Ghi tên miền mà chủ thể đã mua, hoặc để trống."),
        )
    taken = Site.objects.filter(host=host).exclude(pk=site.pk).select_related("producer").first()
    if taken is None:
        return None
    return Refusal(
        "host_taken",
        _("Tên miền %(host)s đã ghi cho một chủ thể khác.") % {"host": host},
        _("Mỗi tên miền chỉ mở ra một trang."),
        _("Kiểm tra lại tên; nếu đó là tên của bạn, báo cán bộ OCOP của tỉnh."),
    )


def refuse_many(photos: Any, count: int) -> Refusal | None:
    """So many photographs more than a gallery holds; `photos` are those of its owner."""
    there = photos.filter(is_withdrawn=False).count()
    if there + count <= MOST_PHOTOS:
        return None
    return Refusal(
        "too_many_photos",
        _("Thư viện ảnh có nhiều nhất %(most)s ảnh; đang có %(there)s, bạn chọn thêm %(count)s.")
        % {"most": MOST_PHOTOS, "there": there, "count": count},
        _("Nhiều ảnh quá thì trang mở chậm trên điện thoại."),
        _("Bỏ bớt ảnh cũ hoặc chọn ít ảnh hơn. Ảnh đang có vẫn nguyên."),
    )
