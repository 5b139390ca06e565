"""Ký quyết định huỷ bỏ: the Chair annuls wrong acts and has them done again (article 10(1)(b), R26-46)."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.annulment.about import ANNULMENT
from ocop.casework.annulment.models import Annulment, AnnulmentItem
from ocop.casework.annulment.papers import decision_data
from ocop.casework.annulment.permissions import refuse_sign
from ocop.casework.annulment.selectors import items_of, why_not
from ocop.casework.annulment.states import WORKFLOW, AnnulmentState
from ocop.casework.annulment.writes import annul
from ocop.casework.certificates.checks import refuse_taking_back
from ocop.casework.certificates.forms import AsksSignature
from ocop.casework.certificates.rules import CAPACITY_TITLES, Capacity
from ocop.casework.certificates.writes.bases import ensure_open
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, recorded, transition
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.holding import holding
from ocop.foundation.printing.writes import want
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.text import one_line
from ocop.registers.programme.models import Programme


class AsksDecision(AsksSignature):
    """As for a recognition."""

    beside = AsksSignature.beside | {"paper_": "number"}


@recorded
def sign_annulment(
    annulment: Annulment,
    *,
    number: str,
    signed_on: date,
    by: Person,
    at: datetime,
    capacity: Capacity | str = Capacity.CHAIR,
) -> list[AnnulmentItem]:
    """Records the signed decision: recognitions that can be are annulled from its day, dossiers wait for a
    new meeting where that was asked for; producers, communes and officers are told. Refused to all but the
    signer, who neither prepared nor verified it; for a number or day that cannot be; where nothing is left.
    """
    number = one_line(number)
    programme = holding(Programme.objects).get(pk=annulment.programme_id)
    ensure(refuse_sign(who_is(by, at), held(annulment)))
    ensure_open(annulment, "sign", by=by, at=at)
    earliest = annulment.basis.issued_on if annulment.basis else timezone.localdate(annulment.prepared_at)
    ensure(refuse_taking_back(programme, number, signed_on, earliest, at))
    paper = file_paper(
        kind=PaperKind.DECISION, number=number, issued_on=signed_on, issuer=programme.authority_name,
        subject="huỷ bỏ việc công nhận sản phẩm OCOP không đúng quy định", by=by, at=at,
    )  # fmt: skip
    taken = annul(annulment, paper=paper, on=signed_on, by=by, at=at)
    titles = list(CAPACITY_TITLES[Capacity(capacity)])
    content = decision_data(
        annulment, taken, number=number, signed_on=signed_on, titles=titles, signer=by.full_name
    )
    changes = {"paper": paper, "signer": by, "decided_at": at, "content": content}
    data = {"number": number, "signed_on": signed_on.isoformat(), "content": sha256_hex(content)}
    entry = transition(annulment, "sign", by=by, at=at, changes=changes, data=data)
    want(annulment, at=at, entry=entry)
    return taken


def _what_is_decided(form: Asks) -> Mapping[str, Any]:
    """The acts, and which of them cannot be annulled any more."""
    today = timezone.localdate(form.who.at)
    rows = items_of(form.thing)
    for row in rows:
        row.left_out = why_not(row, today, redo=form.thing.redo)
    return {"rows": rows, "details": [(_("Kết quả xác minh"), form.thing.finding)]}


def _said(_annulment: Annulment, taken: list[AnnulmentItem]) -> str:
    words = gettext("Đã huỷ bỏ %(count)s. Chủ thể, xã và trang tra cứu đã biết.")
    return words % {"count": len(taken)}


SIGN = Act(
    about=ANNULMENT,
    name="sign",
    path="ky/",
    move=WORKFLOW.move("sign"),
    refuse=refuse_sign,
    form=AsksDecision,
    do=sign_annulment,
    show=_what_is_decided,
    template="annulment/decide.html",
    said=_said,
    is_done=lambda annulment: annulment.state == AnnulmentState.DECIDED,
    weight="main",
    danger=True,
)
