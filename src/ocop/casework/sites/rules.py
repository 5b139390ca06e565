"""Looks, places where one buys, and what an address or a host name may be."""

from __future__ import annotations

import ipaddress
import re
from enum import StrEnum
from urllib.parse import urlsplit

MOST_PHOTOS = 24
MOST_LINKS = 30
LONGEST_STORY = 10_000
HOST = re.compile(r"(?=.{4,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z][a-z0-9-]{0,61}[a-z0-9]")
_PRIVATE_ENDS = ("local", "localhost", "internal", "lan", "home", "intranet", "test", "invalid", "onion")


class Look(StrEnum):
    """How a site looks: three calm ones."""

    PAPER = "paper"
    LEAF = "leaf"
    LOOM = "loom"


class Shop(StrEnum):
    """Where a product is bought."""

    POSTMART = "postmart"
    VOSO = "voso"
    ZALO = "zalo"
    FACEBOOK = "facebook"
    SHOPEE = "shopee"
    TIKTOK = "tiktok"
    OWN = "own"
    OTHER = "other"


SHOP_HOSTS: dict[Shop, tuple[str, ...]] = {
    Shop.POSTMART: ("postmart.vn", "nongsan.buudien.vn", "buudien.vn"),
    Shop.VOSO: ("voso.vn",),
    Shop.ZALO: ("zalo.me", "zalo.vn"),
    Shop.FACEBOOK: ("facebook.com", "fb.com", "fb.me", "m.me"),
    Shop.SHOPEE: ("shopee.vn", "shope.ee"),
    Shop.TIKTOK: ("tiktok.com",),
}
"""The names under which a marketplace answers; a shop of one's own may have any."""


class Opened(StrEnum):
    """Which page of a producer was opened."""

    SITE = "site"
    PRODUCT = "product"
    CODE = "code"


class Seen(StrEnum):
    """What an officer found when looking at a listing."""

    SELLS = "sells"
    EMPTY = "empty"
    GONE = "gone"
    OTHER = "other"


def host_of(url: str) -> str:
    """The host name of an address, small; empty where it has none that can be read."""
    try:
        return (urlsplit(url).hostname or "").rstrip(".")
    except ValueError:
        return ""


def fault_of_address(url: str) -> str | None:
    """Why an address is no link for the public: `scheme`, `unreadable`, `private`; None where it is one."""
    try:
        parts = urlsplit(url)
        port = parts.port
    except ValueError:
        return "unreadable"
    if parts.scheme not in {"http", "https"}:
        return "scheme"
    host = host_of(url)
    if not host or parts.username is not None or any(letter.isspace() for letter in url) or port == 0:
        return "unreadable"
    return "private" if is_private(host) else None


def is_private(host: str) -> bool:
    """Whether a name or number leads into a network of one's own, or nowhere that everyone reaches. Bare
    numbers are all refused: a shop has a name.
    """
    try:
        ipaddress.ip_address(host.strip("[]"))
    except ValueError:
        labels = host.split(".")
        return len(labels) < 2 or labels[-1] in _PRIVATE_ENDS or not labels[-1][:1].isalpha()
    return True


def is_of_shop(shop: Shop, url: str) -> bool:
    """Whether an address lies with the marketplace that it is said to be of."""
    names = SHOP_HOSTS.get(shop)
    host = host_of(url)
    return names is None or any(host == name or host.endswith(f".{name}") for name in names)
