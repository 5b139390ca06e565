"""Khai quan hệ với chủ thể: who is sent says whether they are a relative or work for the producer."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import VISIT
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.permissions import inspector_of, refuse_declare
from ocop.casework.fieldwork.states import OPEN
from ocop.casework.fieldwork.writes import province_people, tell_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.foundation.ui.parts import Card

NONE, SOME = "none", "some"


class AsksDeclaration(Asks):
    """None, or which."""

    relation = forms.ChoiceField(
        label=_("Quan hệ với chủ thể"),
        widget=RadioCards,
        choices=[
            (NONE, Card(_("Không có quan hệ"), _("Không phải người nhà, không làm chung, không góp vốn"))),
            (SOME, Card(_("Có quan hệ"), _("Bạn không ghi kết quả buổi này; người khác trong đoàn ghi"))),
        ],
    )
    conflict = TextField(label=_("Quan hệ gì"), max_length=300, required=False)
    beside = {"relation_": "conflict"}

    def known(self) -> Mapping[str, Any]:
        """What was declared before."""
        sent = inspector_of(self.who, self.thing)
        if sent is None or sent.has_conflict is None:
            return {}
        return {"relation": SOME if sent.has_conflict else NONE, "conflict": sent.conflict}


@recorded
def declare_relation(visit: Visit, *, relation: str, by: Person, at: datetime, conflict: str = "") -> None:
    """Notes the word of one inspector; with a relation the officers of the province learn it.

    Refused to all who are not sent, and for a relation without a word which. May be said again.
    """
    who = who_is(by, at)
    ensure(refuse_declare(who, held(visit)))
    if relation == SOME and not conflict.strip():
        raise Refused(
            Refusal("relation_unsaid", _("Ghi rõ quan hệ gì."), "", _("Ví dụ: em ruột của giám đốc."))
        )
    sent = inspector_of(who, visit)
    assert sent is not None  # noqa: S101 - refused above
    sent.has_conflict = relation == SOME
    sent.conflict = conflict.strip() if sent.has_conflict else ""
    sent.declared_at = at
    sent.save(update_fields=["has_conflict", "conflict", "declared_at"])
    record("visit.declare", visit, by=by, at=at, reason=sent.conflict, data={"conflict": sent.has_conflict})
    if sent.has_conflict:
        tell_of(
            visit, province_people(visit, at) - {by}, kind="relative",
            subject=_("Người kiểm tra có quan hệ với chủ thể: %(product)s"),
            body=_("Buổi ngày %(day)s tại %(producer)s cần người khác ghi kết quả."), at=at,
        )  # fmt: skip


DECLARE = Act(
    about=VISIT,
    name="declare",
    path="khai/",
    when=OPEN,
    refuse=refuse_declare,
    form=AsksDeclaration,
    do=declare_relation,
    button=_("Khai quan hệ với chủ thể"),
    confirm=_("Khai"),
    said=_("Đã ghi."),
    weight="quiet",
)
