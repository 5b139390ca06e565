"""Reads of review that pages, papers and other packages share."""

from ocop.casework.review.selectors.board import Board, agenda, board, criteria_to_answer, with_removed
from ocop.casework.review.selectors.councils import (
    agencies_missing,
    councils_visible_to,
    former_members,
    members_of,
    rules_in_force,
    sits_on_council,
)
from ocop.casework.review.selectors.desks import (
    excluded_in_review,
    not_recognised,
    proposals_ready,
    results_ready_for_decision,
    waiting,
    withdrawal_url,
)
from ocop.casework.review.selectors.hints import hints_for
from ocop.casework.review.selectors.mine import Task, owes_answer, tasks, tasks_of
from ocop.casework.review.selectors.packs import late_packs, pack_due_on
from ocop.casework.review.selectors.panel import (
    Bench,
    bench,
    bench_again,
    present_seats,
    presiding_people,
    sealed_sheets,
)
from ocop.casework.review.selectors.results import (
    Tally,
    earlier_faults,
    result_fields,
    result_record,
    settled_by,
    tally_of,
)
from ocop.casework.review.selectors.why import Why, decided_words, drawn_stars, why, why_of_dossier

__all__ = [
    "Bench",
    "Board",
    "Tally",
    "Task",
    "Why",
    "agencies_missing",
    "agenda",
    "bench",
    "bench_again",
    "board",
    "councils_visible_to",
    "criteria_to_answer",
    "decided_words",
    "drawn_stars",
    "earlier_faults",
    "excluded_in_review",
    "former_members",
    "hints_for",
    "late_packs",
    "members_of",
    "not_recognised",
    "owes_answer",
    "pack_due_on",
    "present_seats",
    "presiding_people",
    "proposals_ready",
    "result_fields",
    "result_record",
    "results_ready_for_decision",
    "rules_in_force",
    "sealed_sheets",
    "settled_by",
    "sits_on_council",
    "tally_of",
    "tasks",
    "tasks_of",
    "waiting",
    "why",
    "why_of_dossier",
    "with_removed",
    "withdrawal_url",
]
