"""The words under which an activity is found."""

from __future__ import annotations

from ocop.casework.support.models import Activity
from ocop.foundation.places.selectors import words_of
from ocop.kernel.text import searchable


def index(activity: Activity) -> None:
    """Its name, agency, place (old names too), texts of its facts, and whom it helps."""
    texts = [value for value in activity.facts.values() if isinstance(value, str)]
    helped = activity.beneficiaries.values_list("producer__name", "product__name")
    names = [name for row in helped for name in row if name]
    bound = activity.parties.values_list("name", flat=True)
    of_place = words_of(activity.place)
    activity.search_text = searchable(activity.name, activity.agency, *texts, *names, *bound, of_place)
    activity.save(update_fields=["search_text"])
