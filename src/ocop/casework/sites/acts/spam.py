"""Đánh dấu thư rác: what is no question stands aside."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import QUESTION
from ocop.casework.sites.models import Question
from ocop.casework.sites.permissions import refuse_own_question
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, recorded


def refuse_spam(who: Who, question: Question) -> Refusal | None:
    """The producer's people, for what is neither answered nor marked already."""
    if question.answered_at is not None or question.spam_at is not None:
        return Refusal("done", gettext("Câu hỏi này đã được xử lý."))
    return refuse_own_question(who, question)


@recorded
def mark_spam(question: Question, *, by: Person, at: datetime) -> None:
    """It waits no longer; it is deleted on its day. Refused to all but the producer's people."""
    ensure(refuse_spam(who_is(by, at), held(question)))
    question.spam_at = at
    question.save(update_fields=["spam_at"])
    record("question.spam", question, by=by, at=at)


SPAM = Act(
    about=QUESTION,
    name="spam",
    path="thu-rac/",
    refuse=refuse_spam,
    do=mark_spam,
    button=_("Đánh dấu thư rác"),
    said=_("Đã đánh dấu thư rác."),
)
