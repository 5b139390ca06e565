"""What the acts of this package are about: how a thing is found, and what the head of its pages says."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.certificates import permissions
from ocop.casework.certificates.labels import DECISION_KINDS, STATE_KINDS, state_word
from ocop.casework.certificates.models import Certificate, Decision, DecisionItem, ResultNotice
from ocop.casework.certificates.rules import DecisionKind
from ocop.casework.certificates.selectors import certificate_by_code
from ocop.casework.certificates.selectors.items import shown_items
from ocop.casework.certificates.states import DecisionState
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, Refusal, Refused
from ocop.foundation.ui.rows import the_one
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def find_decision(_who: Who, key: UUID) -> Decision:
    """The decision of this address."""
    names = ("programme__province", "drafted_by", "submitted_by", "signer", "file")
    decision = the_one(Decision.objects.select_related(*names).filter(key=key))
    if decision is None:
        raise _no_decision()
    return decision


def see_decision(who: Who, decision: Decision) -> bool:
    """Whether the person reads all of the decision, or only the own products. Http404 for anybody else."""
    whole = permissions.reads_whole(who, decision)
    if not whole and not permissions.has_part_in(who, decision):
        raise _no_decision()
    return whole


def _no_decision() -> Http404:
    return Http404(_("Không có quyết định này."))


def find_item(who: Who, key: UUID, pk: int) -> DecisionItem:
    """One product of the decision. Http404 where it is not in it."""
    found = next((row for row in shown_items(find_decision(who, key)) if row.pk == pk), None)
    if found is None:
        raise Http404(_("Không có sản phẩm này trong quyết định."))
    return found


def find_certificate(_who: Who, code: str) -> Certificate:
    """The certificate with this code, however it was typed."""
    certificate = certificate_by_code(code)
    if certificate is None:
        raise _no_certificate()
    return certificate


def see_certificate(who: Who, certificate: Certificate) -> None:
    """A certificate that is not for this person is not there."""
    if permissions.refuse_read_certificate(who, certificate) is not None:
        raise _no_certificate()


def _no_certificate() -> Http404:
    return Http404(_("Không có giấy chứng nhận này."))


def find_notice(_who: Who, key: UUID) -> ResultNotice:
    """The notice of a result."""
    rows = ResultNotice.objects.select_related(
        "item__meeting__council__programme__province",
        "item__dossier__product__producer",
        "item__dossier__commune__parent__parent",
        "by",
        "file",
    )
    notice = rows.filter(item__key=key).first()
    if notice is None:
        raise _no_notice()
    return notice


def see_notice(who: Who, notice: ResultNotice) -> None:
    """A notice that is not for this person is not there."""
    if permissions.refuse_read_notice(who, notice) is not None:
        raise _no_notice()


def _no_notice() -> Http404:
    return Http404(_("Không có thông báo này."))


_NEXT: dict[DecisionState, tuple[Any, Any]] = {
    DecisionState.DRAFT: (gettext_lazy("Sửa cho đủ rồi trình ký"), gettext_lazy("Cơ quan OCOP cấp tỉnh")),
    DecisionState.FOR_SIGNATURE: (
        gettext_lazy("Ký, hoặc trả lại kèm lý do"),
        gettext_lazy("Người có thẩm quyền ký"),
    ),
}


def head(decision: Decision) -> dict[str, Any]:
    """What the head of every page about a decision says."""
    state, kind = DecisionState(decision.state), DECISION_KINDS[DecisionKind(decision.kind)]
    next_step, holder = _NEXT.get(state, ("", ""))
    if decision.is_replacement and state == DecisionState.DRAFT:
        next_step = _("Một cán bộ khác xem lại rồi trình ký")
    return {
        "decision": decision,
        "name": decision.subject,
        "kicker": _("Quyết định số %(number)s") % {"number": decision.number} if decision.number else kind,
        "stage": state_word(state),
        "stage_kind": STATE_KINDS[state],
        "next_step": next_step,
        "holder": holder,
    }


def find_programme(_who: Who) -> Programme:
    """The programme of the province, whose decisions are drafted. Refused where it has none yet."""
    programme = current()
    if programme is None:
        raise Refused(Refusal("no_programme", _("Chưa lập chương trình của tỉnh.")))
    return programme


DECISION = Matter(
    space="certificates",
    address="quyet-dinh/<uuid:key>/",
    find=find_decision,
    keys=lambda decision: {"key": decision.key},
    back=Decision.get_absolute_url,
    head=head,
    see=see_decision,
)

PRODUCT = Matter(
    space="certificates",
    address="quyet-dinh/<uuid:key>/de-nghi/<int:pk>/",
    find=find_item,
    keys=lambda item: {"key": item.decision.key, "pk": item.pk},
    back=lambda item: item.decision.get_absolute_url(),
    head=lambda item: head(item.decision),
    see=lambda who, item: see_decision(who, item.decision),
)

CERTIFICATE = Matter(
    space="certificates",
    address="giay-chung-nhan/<slug:code>/",
    find=find_certificate,
    keys=lambda certificate: {"code": certificate.code},
    back=Certificate.get_absolute_url,
    head=lambda certificate: {"name": certificate.decision_item.printed["product"]},
    see=see_certificate,
)

DECISIONS = Matter(
    space="certificates",
    address="quyet-dinh/",
    find=find_programme,
    back=lambda _programme: reverse("certificates:decisions"),
)

NOTICE = Matter(
    space="certificates",
    address="thong-bao-ket-qua/<uuid:key>/",
    find=find_notice,
    keys=lambda notice: {"key": notice.item.key},
    back=ResultNotice.get_absolute_url,
    head=lambda notice: {"name": notice.content["product"]},
    see=see_notice,
)

NOTICES = Matter(
    space="certificates",
    address="thong-bao-ket-qua/",
    back=lambda _none: reverse("certificates:notices"),
)
