"""Khai xung đột lợi ích: each member of the team, before anything is written (article 9(2)(b))."""

from __future__ import annotations

from datetime import datetime

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.inspections.about import INSPECTION
from ocop.casework.inspections.labels import RELATIONS, relation_choices
from ocop.casework.inspections.models import Inspection
from ocop.casework.inspections.permissions import member_of, refuse_declare
from ocop.casework.inspections.states import InspectionState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded, words
from ocop.foundation.audit.actions import refuse_state
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import RadioCards, TextField


class AsksTie(Asks):
    """What ties the person to the producer."""

    relation = forms.ChoiceField(label=_("Quan hệ với chủ thể"), widget=RadioCards, choices=relation_choices)
    note = TextField(label=_("Ghi rõ"), max_length=300, required=False)
    beside = {"note_": "note"}


@recorded
def declare_tie(inspection: Inspection, *, relation: str, by: Person, at: datetime, note: str = "") -> None:
    """Says whether anything ties the member to the producer. Whoever declares a tie stays on record and does
    nothing more here. Refused to all but members, a second time, a tie without a word about it.
    """
    ensure(refuse_declare(who_is(by, at), held(inspection)))
    if inspection.state != InspectionState.OPEN:
        ensure(refuse_state(inspection, DECLARE.label))
    if relation != "none" and not note.strip():
        ensure(Refusal("note_missing", _("Chưa ghi rõ quan hệ."), "", _("Ghi tên và quan hệ.")))
    member = member_of(inspection, by)
    assert member is not None  # noqa: S101 - asked above
    member.relation, member.note, member.declared_at = relation, note.strip(), at
    member.save(update_fields=["relation", "note", "declared_at"])
    record("inspection.declare", inspection, by=by, at=at, data={"relation": relation})
    if member.has_conflict and inspection.opened_by_id != by.pk:
        tell(
            [inspection.opened_by],
            kind="inspections.tie",
            subject=words(_("%(person)s không kiểm tra %(what)s"), person=by.full_name, what=str(inspection)),
            body=words("%(why)s", why=RELATIONS[relation]),
            url=inspection.get_absolute_url(),
            at=at,
        )


DECLARE = Act(
    about=INSPECTION,
    name="declare",
    path="khai/",
    when=frozenset({InspectionState.OPEN}),
    refuse=refuse_declare,
    form=AsksTie,
    do=declare_tie,
    button=_("Khai xung đột lợi ích"),
    said=_("Đã ghi lời khai."),
    weight="main",
)
