"""Trình ký: the draft goes to the signer's desk."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import DECISION
from ocop.casework.certificates.checks import refuse_paper
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.permissions import refuse_conflict, refuse_prepare, refuse_read
from ocop.casework.certificates.permissions.three import preparer_verifies
from ocop.casework.certificates.states import WORKFLOW, DecisionState
from ocop.casework.certificates.writes.contents import content_of, freeze
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import DateField, TextField
from ocop.kernel.text import one_line


class AsksLetter(Asks):
    """Number and date of the submission letter, where the records office has given them."""

    letter_no = TextField(label=_("Số, ký hiệu tờ trình"), required=False, max_length=60)
    letter_on = DateField(label=_("Ngày tờ trình"), required=False)
    beside = {"number_": "letter_no", "signed_": "letter_on"}

    def known(self) -> Mapping[str, Any]:
        """What an earlier submission said."""
        return {"letter_no": self.thing.letter_no, "letter_on": self.thing.letter_on}


def refuse_submit(who: Who, decision: Decision) -> Refusal | None:
    """Officers; for a certificate in place of another a second one, who has checked it."""
    refusal = refuse_prepare(who, decision)
    if refusal is not None or not decision.is_replacement or who.person.pk != decision.drafted_by_id:
        return refusal
    return preparer_verifies()


@recorded
def submit_decision(
    decision: Decision, *, by: Person, at: datetime, letter_no: str = "", letter_on: date | None = None
) -> None:
    """Puts the draft on the signer's desk, with the records office's number and date of the submission letter
    if any; those who sign learn that it waits.

    Refused to other offices, for half a letter, a number that cannot be, a date that has not come; of a
    certificate in place of another to who drafted it.
    """
    who = who_is(by, at)
    ensure(refuse_submit(who, held(decision)))
    letter_no = one_line(letter_no)
    ensure(refuse_paper(decision.programme, letter_no, letter_on, at, symbol="TTr-SNNMT"))
    rows = decision.items.live().select_related("item__dossier__product")
    ensure(refuse_conflict(who, [row.item for row in rows]) or refuse_read(who, decision))
    if decision.state == DecisionState.DRAFT:
        freeze(decision)
    changes = {"submitted_at": at, "submitted_by": by, "letter_no": letter_no, "letter_on": letter_on}
    transition(decision, "submit", by=by, at=at, changes=changes, data=content_of(decision))
    tell(
        people_holding(Role.SIGNER, at, place=decision.programme.province),
        kind="certificates.submitted",
        subject=words(_("Chờ ký: %(subject)s"), subject=decision.subject),
        body=words(_("%(count)s sản phẩm. Mở để xem tóm tắt và ký."), count=len(rows)),
        url=decision.get_absolute_url(),
        at=at,
    )


SUBMIT = Act(
    about=DECISION,
    name="submit",
    path="trinh/",
    move=WORKFLOW.move("submit"),
    refuse=refuse_submit,
    form=AsksLetter,
    do=submit_decision,
    lead=_("Tờ trình chưa có số thì để trống hai ô; quyết định khi đó chỉ ghi tên cơ quan trình."),
    said=_("Đã trình. Người ký nhận được thông báo."),
    weight="main",
)
