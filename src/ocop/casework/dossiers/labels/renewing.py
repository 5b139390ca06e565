"""The words of re-evaluations and upgrades."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.rules.renewing import Heading

UPDATES = {
    Heading.MATERIALS: _("Nguyên liệu"),
    Heading.TECHNOLOGY: _("Công nghệ sử dụng"),
    Heading.PACKAGING: _("Bao bì"),
    Heading.LABEL: _("Nhãn mác"),
    Heading.QUALITY: _("Công bố chất lượng"),
    Heading.TESTS: _("Phiếu kiểm nghiệm định kỳ"),
    Heading.MARKETS: _("Thị trường tiêu thụ"),
    Heading.OUTPUT: _("Sản lượng"),
    Heading.REVENUE: _("Doanh thu"),
}
"""The nine headings of article 6(1)(c), in printed order."""


def heading_choices() -> list[tuple[str, str]]:
    """Choices of the heading."""
    return [(heading.value, str(word)) for heading, word in UPDATES.items()]
