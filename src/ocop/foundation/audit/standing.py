"""What stands in the tables beside what the record says of it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from django.apps import apps
from django.db import models

from ocop.foundation.audit.models import Entry
from ocop.foundation.audit.rules import Marks, mark
from ocop.foundation.audit.spelling import spelled
from ocop.foundation.audit.vouching import columns_of, is_made_by_acts, key_of

CHUNK = 2000


@dataclass
class Vouched:
    """The last that the record says of the rows of one kind: their marks by key, None for a row that an act
    deleted; `first` is the smallest number of a row that came with an act.
    """

    rows: dict[str, Marks | None] = field(default_factory=dict)
    first: int | None = None

    def take(self, key: str, marks: Marks | None, pk_name: str) -> None:
        """What a later entry says is added to what earlier ones said."""
        known = self.rows.get(key)
        self.rows[key] = {**known, **marks} if known and marks else marks
        if marks and pk_name in marks and key.isdigit():
            self.first = min(int(key), self.first or int(key))


@dataclass
class Said:
    """All that the record says of rows. `is_whole`: it did so from its first entry on."""

    by_model: defaultdict[type[models.Model], Vouched]
    is_whole: bool = True


def said_of_rows() -> Said:
    """Reads the whole record once; of a value only its mark is kept."""
    names = dict(_names())
    said = Said(defaultdict(Vouched))
    entries = Entry.objects.order_by("sequence").values_list("sequence", "vouched")
    for sequence, vouched in entries.iterator(CHUNK):
        said.is_whole = said.is_whole and not (sequence == 1 and vouched is None)
        for kind, rows in (vouched or {}).items():
            if (model := names.get(kind)) is not None:
                for key, marks in rows.items():
                    said.by_model[model].take(key, marks, str(model._meta.pk and model._meta.pk.name))
    return said


def changed_rows() -> Iterator[str]:
    """Rows that are not as the last act left them: changed, gone, or there without an act.

    One pass over the record and one over each table. Entries of before there was vouching say nothing of
    rows: where the record begins with such, a row that no entry names is a fault only among those that came
    later, by their numbers.
    """
    said = said_of_rows()
    for model in dict.fromkeys(model for _name, model in _names()):
        yield from changed_of(model, said)


def _names() -> Iterator[tuple[str, type[models.Model]]]:
    """Kinds of rows by their names in the record, earlier ones too."""
    for model in apps.get_models():
        if columns_of(model):
            yield key_of(model), model
            for earlier in getattr(model, "recorded_as", ()):
                yield earlier, model


def changed_of(model: type[models.Model], said: Said) -> Iterator[str]:
    """The same of the rows of one kind."""
    vouched = said.by_model[model]
    columns, kind, left = columns_of(model), key_of(model), dict(vouched.rows)
    served = {field.name: _served(field) for field in model._meta.local_many_to_many}
    rows = model._base_manager.order_by("pk").values_list("pk", *(one for one, _spell in columns.values()))
    for pk, *values in rows.iterator(CHUNK):
        key = str(pk)
        if key not in left:
            if is_made_by_acts(model) and (said.is_whole or _is_later(pk, vouched.first)):
                yield f"{kind} {key}: no act made it"
            continue
        marks = left.pop(key)
        if marks is None:
            yield f"{kind} {key}: an act deleted it"
            continue
        spelled_by = zip(columns.items(), values, strict=True)
        texts = {name: spell(value) for (name, (_attribute, spell)), value in spelled_by}
        texts |= {name: spelled(sorted(keys.get(pk, ()))) for name, keys in served.items()}
        differing = [
            name for name, known in marks.items()
            if known and name in texts and mark(kind, key, name, texts[name]) != known
        ]  # fmt: skip
        if differing:
            yield f"{kind} {key}: {', '.join(differing)}"
    for key, marks in left.items():
        if marks is not None:
            yield f"{kind} {key}: gone"


def states_unmoved() -> Iterator[str]:
    """Rows in another state than the one that the record last brought them to; without any, the first."""
    said: dict[tuple[str, str], str] = {}
    moves = Entry.objects.exclude(to_state="").order_by("sequence")
    for kind, key, state in moves.values_list("object_type", "object_id", "to_state").iterator(CHUNK):
        said[kind, key] = state
    for model in apps.get_models():
        if not hasattr(model, "workflow"):
            continue
        state_field: Any = model._meta.get_field("state")
        first = str(state_field.get_default())
        kinds = (*getattr(model, "recorded_as", ()), key_of(model))
        for pk, state in model._base_manager.order_by("pk").values_list("pk", "state").iterator(CHUNK):
            found = [said[kind, str(pk)] for kind in kinds if (kind, str(pk)) in said]
            if state != (found[-1] if found else first):
                yield f"{key_of(model)} {pk}: {state}"


def _is_later(pk: Any, first: int | None) -> bool:
    return isinstance(pk, int) and first is not None and pk >= first


def _served(field: Any) -> dict[Any, list[Any]]:
    """Of each row the keys of those that it is tied to."""
    found: dict[Any, list[Any]] = defaultdict(list)
    ties: Any = field.remote_field.through
    names = (field.m2m_column_name(), field.m2m_reverse_name())
    for one, other in ties._base_manager.values_list(*names).iterator(CHUNK):
        found[one].append(other)
    return found
