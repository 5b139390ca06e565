"""Nhận lại bản Word của dự thảo: what was written in the articles of a draft becomes the decision's."""

from __future__ import annotations

from datetime import datetime

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.papers.articles import articles_of, name_of
from ocop.casework.certificates.papers.decision import decision_data
from ocop.casework.certificates.permissions import refuse_handle
from ocop.casework.certificates.states import DecisionState
from ocop.casework.certificates.writes.texts import word_articles
from ocop.casework.paperwork.about import DECISION
from ocop.casework.paperwork.forms import AsksWord
from ocop.casework.paperwork.papers.word import decision_docx
from ocop.casework.paperwork.writes.word_back import word_back
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded

END = "./."


def refuse_take_decision(who: Who, decision: Decision) -> Refusal | None:
    """Officers who draft, while it is a draft that has a Word file."""
    return refuse_handle(who, decision) or _refuse_no_draft(decision)


def _refuse_no_draft(decision: Decision) -> Refusal | None:
    if decision.state == DecisionState.DRAFT and not decision.is_replacement:
        return None
    return Refusal(
        "conflict_no_draft",
        _("“%(decision)s” không nhận bản Word.") % {"decision": decision},
        _("Chỉ nhận khi đang soạn; quyết định cấp lại lấy nguyên từ đề nghị."),
        _("Tải lại trang để xem bước hiện tại."),
    )


@recorded
def take_decision(decision: Decision, *, file: File, by: Person, at: datetime) -> Decision:
    """Reads the articles from the Word file alone. Those that say what the data gives go on following it.

    Refused as drafting is; once it was submitted; a file that `word_back` refuses.
    """
    ensure(refuse_take_decision(who_is(by, at), held(decision)))
    with override("vi"):  # papers are Vietnamese, whoever hands them in
        data = decision_data(decision)
        sent = decision_docx(data, at)
    given = {name_of(place): text for place, text in enumerate(articles_of(data, {}), start=1)}
    came = word_back(file, sent, tuple(given))
    texts = {zone: _open_ended(text) for zone, text in came.texts.items()}
    own = {zone: text for zone, text in texts.items() if text != _open_ended(given[zone])}
    word_articles(decision, own, word=came.word, by=by, at=at)
    return decision


def _open_ended(text: str) -> str:
    """Without the end of the paper, which the paper sets itself."""
    return text.removesuffix(END).rstrip()


TAKE_DECISION = Act(
    about=DECISION,
    name="take_decision",
    path="ban-word/",
    when=frozenset({DecisionState.DRAFT}),
    refuse=refuse_take_decision,
    form=AsksWord,
    do=take_decision,
    button=_("Nhận lại bản Word của dự thảo"),
    lead=_(
        "Chỉ lời của từng điều được nhận. Phần khác phải giống dự thảo; chỗ nào khác được nêu tên và tệp "
        "không được nhận."
    ),
    said=_("Đã nhận. Dự thảo in lời vừa viết."),
    icon="upload",
)
