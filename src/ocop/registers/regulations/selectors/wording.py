"""The decree's own sentences, where an operator has loaded them."""

from __future__ import annotations

from ocop.registers.regulations.models import Wording, WordingSource


def official_wording(regulation_code: str, set_number: int) -> dict[str, dict[str, str]]:
    """By criterion and token (an option's, or "" for the criterion's own line),
    from the text that was loaded last.
    """
    last = WordingSource.objects.filter(regulation_code=regulation_code).values("id")[:1]
    rows = Wording.objects.filter(source_id__in=last, set_number=set_number).order_by("id")
    found: dict[str, dict[str, str]] = {}
    for criterion, token, text in rows.values_list("criterion", "token", "text"):
        found.setdefault(criterion, {})[token] = text
    return found
