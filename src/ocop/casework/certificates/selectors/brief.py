"""What the signer should know of a decision at one glance."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction

from django.utils.translation import gettext as _

from ocop.casework.certificates.models import DecisionItem
from ocop.casework.review.rules.outcome import near_bands
from ocop.foundation.ui.templatetags.ui import so

BANDS = (50, 70, 90)


@dataclass(frozen=True)
class Brief:
    """How many products of how many stars from how many communes, and those that deserve a second look."""

    products: int
    communes: int
    producers: int
    by_stars: tuple[tuple[int, int], ...]
    notable: tuple[tuple[str, str], ...]


def brief_of(rows: Sequence[DecisionItem]) -> Brief:
    """Counts and remarks from loaded products; `item__resolutions` must be prefetched."""
    stars = Counter(row.stars for row in rows)
    return Brief(
        products=len(rows),
        communes=len({row.printed["commune"] for row in rows}),
        producers=len({row.printed["producer"] for row in rows}),
        by_stars=tuple(sorted(stars.items())),
        notable=tuple((row.printed["product"], remark) for row in rows for remark in _remarks(row)),
    )


def _remarks(row: DecisionItem) -> list[str]:
    item, found = row.item, []
    if item.recommendation_reason:
        found.append(
            _("Chủ tịch hội đồng chọn phương án: %(reason)s") % {"reason": item.recommendation_reason}
        )
    found += [
        _("Hội đồng thống nhất: %(text)s") % {"text": resolution.text}
        for resolution in item.resolutions.all()
        if resolution.text != item.recommendation_reason
    ]
    total = Fraction(item.total_exact) if item.total_exact else Fraction(row.total)
    found += [
        _("%(total)s điểm, sát mốc %(limit)s điểm") % {"total": so(row.total), "limit": limit}
        for limit in near_bands(total, BANDS)
    ]
    return found
