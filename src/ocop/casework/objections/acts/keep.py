"""Giữ nguyên kết quả: the province answers that the result stays."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import refuse_paper
from ocop.casework.objections.about import OBJECTION
from ocop.casework.objections.checks import refuse_no_answer
from ocop.casework.objections.forms import AsksAnswer
from ocop.casework.objections.models import Objection
from ocop.casework.objections.permissions import refuse_answer
from ocop.casework.objections.states import WORKFLOW
from ocop.casework.objections.writes import file_letter, write_answer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, ensure, held, recorded
from ocop.foundation.audit.actions import refuse_state
from ocop.kernel.text import one_line

SYMBOL = "CV-SNNMT"


@recorded
def keep_result(
    objection: Objection, *, answer: str, number: str, issued_on: date, by: Person, at: datetime
) -> None:
    """The result stays; the letter says why. Producer and commune are told.

    Refused: to all but officers of the province without a conflict; an objection that was answered or taken
    back; without an answer; a number or day that cannot be.
    """
    number = one_line(number)
    ensure(refuse_answer(who_is(by, at), held(objection)))
    if objection.state not in KEEP_SOURCES:
        ensure(refuse_state(objection, KEEP.label))
    ensure(refuse_no_answer(answer))
    ensure(refuse_paper(objection.programme, number, issued_on, at, symbol=SYMBOL))
    paper = file_letter(objection, number=number, issued_on=issued_on, by=by, at=at)
    write_answer(objection, "keep", answer=answer, paper=paper, by=by, at=at)


KEEP_SOURCES = WORKFLOW.move("keep").sources

KEEP = Act(
    about=OBJECTION,
    name="keep",
    path="giu-nguyen/",
    move=WORKFLOW.move("keep"),
    refuse=refuse_answer,
    form=AsksAnswer,
    do=keep_result,
    lead=_("Trả lời chủ thể bằng văn bản: vì sao kết quả giữ nguyên."),
    confirm=_("Trả lời"),
    said=_("Đã trả lời. Bản PDF đang được lập."),
    begins=True,
)
