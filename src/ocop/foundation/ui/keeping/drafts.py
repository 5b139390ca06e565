"""Drafts of the fields of an official thing: for their writer alone, until the form is saved whole."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import HttpRequest

from ocop.foundation.ui.keeping.asked import form_of, owner_of
from ocop.foundation.ui.keeping.values import Box, Values, boxes, mark, typed
from ocop.foundation.ui.models import Draft


def drafts_of(request: HttpRequest) -> QuerySet[Draft]:
    """What this person began to write on this form."""
    return Draft.objects.filter(owner=owner_of(request), form=form_of(request))


def discard(request: HttpRequest) -> None:
    """Lets go of all of it."""
    drafts_of(request).delete()


def standing(box: Box, draft: Draft | None) -> Values:
    """What the person last wrote, as long as nobody has changed what it was written over; else what is
    stored.
    """
    return typed(draft.values) if draft and draft.base == mark(box.stored) else box.stored


def with_drafts(request: HttpRequest, form: Any) -> tuple[dict[str, Values], dict[str, Values]]:
    """Lets an empty form show what was begun. Answers, by name, the drafts that it shows, and those about
    something that has changed since, which it does not.
    """
    known = {one.field: one for one in drafts_of(request)}
    shows: dict[str, Values] = {}
    aside: dict[str, Values] = {}
    for box in list(boxes(form)) if known else ():
        draft = known.get(box.name)
        if draft is None or typed(draft.values) == box.stored:
            continue
        if draft.base == mark(box.stored):
            shows[box.name] = typed(draft.values)
            box.form.initial = box.form.initial | {box.key: _for_the_box(box.field, draft.values)}
        else:
            aside[box.name] = typed(draft.values)
    return shows, aside


def _for_the_box(field: forms.Field, values: list[str]) -> Any:
    if isinstance(field.widget, forms.CheckboxInput):
        return bool(values)
    return values if getattr(field.widget, "allow_multiple_selected", False) else "".join(values[:1])
