"""Khai báo của thành viên tổ: a member of the team says whether there is a conflict of interest."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import PRODUCT
from ocop.casework.advisory.models import Interest, Report
from ocop.casework.advisory.permissions import every_interest_of, refuse_declare
from ocop.casework.advisory.states import ReportState
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, forget, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.forms import RadioCards, TextField

YES, NO = "co", "khong"


class AsksInterest(Asks):
    """Yes or no, with its words."""

    conflict = forms.ChoiceField(
        label=_("Bạn có xung đột lợi ích với sản phẩm này không?"),
        choices=[(NO, _("Không")), (YES, _("Có"))],
        widget=RadioCards,
    )
    note = TextField(
        label=_("Nói rõ"), max_length=300, required=False, help_text=_("Có xung đột thì ghi quan hệ.")
    )
    gives = frozenset({"has_conflict", "note"})
    beside = {"interest_": "note"}

    def given(self) -> Mapping[str, Any]:
        """As the act takes it."""
        return {"has_conflict": self.cleaned_data["conflict"] == YES, "note": self.cleaned_data["note"]}


def refuse_interest(who: Who, dossier: Dossier) -> Refusal | None:
    """A member of the team, until a report that the person handed in is in force."""
    if refusal := refuse_declare(who, dossier):
        return refusal
    person: Any = who.person
    own = Report.objects.filter(dossier=dossier, handed_in_by=person).exclude(state=ReportState.DRAFT)
    if not own.exists():
        return None
    return Refusal(
        "declared_after_report",
        _("Bạn đã nộp báo cáo về sản phẩm này."),
        _("Xung đột lợi ích phải khai trước khi nộp báo cáo."),
        _("Báo thư ký hội đồng: người khác trong tổ nộp bản mới."),
    )


@recorded
def declare_interest(
    dossier: Dossier, *, has_conflict: bool, note: str, by: Person, at: datetime
) -> Interest:
    """Keeps the word of a member; a later one takes its place. A conflict keeps the dossier and every report
    of it from the person.

    Refused: others; a conflict without its words; after the own report was handed in.
    """
    ensure(refuse_interest(who_is(by, at), held(dossier)))
    if has_conflict and not note.strip():
        raise Refused(
            Refusal("interest_unsaid", _("Chưa nói rõ xung đột lợi ích."), "", _("Ghi quan hệ với chủ thể."))
        )
    values = {"has_conflict": has_conflict, "note": note.strip(), "at": at}
    written, _created = Interest.objects.update_or_create(dossier=dossier, person=by, defaults=values)
    forget(by, every_interest_of)
    record("advisory.declare", written, by=by, at=at, data={"conflict": has_conflict})
    return written


DECLARE = Act(
    about=PRODUCT,
    name="declare",
    path="loi-ich/",
    refuse=refuse_interest,
    form=AsksInterest,
    do=declare_interest,
    button=_("Khai báo của thành viên tổ"),
    confirm=_("Gửi lời khai"),
    said=_("Đã ghi lời khai."),
    weight="quiet",
    icon="shield-check",
)
