"""Which criteria are judged by eye, nose and tongue, so that a sheet may hide whose sample it is."""

from __future__ import annotations

from ocop.kernel.law.model import ProductSet
from ocop.kernel.text import fold

HEADING = "cam quan"
"""How every sheet of every regulation begins the heading of its sensory section, without marks."""


def sensory_codes(product_set: ProductSet) -> frozenset[str]:
    """The criteria of the sensory section of a set; none for crafts, ornamental plants and tourism."""
    return frozenset(
        criterion.code
        for section in product_set.sections
        if fold(section.label.vi).startswith(HEADING)
        for criterion in section.criteria
    )
