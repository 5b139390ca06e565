"""States of a news or guidance page. The day on which it shows is data beside the state, not a state."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from ocop.kernel.text import Label
from ocop.kernel.workflow import Move, Workflow


class NewsKind(StrEnum):
    """What a page is: something that happened, or how something is done."""

    NEWS = "news"
    GUIDANCE = "guidance"


class NewsState(StrEnum):
    """Where a page stands."""

    DRAFT = "draft"
    PROPOSED = "proposed"
    PUBLISHED = "published"
    WITHDRAWN = "withdrawn"


NEWS_STATES: Mapping[NewsState, Label] = {
    NewsState.DRAFT: Label("Đang soạn", "Draft"),
    NewsState.PROPOSED: Label("Chờ tỉnh đăng", "Waiting for the province"),
    NewsState.PUBLISHED: Label("Đã duyệt đăng", "Approved"),
    NewsState.WITHDRAWN: Label("Đã gỡ", "Withdrawn"),
}

_S = NewsState

NEWS_WORKFLOW = Workflow(
    "newspage",
    NewsState,
    _S.DRAFT,
    (
        Move("propose", frozenset({_S.DRAFT}), _S.PROPOSED, Label("Gửi tỉnh duyệt", "Send to the province")),
        Move("return", frozenset({_S.PROPOSED}), _S.DRAFT, Label("Trả lại", "Return"), needs_reason=True),
        Move("publish", frozenset({_S.DRAFT, _S.PROPOSED}), _S.PUBLISHED, Label("Đăng", "Publish")),
        Move(
            "withdraw",
            frozenset({_S.DRAFT, _S.PROPOSED, _S.PUBLISHED}),
            _S.WITHDRAWN,
            Label("Gỡ", "Withdraw"),
            needs_reason=True,
        ),
        Move("reopen", frozenset({_S.WITHDRAWN}), _S.DRAFT, Label("Soạn lại", "Draft again")),
    ),
)
