"""What acts vouch for: each entry of the record names the rows that its act wrote, with a hash of every
column that it wrote there. What is changed, added or taken away behind the back of the acts does not agree.

No query is made for that: what Django saves and deletes while an act is recorded is seen here, and hashed
from the object at hand. What it writes in bulk it does not tell; an act says that with `vouch`.

A column is official unless its model says otherwise:

    unvouched = ("is_done",)                  # written without an act; ("*",): no column is official
    draft_states, draft_columns = {…}, (…,)   # written without an act while the row is in such a state
    filled_later = ("file",)                  # may be filled without an act where it is empty
    comes_with = True                         # made before its act: vouched for by the row that brings it

"id" among the unvouched says that rows come without an act.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

from django.db import models, transaction

from ocop.foundation.audit.recording import Wrote, is_recording
from ocop.foundation.audit.rules import Marks, mark
from ocop.foundation.audit.spelling import UNKNOWN, Speller, spelled, speller_of

ALL = "*"
DERIVED = frozenset({"search_text"})
"""Columns that follow from the others of their row, and have an invariant of their own."""


@cache
def columns_of(model: type[models.Model]) -> Mapping[str, tuple[str, Speller]]:
    """The official columns of a model: by name the attribute that holds it and how its value is spelled.
    Empty for a model that acts do not vouch for.
    """
    left_out = {*getattr(model, "unvouched", ()), *DERIVED}
    if ALL in left_out or not model.__module__.startswith("ocop."):
        return {}
    fields = [one for one in model._meta.concrete_fields if one.name not in left_out]
    return {one.name: (one.attname, speller_of(one)) for one in fields}


def is_made_by_acts(model: type[models.Model]) -> bool:
    """Whether no row comes without an act."""
    return model._meta.pk is not None and model._meta.pk.name in columns_of(model)


def key_of(model: type[models.Model]) -> str:
    """The name of a kind of rows in the record."""
    return model._meta.label_lower


def vouch(rows: models.Model | Iterable[models.Model], *columns: str, **told: Any) -> None:
    """Names rows that were written in bulk, or without an act before, as they are at hand: with these
    columns, or with all; `told` gives what is no column, such as the keys of related rows.
    """
    for row in [rows] if isinstance(rows, models.Model) else rows:
        marks = _marks(row, columns or (() if told else columns_of(type(row))))
        kind, key = key_of(type(row)), str(row.pk)
        marks |= {name: mark(kind, key, name, spelled(value)) for name, value in told.items()}
        _keep(row, marks)


def vouch_moved(stored: models.Model, moved: models.Model, fields: Mapping[str, Any]) -> None:
    """What was written as a draft is official once a move takes it out of its author's hands, and free again
    when a move gives it back. `stored` is the row as it was read under the lock.
    """
    drafts = getattr(moved, "draft_states", ())
    if not drafts:
        return
    names = moved.draft_columns  # type: ignore[attr-defined]
    if moved.state in drafts:  # type: ignore[attr-defined]
        _keep(moved, dict.fromkeys(names))
    elif stored.state in drafts:  # type: ignore[attr-defined]
        _keep(moved, _marks(stored, [name for name in names if name not in fields]))


def see_saved(
    sender: type[models.Model],
    instance: models.Model,
    *,
    created: bool,
    update_fields: Iterable[str] | None,
    raw: bool,
    **_: Any,
) -> None:
    """Receives post_save: while an act is recorded, what it saves is vouched for."""
    if raw or not (known := columns_of(sender)):
        return
    if not is_recording():
        instance.waits_for_its_act = created  # type: ignore[attr-defined]
        return
    written = set(known if update_fields is None else known.keys() & set(update_fields))
    if getattr(instance, "state", None) in getattr(sender, "draft_states", ()):
        written -= set(instance.draft_columns)  # type: ignore[attr-defined]
    if not created:
        written.discard(sender._meta.pk.name if sender._meta.pk else "")
    _keep(instance, _marks(instance, [name for name in known if name in written]))
    _vouch_along(instance, written)


def see_deleted(sender: type[models.Model], instance: models.Model, **_: Any) -> None:
    """Receives post_delete: the row is gone by an act."""
    if is_recording() and columns_of(sender):
        transaction.on_commit(Wrote(key_of(sender), str(instance.pk), None))


def _vouch_along(row: models.Model, written: Iterable[str]) -> None:
    """A file, or a paper, that this row brings and that was put there just before the act. One that was read
    from the database is not vouched for again: somebody may have changed it meanwhile.
    """
    for name in written:
        field: Any = row._meta.get_field(name)
        is_such = getattr(field.related_model, "comes_with", False)
        brought: Any = field.get_cached_value(row, default=None) if is_such else None
        if getattr(brought, "waits_for_its_act", False):
            brought.waits_for_its_act = False
            vouch(brought)


def _keep(row: models.Model, marks: Marks) -> None:
    if marks:
        transaction.on_commit(Wrote(key_of(type(row)), str(row.pk), marks))


def _marks(row: models.Model, names: Iterable[str]) -> Marks:
    kind, key, known = key_of(type(row)), str(row.pk), columns_of(type(row))
    marks: Marks = {}
    for name in names:
        attribute, spell = known[name]
        text = spell(getattr(row, attribute))
        is_open = text is UNKNOWN or (text is None and name in getattr(row, "filled_later", ()))
        marks[name] = None if is_open else mark(kind, key, name, text)
    return marks
