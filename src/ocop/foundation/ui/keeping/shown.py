"""What a page shows about the keeping of its form; `ui/keep.html` writes it down for the script."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from ocop.foundation.ui.keeping.asked import form_of, owner_of
from ocop.foundation.ui.keeping.drafts import with_drafts
from ocop.foundation.ui.keeping.values import Values, boxes, label, mark
from ocop.foundation.ui.keeping.whole import Overtaken, seen_by

FIELDS, DRAFTS, NEW = "fields", "drafts", "new"


@dataclass(frozen=True)
class Aside:
    """A draft about something that has changed since: shown beside the field, not in it."""

    name: str
    title: str
    label: str
    value: str


@dataclass(frozen=True)
class Keeping:
    """How a form is kept: `kind` says where (field by field, as drafts, or only by the browser).

    `bases` are the marks of what the boxes show, `seen` of what is official, each as JSON by field.
    """

    kind: str
    url: str
    form: str
    owner: str
    bases: str
    seen: str
    has_drafts: bool = False
    aside: list[Aside] = field(default_factory=list)
    overtaken: Sequence[Overtaken] = ()


def shown(request: HttpRequest, form: Any, kind: str, overtaken: Sequence[Overtaken] = ()) -> Keeping:
    """For the page of a form. One that is shown anew shows the drafts of its fields."""
    asked: list[Any] = list(boxes(form))
    marks = {box.name: mark(box.stored) for box in asked}
    shows: dict[str, Values] = {}
    aside: dict[str, Values] = {}
    if form.is_bound:
        newer = {one.name: one.mark for one in overtaken}
        marks = {name: newer.get(name, seen_by(form.data).get(name, one)) for name, one in marks.items()}
    elif kind == DRAFTS:
        shows, aside = with_drafts(request, form)
    bases = marks | {name: mark(values) for name, values in shows.items()}
    lines = [
        Aside(box.name, str(box.field.label), label(box.field, aside[box.name]), json.dumps(aside[box.name]))
        for box in asked
        if box.name in aside
    ]
    return Keeping(
        kind=kind,
        url=request.path,
        form=form_of(request),
        owner=str(owner_of(request)),  # a page writes numbers with points: 1.234
        bases=json.dumps(bases),
        seen=json.dumps(marks),
        has_drafts=bool(shows),
        aside=lines,
        overtaken=overtaken,
    )
