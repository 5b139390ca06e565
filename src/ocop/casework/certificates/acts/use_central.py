"""Công nhận theo kết quả trung ương: 3 or 4 stars on the central score (article 7(4)(g), R26-34)."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import PRODUCT
from ocop.casework.certificates.models import CentralAnswer, Decision, DecisionItem
from ocop.casework.certificates.permissions import refuse_conflict, refuse_handle, refuse_prepare
from ocop.casework.certificates.rules import RECOGNISED_BY_PROVINCE, SUBJECTS, DecisionKind
from ocop.casework.certificates.selectors.central import answer_of, is_open
from ocop.casework.certificates.writes.contents import content_of, freeze
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, record, recorded
from ocop.foundation.holding import holding


@recorded
def use_central_result(decision_item: DecisionItem, *, by: Person, at: datetime) -> Decision:
    """Drafts the decision that recognises the product with the stars and points of the central council, whose
    paper is its basis; it is submitted and signed as any other.

    Refused to other offices, before the ministry's answer, where it recognised 5 stars or gave fewer than 3,
    and once the answer was used or the product is evaluated again.
    """
    who = who_is(by, at)
    rows = holding(DecisionItem.objects).select_related("decision__programme", "item__dossier__product")
    stored = rows.get(pk=decision_item.pk)
    ensure(refuse_handle(who, stored.decision) or refuse_conflict(who, [stored.item]))
    answer = below(stored)
    assert answer.score is not None  # noqa: S101 - a constraint of the table
    if answer.stars not in RECOGNISED_BY_PROVINCE:
        raise Refused(
            Refusal(
                "below_recognition",
                gettext("Kết quả trung ương là %(stars)s sao: không công nhận được.")
                % {"stars": answer.stars},
                gettext("Công nhận từ 3 sao (Điều 4)."),
                gettext("Đánh giá lại, nếu tỉnh thấy cần."),
            )
        )
    decision = Decision.objects.create(
        programme=stored.decision.programme, kind=DecisionKind.RECOGNITION.value,
        subject=SUBJECTS[DecisionKind.RECOGNITION].format(year=answer.paper.issued_on.year),
        drafted_by=by, created_at=at,
    )  # fmt: skip
    DecisionItem.objects.create(
        decision=decision, item=stored.item, product=stored.product, position=1, answer=answer,
        stars=answer.stars, total=answer.score,
    )  # fmt: skip
    freeze(decision)
    data = {**content_of(decision), "central": answer.paper.number}
    record("decision.draft", decision, by=by, at=at, data=data)
    return decision


def below(item: DecisionItem) -> CentralAnswer:
    """The answer below 90 points of which nothing was made yet. Refused where there is none."""
    answer = answer_of(item)
    if answer is None or answer.is_recognised:
        raise Refused(
            Refusal(
                "no_central_result",
                gettext("Chưa có kết quả trung ương dưới 90 điểm để tỉnh xử lý."),
                gettext("Tỉnh chỉ quyết định khi Bộ đánh giá dưới 90 điểm (khoản 4 Điều 7)."),
                gettext("Ghi kết quả của Bộ trước."),
            )
        )
    if not is_open(item, answer):
        raise Refused(
            Refusal(
                "conflict_central_used",
                gettext("Kết quả trung ương này đã được xử lý."),
                gettext("Hoặc công nhận theo kết quả trung ương, hoặc đánh giá lại; chỉ một lần."),
                gettext("Tải lại trang."),
            )
        )
    return answer


USE_CENTRAL = Act(
    about=PRODUCT,
    name="use_central",
    path="cong-nhan-theo-trung-uong/",
    refuse=refuse_prepare,
    do=use_central_result,
    button=_("Công nhận theo kết quả trung ương"),
    lead=_("Soạn quyết định công nhận 3 sao, 4 sao với điểm và hạng sao của hội đồng trung ương."),
    confirm=_("Soạn dự thảo"),
    said=_("Đã soạn dự thảo theo kết quả trung ương. Xem lại rồi trình ký."),
    then=lambda _item, decision: decision.get_absolute_url(),
)
