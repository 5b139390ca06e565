"""Đồng ý cho sửa phiếu: the chair consents, and the corrected sheet takes the place of the sealed one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.labels.criteria import chosen, name
from ocop.casework.dossiers.selectors import dossier_for_scoring, set_of
from ocop.casework.review.about import CORRECTION
from ocop.casework.review.models import Correction, ScoreSheet
from ocop.casework.review.permissions import refuse_preside, refuse_see_tally
from ocop.casework.review.rules import Cause
from ocop.casework.review.rules.content import Consent
from ocop.casework.review.selectors import presiding_people
from ocop.casework.review.states import CORRECTION_WORKFLOW, ItemState
from ocop.casework.review.writes.holding import held_item
from ocop.casework.review.writes.invitations import tell_recounted
from ocop.casework.review.writes.recounts import count_again
from ocop.casework.review.writes.sealing import write_seal
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition


def refuse_decide(who: Who, correction: Correction) -> Refusal | None:
    """A chair or vice-chair who attends; over the own sheet another of them, where one attends."""
    item, seat = correction.sheet.item, correction.sheet.seat
    if refusal := refuse_preside(who, item):
        return refusal
    others = [one for one in presiding_people(item.meeting, who.at) if one.pk != who.person.pk]
    if seat.person_id != who.person.pk or not others:
        return None
    return Refusal(
        "own_correction",
        _("Đây là phiếu của chính bạn."),
        gettext("%(person)s đang dự họp nên quyết định thay.") % {"person": others[0]},
        _("Nhờ người đó mở đề nghị này."),
    )


@recorded
def allow_correction(correction: Correction, *, by: Person, at: datetime) -> ScoreSheet:
    """The corrected sheet is sealed as a new edition beside the old one; a product with a result is counted
    again, and both results are kept.

    Refused: others than a chair who attends; the own sheet while a vice-chair could decide; one that was
    decided or lapsed.
    """
    item = held_item(correction.sheet.item)
    ensure(refuse_decide(who_is(by, at), held(correction)))
    old = correction.sheet
    made = ScoreSheet.objects.create(
        item=item, seat=old.seat, pass_no=old.pass_no, edition=old.edition + 1, corrects=old,
        choices={**old.choices, **correction.choices}, comments=old.comments,
        general_comment=old.general_comment, version=old.version, changed=old.changed, saved_at=at,
    )  # fmt: skip
    consent = Consent(old.sha256, correction.reason, correction.asked_at, str(by))
    write_seal(item, made, dossier_for_scoring(item.dossier), consent=consent, by=by, at=at)
    changes = {"decided_at": at, "decided_by": by, "made": made}
    data: dict[str, Any] = {"old": old.sha256, "new": made.sha256}
    people = {old.seat.person}
    if item.state in {ItemState.DISPUTED, ItemState.TALLIED}:
        found, both = count_again(item, Cause.CORRECTED, correction.reason, seat=old.seat, by=by, at=at)
        data |= both
        people |= {seat.person for seat in found.judges}
    transition(correction, "allow", by=by, at=at, changes=changes, data=data)
    tell_recounted(item, people, reason=correction.reason, at=at)
    return made


def asked(form: Asks) -> Mapping[str, Any]:
    """Who asks for what and why; the choices once all sheets are sealed, before that their criteria."""
    correction: Correction = form.thing
    item, sheet = correction.sheet.item, correction.sheet
    criteria = set_of(item.dossier).criteria
    shows = refuse_see_tally(form.who, item) is None
    rows: list[tuple[Any, Any]] = [(_("Thành viên"), sheet.seat.person), (_("Lý do"), correction.reason)]
    for code, choice in sorted(correction.choices.items()):
        criterion = criteria[code]
        change = f"{chosen(criterion, sheet.choices[code])} → {chosen(criterion, choice)}"
        rows.append((name(criterion), change if shows else _("sửa mức; điểm hiện khi mọi phiếu đã chốt")))
    return {"details": rows}


ALLOW = Act(
    about=CORRECTION,
    name="allow",
    path="dong-y/",
    move=CORRECTION_WORKFLOW.move("allow"),
    refuse=refuse_decide,
    do=allow_correction,
    show=asked,
    lead=_("Phiếu sửa được chốt thành bản mới; sản phẩm đã có kết quả thì tính lại, giữ cả hai kết quả."),
    said=_("Đã đồng ý. Phiếu sửa đã chốt, biên bản ghi cả hai bản."),
    weight="main",
)
