"""States of a producer's site and the moves between them, with their labels."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class SiteState(StrEnum):
    """Whether everyone sees a site."""

    DRAFT = "draft"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


SITE_STATES: Mapping[SiteState, Label] = {
    SiteState.DRAFT: Label("Đang soạn", "Being written"),
    SiteState.PUBLISHED: Label("Đang hiện", "On show"),
    SiteState.WITHDRAWN: Label("Đã gỡ", "Taken down"),
}

_S = SiteState

WORKFLOW = Workflow(
    "site",
    SiteState,
    _S.DRAFT,
    (
        Move(
            "publish", frozenset({_S.DRAFT, _S.PUBLISHED, _S.WITHDRAWN}), _S.PUBLISHED,
            Label("Cho mọi người xem", "Show to everyone"),
        ),
        Move("withdraw", frozenset({_S.PUBLISHED}), _S.WITHDRAWN, Label("Gỡ trang", "Take the site down")),
    ),
)  # fmt: skip
