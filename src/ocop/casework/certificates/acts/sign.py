"""Ký ban hành: from the authority's act to recognitions, product codes and certificates, all or nothing."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext

from ocop.casework.certificates.about import DECISION
from ocop.casework.certificates.checks import (
    borne,
    goes_to_ministry,
    refuse_decision_number,
    refuse_future,
    refuse_stopped,
    signed_too_early,
)
from ocop.casework.certificates.forms import AsksSignature
from ocop.casework.certificates.models import Certificate, Decision
from ocop.casework.certificates.permissions import refuse_read, refuse_sign
from ocop.casework.certificates.rules import CAPACITY_TITLES, RECOGNISED_BY_PROVINCE, Capacity
from ocop.casework.certificates.selectors import changes_since_return, status_on
from ocop.casework.certificates.selectors.brief import brief_of
from ocop.casework.certificates.selectors.items import shown_items
from ocop.casework.certificates.selectors.terms import term_of
from ocop.casework.certificates.states import WORKFLOW, DecisionState
from ocop.casework.certificates.writes.certificates import issue, issue_in_place
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.certificates.writes.notices import tell_certificate, write_notice
from ocop.casework.dossiers.checks import refuse_ended
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.dossiers.writes import conclude, hold_dossiers, settle
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, recorded, transition
from ocop.foundation.audit.models import Entry
from ocop.foundation.holding import holding
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.words import said
from ocop.kernel.text import one_line, searchable
from ocop.registers.products.labels import STANDINGS
from ocop.registers.products.rules import StandingKind
from ocop.registers.products.writes import hold_products
from ocop.registers.programme.models import Programme


@recorded
def sign_decision(
    decision: Decision,
    *,
    number: str,
    signed_on: date,
    by: Person,
    at: datetime,
    capacity: Capacity | str = Capacity.CHAIR,
) -> list[Certificate]:
    """Records the signed decision with the number and date of the records office, and everything that follows
    from it.

    A recognition gives every product its recognition, product code and certificate for the term that the law
    of its dossier gives (articles 4(3), 7(3)(e)); an approval of a result gives none: the ministry decides on
    5 stars. Producers and communes are told. Refused to anyone but the signer, to who drafted, for a number
    or date that cannot be, for a decision that is not waiting for signature, and while a paper of what is
    evaluated again does not hold on that day. The PDFs are made afterwards from what is frozen here.
    """
    number = one_line(number)
    # decisions of a province are signed one after another, so that no number is given twice
    holding(Programme.objects).get(pk=decision.programme_id)
    who = who_is(by, at)
    ensure(refuse_sign(who, held(decision)) or refuse_read(who, decision))
    if decision.state == DecisionState.FOR_SIGNATURE:
        ensure(refuse_decision_number(decision, number, signed_on.year))
        ensure(refuse_date(decision, signed_on, at))
    entry = _write_signature(decision, number, signed_on, Capacity(capacity), by=by, at=at)
    certificates = _carry_out(decision, by=by, at=at)
    want(decision, at=at, entry=entry)
    return certificates


def _write_signature(
    decision: Decision, number: str, signed_on: date, capacity: Capacity, *, by: Person, at: datetime
) -> Entry:
    changes = {
        "number": number,
        "number_year": signed_on.year,
        "number_turn": borne(decision, number, signed_on.year).count(),
        "signed_on": signed_on,
        "signed_at": at,
        "signer": by,
        "signer_name": by.full_name,
        "signer_title": ", ".join(CAPACITY_TITLES[capacity]),
        "search_text": searchable(number, decision.search_text),
    }
    data = {"number": number, "signed_on": signed_on.isoformat(), "capacity": capacity.value}
    return transition(decision, "sign", by=by, at=at, changes=changes, data=data)


def _carry_out(decision: Decision, *, by: Person, at: datetime) -> list[Certificate]:
    """Ends the dossiers, issues the certificates, tells the results."""
    items = decision.items.live().select_related(
        "product__producer", "item__dossier__commune__parent__parent", "photo", "answer__paper",
        "replaces__recognition", "replaces__product",
        "item__meeting__council__programme__province", "item__meeting__rules", "item__dossier__recognition",
    ).prefetch_related("item__meeting__corrections")  # fmt: skip
    signed_on: date = decision.signed_on  # type: ignore[assignment]  # it was just signed
    outcome = Outcome.RECOGNISED if decision.gives_certificates else Outcome.PROPOSED_TO_MINISTRY
    hold_dossiers(item.item.dossier_id for item in items)
    ensure(refuse_stopped(item.item.dossier for item in items))
    hold_products(item.product_id for item in items)
    certificates = []
    for item in items:
        if item.replaces is not None:
            ensure(_refuse_gone(item.replaces, decision))
            certificates.append(issue_in_place(decision, item, item.replaces, by=by, at=at))
            tell_certificate(certificates[-1], item, at=at)
            continue
        if decision.is_recognition and item.stars not in RECOGNISED_BY_PROVINCE:
            raise Refused(goes_to_ministry(item.product.name))
        item.item.dossier.product = item.product
        if item.answer is not None:
            settle(item.item.dossier, outcome=outcome, by=by, at=at)
            certificates.append(issue(decision, item, by=by, at=at))
            tell_certificate(certificates[-1], item, at=at)
            continue
        ensure(refuse_ended(item.item.dossier, signed_on))
        conclude(item.item.dossier, outcome=outcome, by=by, at=at, on=signed_on)
        if decision.is_recognition:
            certificates.append(issue(decision, item, by=by, at=at))
        write_notice(item.item, by=by, at=at, printed=item.printed, stars=item.stars, decision=decision)
    look_up_anew(certificate.product_id for certificate in certificates)
    return certificates


def _refuse_gone(old: Certificate, decision: Decision) -> Refusal | None:
    """A certificate that does not hold on the day of the decision has nothing in its place."""
    on: date = decision.signed_on  # type: ignore[assignment]  # it was just signed
    kind = status_on(old, on).kind
    if kind in (StandingKind.VALID, StandingKind.EXTENDED) and old.valid_from <= on < old.expires_on:
        return None
    return Refusal(
        "conflict_not_valid",
        gettext("Giấy %(code)s không cấp lại được: %(state)s.")
        % {"code": old.printed_code, "state": str(STANDINGS[kind]).lower()},
        gettext("Giấy mới chỉ thay giấy còn hiệu lực, trước ngày hết hạn của giấy cũ."),
        gettext("Xem lại ngày ký, hoặc trả lại và bỏ dự thảo."),
    )


def refuse_date(decision: Decision, signed_on: date, at: datetime) -> Refusal | None:
    """Why the decision cannot bear this date:
    after today, or before a meeting on whose result it rests closed.
    """
    if refusal := refuse_future(signed_on, at):
        return refusal
    rows = decision.items.live().order_by("-item__meeting__closed_at")
    closed_on = timezone.localdate(rows.values_list("item__meeting__closed_at", flat=True)[0])
    return signed_too_early(signed_on, closed_on) if signed_on < closed_on else None


def _brief(form: AsksSignature) -> Mapping[str, Any]:
    """The decision on one screen: the brief, what changed since it went back, its products."""
    rows = shown_items(form.thing)
    return {
        "rows": rows,
        "brief": brief_of(rows),
        "changes": changes_since_return(form.thing),
        "term": said(term_of(rows, timezone.localdate(form.who.at))),
    }


def _said(_decision: Decision, certificates: list[Certificate]) -> str:
    if certificates:
        words = gettext("Đã ký. %(count)s giấy chứng nhận có hiệu lực; chủ thể và xã đã được báo.")
        return words % {"count": len(certificates)}
    return gettext("Đã ký. Chủ thể và xã đã được báo; gửi hồ sơ lên Bộ ở bước tiếp theo.")


SIGN = Act(
    about=DECISION,
    name="sign",
    path="ky/",
    move=WORKFLOW.move("sign"),
    refuse=refuse_sign,
    form=AsksSignature,
    do=sign_decision,
    show=_brief,
    template="certificates/sign.html",
    said=_said,
    is_done=lambda decision: decision.state == DecisionState.SIGNED,
    weight="main",
)
