"""What the picture of a value-chain link needs."""

from __future__ import annotations

from typing import Any

from ocop.casework.support.documents.chain import chain_svg, contract_rows
from ocop.casework.support.models import Activity


def drawn(activity: Activity) -> dict[str, Any]:
    """The picture and the contract beside it; nothing for a kind that binds nobody."""
    if not activity.row.parties:
        return {}
    return {"chain": chain_svg(activity, list(activity.parties.all())), "contract": contract_rows(activity)}
