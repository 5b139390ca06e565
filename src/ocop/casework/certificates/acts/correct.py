"""Đính chính quyết định: a wrong number or name on it is put right by a paper that names it."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.about import DECISION
from ocop.casework.certificates.checks import refuse_correcting_number, refuse_decision_number
from ocop.casework.certificates.labels import CAPACITIES
from ocop.casework.certificates.models import Correction as Corrected
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.papers.decision import decision_data
from ocop.casework.certificates.papers.frame import frame_of
from ocop.casework.certificates.permissions import refuse_read, refuse_sign
from ocop.casework.certificates.rules import CAPACITY_TITLES, Capacity
from ocop.casework.certificates.states import DecisionState
from ocop.casework.certificates.writes.lookups import look_up_anew
from ocop.casework.review.forms import AsksCorrection
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, Refused, ensure, held, record, recorded, words
from ocop.foundation.documents.correcting import Correction, Sheet, refuse_correction, written_down
from ocop.foundation.documents.rules import PaperKind, Wrong
from ocop.foundation.holding import holding
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import RadioCards
from ocop.registers.producers.selectors import people_of
from ocop.registers.programme.models import Programme


class AsksDecisionCorrection(AsksCorrection):
    """About a decision; signed as a decision is."""

    capacity = forms.ChoiceField(
        label=_("Ký với tư cách"),
        widget=RadioCards,
        choices=[(capacity.value, word) for capacity, word in CAPACITIES.items()],
        initial=Capacity.CHAIR.value,
    )

    def numbered(self) -> str:
        """Its number, as it was put right last."""
        number: str = self.thing.number_on(self.who.at)
        return number


def refuse_correct(who: Who, decision: Decision) -> Refusal | None:
    """Whoever may sign it, once it is signed."""
    refusal = refuse_sign(who, decision) or refuse_read(who, decision)
    if refusal is not None or decision.is_signed:
        return refusal
    return Refusal(
        "not_signed",
        _("Quyết định chưa ký thì chưa có gì để đính chính."),
        "",
        _("Trả lại để sửa dự thảo."),
    )


@recorded
def correct_decision(
    decision: Decision, *, what: str, wrong: str, right: str, reason: str, number: str, issued_on: date,
    capacity: Capacity | str = Capacity.CHAIR, by: Person, at: datetime,
) -> Corrected:  # fmt: skip
    """Records the signed paper that puts a wrong number or name right; the decision stays as it went out.

    A number is put right by a letter, words by a decision. Producers and communes whose products it touches
    learn it, and so does who asks for their certificates by code; the certificates stay as printed.
    Refused to all but the signer, before the signature, for words that the decision does not print, for a
    number that another decision bears, without a number of the correcting paper's own.
    """
    holding(Programme.objects).get(pk=decision.programme_id)
    ensure(refuse_correct(who_is(by, at), held(decision)))
    given = Correction.of(
        what=what, wrong=wrong, right=right, reason=reason, number=number, issued_on=issued_on
    )
    signed_on: date = decision.signed_on  # type: ignore[assignment]  # a constraint of the table
    known = decision.number_on(at)
    if given.what == Wrong.NUMBER and given.wrong != known:
        raise Refused(_overtaken(known))
    ensure(refuse_correction(given, printed=_printed(decision), dated=signed_on))
    if given.what == Wrong.NUMBER:
        ensure(refuse_decision_number(decision, given.right, signed_on.year))
    sheet = _sheet(decision, given, known, Capacity(capacity), by)
    ensure(refuse_correcting_number(decision, given.number, given.issued_on, sheet.kind))
    made = Corrected.objects.create(decision=decision, **written_down(given, sheet, by=by, at=at))
    data = {"what": given.what.value, "wrong": given.wrong, "right": given.right, "paper": given.number}
    entry = record("decision.correct", decision, by=by, at=at, reason=given.reason, data=data)
    want(made, at=at, entry=entry)
    _tell(decision, made, at=at)
    return made


def _overtaken(number: str) -> Refusal:
    return Refusal(
        "wrong_number_overtaken",
        _("Quyết định nay mang số %(number)s.") % {"number": number},
        _("Có người vừa đính chính số trước bạn."),
        _("Tải lại trang."),
    )


def _printed(decision: Decision) -> dict[str, Any]:
    """What the decision says in words; its points and stars are the council's."""
    said = decision_data(decision)
    names = ("agency", "authority", "committee", "subject", "bases", "proposal", "titles", "signer")
    products = [[row["name"], row["producer"], row["commune"]] for row in said["products"]]
    return {"products": products, **{name: said[name] for name in names}}


def _sheet(decision: Decision, given: Correction, known: str, capacity: Capacity, by: Person) -> Sheet:
    frame = frame_of(decision)
    kind = given.kind(PaperKind.DECISION)
    return Sheet(
        kind=kind,
        own=PaperKind.DECISION,
        issuer=decision.authority,
        cited=f"Quyết định số {known} ngày {decision.signed_on:%d/%m/%Y}",
        frame={
            "illustration": frame["illustration"],
            "agency_parent": "",
            "agency": frame["committee"],
            "place": frame["place"],
        },
        signatures=[(CAPACITY_TITLES[capacity], by.full_name)],
        addressees=[frame["agency"], "Ủy ban nhân dân các xã, phường và chủ thể có liên quan"]
        if kind == PaperKind.LETTER
        else [],
    )


def _tell(decision: Decision, made: Corrected, *, at: datetime) -> None:
    """The people of every product that it touches, their communes, and the office that goes on from it."""
    rows = decision.items.live().select_related("product__producer", "item__dossier__commune")
    touched = [row for row in rows if made.touches(row)]
    look_up_anew(row.product_id for row in touched)
    people = {*people_holding(Role.PROVINCE_OFFICER, at, place=decision.programme.province)}
    for row in touched:
        people |= {*people_of(row.product.producer, at)}
        people |= {*people_holding(Role.COMMUNE_OFFICER, at, place=row.item.dossier.commune)}
    tell(
        people,
        kind="certificates.corrected",
        subject=words(_("Đính chính quyết định %(number)s"), number=decision.number),
        body=words(_("“%(wrong)s” nay đúng là “%(right)s”."), wrong=made.wrong, right=made.right),
        url=decision.get_absolute_url(),
        at=at,
    )


CORRECT = Act(
    about=DECISION,
    name="correct",
    path="dinh-chinh/",
    when=frozenset({DecisionState.SIGNED}),
    refuse=refuse_correct,
    form=AsksDecisionCorrection,
    do=correct_decision,
    button=_("Đính chính quyết định"),
    lead=_(
        "Quyết định đã ký vẫn giữ nguyên. Sai số thì ban hành công văn đính chính, sai chữ thì ban hành "
        "quyết định đính chính, có số riêng do văn thư cấp. "
        "Giấy chứng nhận đã in chưa được cấp lại ở bước này."
    ),
    confirm=_("Đính chính"),
    said=_("Đã đính chính. Chủ thể và xã có liên quan đã được báo."),
)
