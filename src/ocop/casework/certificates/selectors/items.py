"""The products of a decision as papers and pages show them."""

from __future__ import annotations

from ocop.casework.certificates.models import Decision, DecisionItem


def shown_items(decision: Decision) -> list[DecisionItem]:
    """The products in their order with everything that papers and pages name."""
    rows = decision.items.all() if decision.state == "dropped" else decision.items.live()
    return list(
        rows.select_related(
            "certificate",
            "product",
            "proposal__answer__paper",
            "answer__paper",
            "item__redo__paper",
            "replaces__recognition",
            "item__meeting__council__established_by",
            "item__dossier",
        )
        .prefetch_related("item__resolutions", "proposal__answer__decision_items__decision")
        .order_by("position", "pk")
    )
