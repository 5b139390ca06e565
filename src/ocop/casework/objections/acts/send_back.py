"""Đưa về hội đồng đánh giá lại: the objection is right; the product comes before the council again."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import refuse_paper
from ocop.casework.certificates.models import DecisionItem, Redo
from ocop.casework.certificates.states import DecisionState
from ocop.casework.certificates.writes.redos import evaluate_again
from ocop.casework.objections.about import OBJECTION
from ocop.casework.objections.acts.keep import SYMBOL
from ocop.casework.objections.checks import refuse_no_answer
from ocop.casework.objections.forms import AsksAnswer
from ocop.casework.objections.models import Objection
from ocop.casework.objections.permissions import refuse_answer
from ocop.casework.objections.states import WORKFLOW
from ocop.casework.objections.writes import file_letter, write_answer
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded
from ocop.foundation.audit.actions import refuse_state
from ocop.kernel.text import one_line


def refuse_decided(objection: Objection) -> Refusal | None:
    """A result on which a decision stands: that is annulled first, by another decision (R26-46)."""
    rows = DecisionItem.objects.live().filter(
        item=objection.notice.item_id, decision__state=DecisionState.SIGNED
    )
    decided = rows.select_related("decision").first()
    if decided is None:
        return None
    return Refusal(
        "decision_stands",
        _("Đã có Quyết định số %(number)s dựa trên kết quả này.") % {"number": decided.decision.number},
        _("Quyết định sai thì huỷ bỏ bằng quyết định khác, không sửa (điểm b khoản 1 Điều 10)."),
        _("Lập quyết định huỷ bỏ và chọn đánh giá lại ở mục Huỷ bỏ; ký xong thì trả lời kiến nghị này."),
    )


@recorded
def send_back(
    objection: Objection, *, answer: str, number: str, issued_on: date, by: Person, at: datetime
) -> None:
    """The dossier waits for a new meeting of the council; result, sheets and minutes stay to be read. Where
    the result was taken back already by annulling its decision, only the answer is written.

    Refused: to all but officers of the province without a conflict; an objection that was answered or taken
    back; a result on which a signed decision stands; without an answer; a number or day that cannot be; a
    product with another open dossier.
    """
    number = one_line(number)
    ensure(refuse_answer(who_is(by, at), held(objection)))
    if objection.state not in WORKFLOW.move("back").sources:
        ensure(refuse_state(objection, SEND_BACK.label))
    ensure(refuse_no_answer(answer))
    ensure(refuse_paper(objection.programme, number, issued_on, at, symbol=SYMBOL))
    is_redone = Redo.objects.filter(item=objection.notice.item_id).exists()
    if not is_redone:
        ensure(refuse_decided(objection))
    paper = file_letter(objection, number=number, issued_on=issued_on, by=by, at=at)
    if not is_redone:
        evaluate_again(objection.notice.item, reason=answer, by=by, at=at, paper=paper)
    write_answer(objection, "back", answer=answer, paper=paper, by=by, at=at)


SEND_BACK = Act(
    about=OBJECTION,
    name="send_back",
    path="danh-gia-lai/",
    move=WORKFLOW.move("back"),
    refuse=refuse_answer,
    form=AsksAnswer,
    do=send_back,
    lead=_("Hồ sơ chờ xếp phiên họp mới. Kết quả, phiếu và biên bản cũ vẫn lưu để xem lại."),
    confirm=_("Trả lời, đưa về hội đồng"),
    said=_("Đã đưa về hội đồng. Chủ thể và xã đã được báo."),
    weight="quiet",
    begins=True,
)
