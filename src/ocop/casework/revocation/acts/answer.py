"""Ghi quyết định của Bộ trưởng: certificates of 5 stars are taken back by the Minister (article 8(2)(b))."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.writes.bases import ensure_open
from ocop.casework.revocation.about import REVOCATION
from ocop.casework.revocation.acts.sign import said_of, what_is_decided
from ocop.casework.revocation.models import Revocation, RevocationItem
from ocop.casework.revocation.permissions import BASIS_FILES, refuse_ministry
from ocop.casework.revocation.states import WORKFLOW, RevocationState
from ocop.casework.revocation.writes import take_back
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition
from ocop.foundation.documents.actions import file_paper, store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.ui.forms import DateField, TextField

MINISTER = "Bộ trưởng Bộ Nông nghiệp và Môi trường"


class AsksAnswer(Asks):
    """The Minister's decision as it came."""

    number = TextField(label=_("Số, ký hiệu quyết định của Bộ trưởng"), max_length=80)
    signed_on = DateField(label=_("Ngày ký"))
    file = UploadField(label=_("Bản quét quyết định"), required=False)
    beside = {"number_": "number", "paper_": "number", "signed_": "signed_on"}


@recorded
def record_answer(
    revocation: Revocation, *, number: str, signed_on: date, by: Person, at: datetime, file: Any = None
) -> list[RevocationItem]:
    """Records the Minister's decision and takes the recognitions back from its day. Refused to all but
    officers of the province, for a decision older than the letter that asked for it, for a day that has not
    come.
    """
    ensure(refuse_ministry(who_is(by, at), held(revocation)))
    ensure_open(revocation, "answer", by=by, at=at)
    ensure(_refuse_day(revocation, signed_on))
    paper = file_paper(
        kind=PaperKind.DECISION, number=number, issued_on=signed_on, issuer=MINISTER,
        subject="thu hồi giấy chứng nhận sản phẩm OCOP", by=by, at=at,
        file=store(file, owner=BASIS_FILES, by=by, at=at) if file else None,
    )  # fmt: skip
    taken = take_back(revocation, paper=paper, on=signed_on, by=by, at=at)
    data = {"number": paper.number, "signed_on": signed_on.isoformat()}
    transition(revocation, "answer", by=by, at=at, changes={"paper": paper, "decided_at": at}, data=data)
    return taken


def _refuse_day(revocation: Revocation, signed_on: date) -> Refusal | None:
    if revocation.letter is None or signed_on >= revocation.letter.issued_on:
        return None
    return Refusal(
        "signed_too_early",
        _("Quyết định của Bộ trưởng không thể có trước văn bản đề nghị của tỉnh."),
        "",
        _("Kiểm tra lại ngày."),
    )


ANSWER = Act(
    about=REVOCATION,
    name="answer",
    path="bo-tra-loi/",
    move=WORKFLOW.move("answer"),
    refuse=refuse_ministry,
    form=AsksAnswer,
    do=record_answer,
    show=what_is_decided,
    template="revocation/decide.html",
    said=said_of,
    is_done=lambda revocation: revocation.state == RevocationState.DECIDED,
    weight="main",
    danger=True,
)
