"""The words of this package on the screen; those of the kinds stand in data/kinds.json."""

from ocop.casework.support.labels.words import (
    GROUPS,
    STATE_KINDS,
    VIAS,
    group_choices,
    kind_choices,
    kind_name,
    state_choices,
    state_word,
    via_choices,
)

__all__ = [
    "GROUPS", "STATE_KINDS", "VIAS", "group_choices", "kind_choices", "kind_name",  "state_choices",
    "state_word", "via_choices",
]  # fmt: skip
