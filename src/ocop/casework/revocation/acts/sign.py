"""Ký quyết định thu hồi: the Chair takes certificates of 3 and 4 stars back (article 8(2)(a))."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import refuse_taking_back
from ocop.casework.certificates.forms import AsksSignature
from ocop.casework.certificates.rules import CAPACITY_TITLES, Capacity
from ocop.casework.certificates.writes.bases import ensure_open
from ocop.casework.revocation.about import REVOCATION
from ocop.casework.revocation.models import Revocation, RevocationItem
from ocop.casework.revocation.papers import decision_data
from ocop.casework.revocation.permissions import refuse_sign
from ocop.casework.revocation.selectors import items_of, why_not
from ocop.casework.revocation.states import WORKFLOW, RevocationState
from ocop.casework.revocation.writes import take_back
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
def sign_revocation(
    revocation: Revocation,
    *,
    number: str,
    signed_on: date,
    by: Person,
    at: datetime,
    capacity: Capacity | str = Capacity.CHAIR,
) -> list[RevocationItem]:
    """Records the signed decision: every recognition that can be is revoked from its day; producers, communes
    and officers are told. Refused to all but the signer, who neither prepared nor verified it; for 5 stars;
    for a number or day that cannot be; where nothing is left to take back.
    """
    number = one_line(number)
    programme = holding(Programme.objects).get(pk=revocation.programme_id)
    ensure(refuse_sign(who_is(by, at), held(revocation)))
    ensure_open(revocation, "sign", by=by, at=at)
    earliest = revocation.basis.issued_on if revocation.basis else timezone.localdate(revocation.prepared_at)
    ensure(refuse_taking_back(programme, number, signed_on, earliest, at))
    paper = file_paper(
        kind=PaperKind.DECISION, number=number, issued_on=signed_on, issuer=programme.authority_name,
        subject="thu hồi giấy chứng nhận sản phẩm OCOP", by=by, at=at,
    )  # fmt: skip
    taken = take_back(revocation, paper=paper, on=signed_on, by=by, at=at)
    titles = list(CAPACITY_TITLES[Capacity(capacity)])
    content = decision_data(
        revocation, taken, number=number, signed_on=signed_on, titles=titles, signer=by.full_name
    )
    changes = {"paper": paper, "signer": by, "decided_at": at, "content": content}
    data = {"number": number, "signed_on": signed_on.isoformat(), "content": sha256_hex(content)}
    entry = transition(revocation, "sign", by=by, at=at, changes=changes, data=data)
    want(revocation, at=at, entry=entry)
    return taken


def what_is_decided(form: Asks) -> Mapping[str, Any]:
    """The products, and which of them cannot be taken back any more."""
    today = timezone.localdate(form.who.at)
    rows = items_of(form.thing)
    for row in rows:
        row.left_out = why_not(row.recognition, today)
    return {"rows": rows, "details": [(_("Kết quả xác minh"), form.thing.finding)]}


def said_of(_revocation: Revocation, taken: list[RevocationItem]) -> str:
    """How many, and who knows."""
    words = gettext("Đã thu hồi %(count)s giấy chứng nhận. Chủ thể, xã và trang tra cứu đã biết.")
    return words % {"count": len(taken)}


SIGN = Act(
    about=REVOCATION,
    name="sign",
    path="ky/",
    move=WORKFLOW.move("sign"),
    refuse=refuse_sign,
    form=AsksDecision,
    do=sign_revocation,
    show=what_is_decided,
    template="revocation/decide.html",
    said=said_of,
    is_done=lambda revocation: revocation.state == RevocationState.DECIDED,
    weight="main",
    danger=True,
)
