"""What several acts write: the facts of a kind, and the words under which an activity is found."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ocop.casework.support.labels.faults import fault_sentence
from ocop.casework.support.models import Activity
from ocop.casework.support.rules import Kind, read_facts
from ocop.foundation.places.selectors import words_of
from ocop.foundation.refusals import Refusal, Refused
from ocop.kernel.text import searchable


def take_facts(activity: Activity, row: Kind, given: Mapping[str, Any]) -> None:
    """The facts that the kind asks for. Refused where one cannot be read, or is missing at once."""
    facts, faults = read_facts(row, given)
    if faults:
        sentences = " ".join(fault_sentence(row, fault) for fault in faults)
        raise Refused(
            Refusal("facts_wrong", sentences, _("Chưa có gì được lưu."), _("Sửa các mục này rồi gửi lại."))
        )
    activity.facts = facts
    activity.expires_on = activity.fact_date(row.expires) if row.expires else None


def index(activity: Activity) -> None:
    """Its name, agency, place (old names too), texts of its facts, and whom it helps."""
    texts = [value for value in activity.facts.values() if isinstance(value, str)]
    helped = activity.beneficiaries.values_list("producer__name", "product__name")
    names = [name for row in helped for name in row if name]
    bound = activity.parties.values_list("name", flat=True)
    of_place = words_of(activity.place)
    activity.search_text = searchable(activity.name, activity.agency, *texts, *names, *bound, of_place)
    activity.save(update_fields=["search_text"])


def content_of(activity: Activity) -> dict[str, Any]:
    """What the record keeps, so that a later reader sees what changed."""
    return {
        "kind": activity.kind,
        "name": activity.name,
        "place": activity.place_id,
        "agency": activity.agency,
        "starts_on": activity.starts_on.isoformat(),
        "ends_on": activity.ends_on.isoformat() if activity.ends_on else None,
        "plan": activity.plan_id,
        "task": activity.task_id,
        "facts": activity.facts,
    }
