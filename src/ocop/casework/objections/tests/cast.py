"""Results that were told, and objections in any state."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from ocop.casework.certificates.acts import notify_results
from ocop.casework.certificates.models import ResultNotice
from ocop.casework.certificates.tests.cast import Desk
from ocop.casework.objections import acts
from ocop.casework.objections.models import Objection
from ocop.casework.objections.papers.letter import letter_data
from ocop.casework.objections.papers.makers import LETTER
from ocop.casework.review.models import AgendaItem, WorkingRules
from ocop.foundation.documents.engines import pdf
from ocop.foundation.documents.models import Paper


class Told(Desk):
    """The desk with a result of two stars that was told to Lan; Phúc answers."""

    def __init__(self, cast: Any, at: datetime) -> None:
        super().__init__(cast, at)
        self.low_one = self.low()
        self.notice = self.tell(self.low_one)

    def tell(self, item: AgendaItem) -> ResultNotice:
        """The notice of a result without a decision."""
        notify_results([item], by=self.phuc, at=self.at)
        return ResultNotice.objects.get(item=item)

    def within(self, days: int | None) -> None:
        """The working rules let objections come for so many days."""
        WorkingRules.objects.update(objection_days=days)
        self.notice = ResultNotice.objects.get(pk=self.notice.pk)

    def filed(self, **facts: Any) -> Objection:
        """By Lan, with one file unless said otherwise."""
        told = {"reason": "Tiêu chí 5.1 có tài liệu mà chưa được tính.", "by": self.lan, "at": self.at}
        return acts.file_objection(self.notice, **{**told, **facts})

    def answer(self, **facts: Any) -> dict[str, Any]:
        """What an answer is told."""
        told = {"answer": "Đã xem lại, tài liệu chưa đủ.", "number": "77-MH/CV-SNNMT"}
        return {**told, "issued_on": self.at.date(), "by": self.phuc, "at": self.at, **facts}


def letter_pdf_of_one(at: datetime) -> bytes:
    """The letter that would answer the one objection, typeset now."""
    objection = Objection.objects.with_names().get()
    objection.answer = "Đã xem lại, tài liệu chưa đủ."
    paper = Paper(number="77-MH/CV-SNNMT", issued_on=at.date())
    return pdf.render(LETTER.template, letter_data(objection, paper, is_kept=True, at=at), at=at)
