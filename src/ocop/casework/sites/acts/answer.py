"""Trả lời: the producer answers whoever asked; who has the code of the question reads it."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import QUESTION
from ocop.casework.sites.models import Question
from ocop.casework.sites.permissions import refuse_own_question
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.foundation.ui.forms import TextField


class AsksAnswer(Asks):
    """What is said."""

    answer = TextField(
        label=_("Trả lời"), lines=4, max_length=2000,
        help_text=_("Người hỏi đọc bằng mã câu hỏi. Không ghi số tài khoản hay mật khẩu."),
    )  # fmt: skip


def refuse_answer(who: Who, question: Question) -> Refusal | None:
    """The producer's people, once."""
    if question.answered_at is not None:
        return Refusal("answered", gettext("Câu hỏi này đã được trả lời."))
    return refuse_own_question(who, question)


@recorded
def answer_question(question: Question, *, answer: str, by: Person, at: datetime) -> None:
    """Keeps the answer. Refused to all but the producer's people, and a second time."""
    ensure(refuse_answer(who_is(by, at), held(question)))
    question.answer, question.answered_at, question.spam_at = answer.strip(), at, None
    question.save(update_fields=["answer", "answered_at", "spam_at"])
    record("question.answer", question, by=by, at=at)


ANSWER = Act(
    about=QUESTION,
    name="answer",
    path="tra-loi/",
    refuse=refuse_answer,
    form=AsksAnswer,
    do=answer_question,
    button=_("Trả lời"),
    said=_("Đã trả lời. Người hỏi đọc được bằng mã của câu hỏi."),
)
