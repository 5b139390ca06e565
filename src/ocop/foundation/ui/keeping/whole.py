"""A form that is sent whole changes what its page changed, and nothing that it had not seen."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.ui.keeping.turns import Turn
from ocop.foundation.ui.keeping.values import Box, Values, boxes, label, mark, read, written


@dataclass(frozen=True)
class Overtaken:
    """Two values of one field: what is stored now, and what was sent."""

    name: str
    title: str
    stored: str
    value: Values
    mark: str


def seen_by(data: Mapping[str, Any]) -> dict[str, str]:
    """The marks of what the page had seen, by field; nothing for a page that does not say."""
    try:
        seen = json.loads(data.get("keep-seen", "") or "{}")
    except (ValueError, RecursionError):
        return {}
    return {str(name): str(one) for name, one in seen.items()} if isinstance(seen, dict) else {}


def settle(mine: Turn, form: Any) -> list[Overtaken]:
    """Compares a valid form with what is stored. A field that the page left alone, or whose stored value the
    person chose, is given as it is stored; one that was changed here and elsewhere is told with both values.
    """
    data = mine.request.POST
    seen, taken = seen_by(data), set(data.getlist("keep-take"))
    found: list[Overtaken] = []
    for box in list(boxes(form)):
        if box.name not in seen or box.key not in getattr(box.form, "cleaned_data", ()):
            continue
        given, now = written(box.field, box.form.cleaned_data[box.key]), mark(box.stored)
        mine.given.add(mark(given))
        if given == box.stored:
            continue
        if box.name in taken or (now != seen[box.name] and mark(given) == seen[box.name]):
            stored = box.form.get_initial_for_field(box.field, box.key)
            box.form.cleaned_data[box.key] = read(box.field, box.stored, stored)
        elif now != seen[box.name] and not mine.was_made(now):
            found.append(_overtaken(box))
    return found


def _overtaken(box: Box) -> Overtaken:
    stored = label(box.field, box.stored)
    said = _("Một trang hoặc máy khác đã ghi “%(stored)s”. Chọn giá trị để giữ.") % {"stored": stored}
    box.form.add_error(box.key, said)
    return Overtaken(box.name, str(box.field.label), stored, box.stored, mark(box.stored))
