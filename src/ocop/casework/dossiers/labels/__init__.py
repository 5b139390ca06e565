"""The words of dossiers, in both languages."""

from ocop.casework.dossiers.labels.words import (
    COMPONENTS,
    FINDINGS,
    GROUNDS,
    HEADINGS,
    HOLDERS,
    KINDS,
    OUTCOMES,
    ground_choices,
    ground_words,
    kind_choices,
    outcome_choices,
    outcome_word,
    state_choices,
    state_name,
)

__all__ = [
    "COMPONENTS",
    "FINDINGS",
    "GROUNDS",
    "HEADINGS",
    "HOLDERS",
    "KINDS",
    "OUTCOMES",
    "ground_choices",
    "ground_words",
    "kind_choices",
    "outcome_choices",
    "outcome_word",
    "state_choices",
    "state_name",
]
