"""Báo cán bộ OCOP: a threat, a fraud, an insult; the office reads it, without how to reach who asked."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.sites.about import QUESTION
from ocop.casework.sites.models import Question
from ocop.casework.sites.permissions import refuse_own_question
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, AsksReason, Refusal, ensure, held, record, recorded


def refuse_report_question(who: Who, question: Question) -> Refusal | None:
    """The producer's people, once."""
    if question.reported_at is not None:
        return Refusal("reported", gettext("Câu hỏi này đã được báo cho cán bộ."))
    return refuse_own_question(who, question)


@recorded
def report_question(question: Question, *, reason: str, by: Person, at: datetime) -> None:
    """The officers of the producer's ground see it from now on. Refused to all but its people, and twice."""
    ensure(refuse_report_question(who_is(by, at), held(question)))
    question.reported_at = at
    question.save(update_fields=["reported_at"])
    record("question.report", question, by=by, at=at, reason=reason)


REPORT_QUESTION = Act(
    about=QUESTION,
    name="report_question",
    path="bao-can-bo/",
    refuse=refuse_report_question,
    form=AsksReason,
    do=report_question,
    button=_("Báo cán bộ OCOP"),
    said=_("Đã báo. Cán bộ của xã và của tỉnh đọc được câu hỏi, không thấy cách liên hệ."),
)
