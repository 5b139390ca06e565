"""What goes to the ministry with a product."""

from __future__ import annotations

from ocop.casework.certificates.models import DecisionItem
from ocop.casework.certificates.rules import PackagePart, package_parts
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.selectors import set_of

HIGHEST = 5


def package_of(item: DecisionItem) -> tuple[PackagePart, ...]:
    """The parts beside the letter for this product (R26-20, or R26-21 where it had 5 stars already)."""
    dossier = item.item.dossier
    had_five = item.product.recognitions.filter(stars=HIGHEST).exists()
    again = dossier.kind == DossierKind.RENEWAL and had_five
    return package_parts(again=again, has_samples=bool(set_of(dossier).sample_count))
