"""One field that a page's script sends: kept, refused in words, or both values where it rests on an older
one.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.translation import gettext as _

from ocop.foundation.ui.keeping.asked import hour
from ocop.foundation.ui.keeping.drafts import drafts_of, standing
from ocop.foundation.ui.keeping.turns import Turn, turn
from ocop.foundation.ui.keeping.values import Box, Values, boxes, label, mark, typed, written
from ocop.foundation.ui.models import Draft

REFUSED, OVERTAKEN = 422, 409
LONGEST_DRAFT = 100_000
Keep = Callable[[Any, dict[str, Any]], object]


def answer(
    request: HttpRequest, at: datetime, make: Callable[[], Any], keep: Keep | None = None
) -> HttpResponse:
    """Keeps the field that was sent: by `keep(form, {name: value})`, or without one as a draft of its writer.

    `make` reads what is stored and makes the form, bound to what was sent where there is a `keep`; it is
    called when nobody else saves the form. A refusal of `keep` is raised on, and nothing is kept.
    """
    with turn(request, at) as mine:
        if mine.before is not None:
            return JsonResponse(mine.before)
        form = make()
        box = next((one for one in boxes(form) if one.name == mine.sent.field), None)
        if box is None:
            return JsonResponse({"error": _("Trang này không còn ô đó. Tải lại trang.")}, status=REFUSED)
        return _field(mine, box, keep) if keep else _draft(mine, box)


def _field(mine: Turn, box: Box, keep: Keep) -> JsonResponse:
    if box.has_error:
        return JsonResponse({"error": " ".join(box.form.errors[box.key])}, status=REFUSED)
    value = box.form.cleaned_data[box.key]
    given = written(box.field, value)
    if given != box.stored:
        if _is_unseen(mine, box.stored):
            return overtaken(box, box.stored, given, seen=box.stored)
        keep(box.form, {box.key: value})
    return _done(mine, given, seen=given)


def _draft(mine: Turn, box: Box) -> JsonResponse:
    """As it was typed: what is not finished need not be right yet."""
    raw = mine.request.POST.getlist(box.name)
    if sum(map(len, raw)) > LONGEST_DRAFT:
        return JsonResponse({"error": _("Dài quá mức cho phép. Rút ngắn lại.")}, status=REFUSED)
    rows, given = drafts_of(mine.request), typed(raw)
    now = standing(box, rows.filter(field=box.name).first())
    if given != now:
        if _is_unseen(mine, now):
            return overtaken(box, now, given, seen=box.stored)
        if given == box.stored:
            rows.filter(field=box.name).delete()
        else:
            Draft.objects.update_or_create(
                owner=mine.owner, form=mine.form, field=box.name,
                defaults={"values": raw, "base": mark(box.stored), "at": mine.at},
            )  # fmt: skip
    return _done(mine, given, seen=box.stored)


def _is_unseen(mine: Turn, now: Values) -> bool:
    """Whether what is stored came after the page had been shown, by something else than the page itself."""
    return mark(now) != mine.sent.base and not mine.was_made(mark(now))


def _done(mine: Turn, given: Values, *, seen: Values) -> JsonResponse:
    said = {"saved": hour(), "value": list(given), "base": mark(given), "seen": mark(seen)}
    mine.done(said, made=mark(given))
    return JsonResponse(said)


def overtaken(box: Box, now: Values, given: Values, *, seen: Values) -> JsonResponse:
    """Both values, for the person to choose."""
    conflict = {
        "stored": {"value": list(now), "label": label(box.field, now)},
        "yours": {"value": list(given), "label": label(box.field, given)},
        "base": mark(now),
        "seen": mark(seen),
    }
    error = _("Một trang hoặc máy khác đã ghi giá trị khác sau khi trang này mở.")
    return JsonResponse({"error": error, "conflict": conflict}, status=OVERTAKEN)
