"""States of what is shown to everyone: villages and sites, routes, value chains; one way for all three."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class ShowState(StrEnum):
    """Whether everyone sees it."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


SHOW_STATES: Mapping[ShowState, Label] = {
    ShowState.DRAFT: Label("Đang soạn", "Being written"),
    ShowState.PUBLISHED: Label("Đang hiện", "On show"),
    ShowState.WITHDRAWN: Label("Đã gỡ", "Taken down"),
}

_S = ShowState


def _flow(name: str) -> Workflow:
    return Workflow(
        name,
        ShowState,
        _S.DRAFT,
        (
            Move(
                "publish", frozenset({_S.DRAFT, _S.PUBLISHED, _S.WITHDRAWN}), _S.PUBLISHED,
                Label("Cho mọi người xem", "Show to everyone"),
            ),
            Move("withdraw", frozenset({_S.PUBLISHED}), _S.WITHDRAWN, Label("Gỡ xuống", "Take down")),
        ),
    )  # fmt: skip


SPOT = _flow("spot")
ROUTE = _flow("route")
CHAIN = _flow("chain")
