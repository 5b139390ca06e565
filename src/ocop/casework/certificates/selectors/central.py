"""What the centre found, and what the province may make of it."""

from __future__ import annotations

from decimal import Decimal

from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext as _

from ocop.casework.certificates.models import CentralAnswer, DecisionItem, Redo
from ocop.casework.dossiers.selectors import regulation_of
from ocop.casework.review.models import AgendaItem
from ocop.registers.products.models import Recognition

BELOW = 4
"""Most stars of a product that the centre finds below 90 points."""


def most_stars(item: DecisionItem, score: Decimal | None) -> int:
    """The stars of the band in which a central score below 90 lies; minimum requirements may give fewer."""
    if score is None:
        return BELOW
    bands = sorted(regulation_of(item.item.dossier).star_bands, key=lambda band: band.min, reverse=True)
    return min(BELOW, next((band.stars for band in bands if score >= band.min), 1))


def answer_of(item: DecisionItem) -> CentralAnswer | None:
    """What the ministry answered about a product of an approval; None while it is before the ministry."""
    return CentralAnswer.objects.select_related("paper").filter(proposal__decision_item=item).first()


def is_open(item: DecisionItem, answer: CentralAnswer) -> bool:
    """Whether the province has made nothing of the answer yet."""
    is_used = DecisionItem.objects.live().filter(answer=answer).exists()
    return not is_used and not Redo.objects.filter(item=item.item_id).exists()


def is_from_centre(recognition: Recognition) -> bool:
    """Whether the recognition came into the register as the ministry's answer to a proposal from here."""
    return CentralAnswer.objects.filter(recognition=recognition).exists()


def after_result(item: AgendaItem) -> str:
    """That a product is evaluated again, and why; told on the page of the result."""
    made = Redo.objects.select_related("paper").filter(item=item).first()
    if made is None:
        return ""
    values = {"day": date_format(timezone.localdate(made.at), "d/m/Y"), "why": made.reason}
    if made.paper is None:
        return _("Kết quả này không còn tính; đánh giá lại từ %(day)s: %(why)s") % values
    values["paper"] = str(made.paper)
    return _("Kết quả này không còn tính; đánh giá lại từ %(day)s (%(paper)s): %(why)s") % values
