"""The folded words under which an activity is found."""

from __future__ import annotations

from ocop.casework.support.models import Activity
from ocop.foundation.places.selectors import names_for_search
from ocop.kernel.text import fold


def index(activity: Activity) -> None:
    """Its name, agency, place (old names too), texts of its facts, and whom it helps."""
    texts = [value for value in activity.facts.values() if isinstance(value, str)]
    helped = activity.beneficiaries.values_list("producer__name", "product__name")
    names = [name for row in helped for name in row if name]
    bound = activity.parties.values_list("name", flat=True)
    words = fold(" ".join([activity.name, activity.agency, *texts, *names, *bound]))
    activity.search_text = f"{words} {names_for_search(activity.place)}"
    activity.save(update_fields=["search_text"])
