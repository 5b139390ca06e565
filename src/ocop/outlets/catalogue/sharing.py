"""What a shopper does from a page of a product: calls, writes, hands it on. Links alone, no scripts."""

from __future__ import annotations

import re
from urllib.parse import quote

from django.utils.translation import gettext as _


def share_links(address: str, title: str) -> list[tuple[str, str]]:
    """Where a page is handed on: Facebook, a text message, a mail. In Zalo people paste the address."""
    text = quote(f"{title} {address}")
    return [
        (_("Facebook"), f"https://www.facebook.com/sharer/sharer.php?u={quote(address, safe='')}"),
        (_("Tin nhắn"), f"sms:?&body={text}"),
        (_("Thư điện tử"), f"mailto:?subject={quote(title)}&body={text}"),
    ]


def zalo_of(phone: str) -> str:
    """Where one writes to a telephone number in Zalo; empty for what is no mobile number."""
    digits = re.sub(r"\D", "", phone)
    digits = "0" + digits[2:] if digits.startswith("84") and len(digits) == 11 else digits
    return f"https://zalo.me/{digits}" if re.fullmatch(r"0[35789]\d{8}", digits) else ""
