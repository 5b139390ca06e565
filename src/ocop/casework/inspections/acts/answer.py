"""Báo đã khắc phục: the producer says what was put right, with files."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import ORDER
from ocop.casework.inspections.models import AnswerFile, CorrectiveOrder, OrderAnswer
from ocop.casework.inspections.permissions import ANSWER_FILES, refuse_producer
from ocop.casework.inspections.states import ORDER_WORKFLOW
from ocop.casework.inspections.writes.office import tell_office
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition, words
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField
from ocop.foundation.documents.rules import ALL_KINDS
from ocop.foundation.ui.forms import TextField


class AsksAnswer(Asks):
    """What was done, and proof of it."""

    text = TextField(label=_("Đã khắc phục thế nào"), lines=4, max_length=4000)
    proofs = UploadsField(label=_("Ảnh, tài liệu kèm theo"), required=False)


@recorded
def answer_order(
    order: CorrectiveOrder, *, text: str, by: Person, at: datetime, proofs: Sequence[Any] = ()
) -> OrderAnswer:
    """The producer reports the correction; the office looks at it. Refused to all but the producer's people,
    and where the order does not wait for them.
    """
    ensure(refuse_producer(who_is(by, at), held(order)))
    if order.state not in ORDER_WORKFLOW.move("answer").sources:
        ensure(refuse_state(order, ANSWER.label))
    answer = OrderAnswer.objects.create(order=order, text=text.strip(), by=by, at=at)
    for upload in proofs:
        file = store(upload, owner=ANSWER_FILES, by=by, at=at, kinds=ALL_KINDS)
        AnswerFile.objects.create(answer=answer, file=file)
    transition(order, "answer", by=by, at=at, data={"answer": answer.pk, "files": len(proofs)})
    tell_office(
        order,
        kind="inspections.answered",
        subject=words(_("Đã báo khắc phục: %(what)s"), what=str(order)),
        body=words("%(note)s", note=text[:300]),
        at=at,
    )
    return answer


ANSWER = Act(
    about=ORDER,
    name="answer",
    path="bao/",
    move=ORDER_WORKFLOW.move("answer"),
    refuse=refuse_producer,
    form=AsksAnswer,
    do=answer_order,
    said=_("Đã gửi. Cơ quan OCOP xem và trả lời."),
    weight="main",
    begins=True,
)
