"""What was answered about an idea, put into it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone

from ocop.casework.ideas.models import Idea
from ocop.foundation.places.selectors import words_of
from ocop.kernel.text import searchable
from ocop.registers.products.selectors import regulation_on

FIELDS = frozenset(
    {
        "name",
        "description",
        "material",
        "place",
        "market",
        "help_wanted",
        "leaf",
        "proposer",
        "proposer_phone",
    }
)


def write_down(idea: Idea, fields: Mapping[str, Any], at: datetime) -> None:
    """Puts answers into the idea, with what follows from them; the caller saves it."""
    if unknown := fields.keys() - FIELDS:
        raise ValueError(f"not fields of an idea: {sorted(unknown)}")
    for name, value in fields.items():
        setattr(idea, name, value)
    if "leaf" in fields:
        _classify(idea, at)
    idea.search_text = searchable(idea.name, idea.whose, idea.proposer, words_of(idea.place))
    idea.updated_at = at


def _classify(idea: Idea, at: datetime) -> None:
    """The set that the leaf leads to under the classification of the day;
    a leaf it does not have is dropped.
    """
    regulation = regulation_on(timezone.localdate(at))
    leaf = regulation.leaves.get(idea.leaf) if regulation else None
    idea.leaf = leaf.key if leaf else ""
    idea.regulation_code = regulation.code if regulation and leaf else ""
    idea.set_number = leaf.set_number if leaf else None
