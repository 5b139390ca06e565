"""Whether a sheet shows whose sample is judged: the one place that pages, packs and papers ask."""

from __future__ import annotations

from django.utils.translation import gettext as _

from ocop.casework.dossiers.selectors import set_of
from ocop.casework.review.models import AgendaItem
from ocop.casework.review.rules.blind import sensory_codes


def blind_codes(item: AgendaItem) -> frozenset[str]:
    """The criteria of a product that its meeting judges by the sample number alone; none by default."""
    rules = item.meeting.rules
    return sensory_codes(set_of(item.dossier)) if rules is not None and rules.sensory_blind else frozenset()


def sample_words(item: AgendaItem) -> str:
    """How a blind sheet names the product."""
    return _("Mẫu %(n)s") % {"n": item.sample_no or item.position}
