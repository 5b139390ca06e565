"""Ghi đã gửi Bộ: the province proposes, for the Minister decides on 5 stars (article 8(2)(b))."""

from __future__ import annotations

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import number_malformed
from ocop.casework.certificates.rules import is_paper_no
from ocop.casework.certificates.writes.bases import ensure_open
from ocop.casework.revocation.about import REVOCATION
from ocop.casework.revocation.models import Revocation
from ocop.casework.revocation.permissions import refuse_ministry
from ocop.casework.revocation.states import WORKFLOW
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refused, ensure, held, recorded, transition
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line

SYMBOL = "UBND-NLN"


class AsksLetter(Asks):
    """The letter to the Ministry."""

    letter_no = TextField(label=_("Số, ký hiệu văn bản đề nghị"), max_length=60)
    letter_on = DateField(label=_("Ngày văn bản"))
    beside = {"number_": "letter_no", "paper_": "letter_no"}


@recorded
def send_revocation(
    revocation: Revocation, *, letter_no: str, letter_on: date, by: Person, at: datetime
) -> None:
    """Records the letter with which the province proposed it. Refused to all but its officers, for 3 and 4
    stars, for a number or day that cannot be.
    """
    ensure(refuse_ministry(who_is(by, at), held(revocation)))
    number, programme = one_line(letter_no), revocation.programme
    ensure_open(revocation, "send", by=by, at=at)
    if not is_paper_no(number, programme.paper_mark):
        raise Refused(number_malformed(number, programme.paper_mark, SYMBOL))
    letter = file_paper(
        kind=PaperKind.LETTER, number=number, issued_on=letter_on, issuer=programme.authority_name,
        subject="đề nghị thu hồi giấy chứng nhận sản phẩm OCOP 5 sao", by=by, at=at,
    )  # fmt: skip
    data = {"number": number, "on": letter_on.isoformat()}
    transition(revocation, "send", by=by, at=at, changes={"letter": letter}, data=data)


SEND = Act(
    about=REVOCATION,
    name="send",
    path="gui-bo/",
    move=WORKFLOW.move("send"),
    refuse=refuse_ministry,
    form=AsksLetter,
    do=send_revocation,
    said=_("Đã ghi. Khi Bộ trả lời, ghi quyết định của Bộ trưởng hoặc chọn Thôi không thu hồi."),
    weight="main",
)
