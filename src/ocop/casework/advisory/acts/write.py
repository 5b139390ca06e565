"""Viết báo cáo tư vấn: findings on each section of the sheet, and what the team suggests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Max
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import PRODUCT
from ocop.casework.advisory.labels import suggestion_choices
from ocop.casework.advisory.models import Report
from ocop.casework.advisory.permissions import refuse_write
from ocop.casework.advisory.selectors import heading, sections_of, team_on
from ocop.casework.advisory.states import ReportState
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.registers.programme.selectors import current


class AsksReport(Asks):
    """One box a section, then the suggestion; a draft may leave some empty."""

    gives = frozenset({"findings", "suggestion", "conclusion"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.sections = sections_of(self.thing)
        last = self.thing.advisory_reports.first()
        for place, section in enumerate(self.sections):
            self.fields[f"finding_{place}"] = TextField(
                label=heading(section), lines=3, max_length=2000, required=False,
                initial=last.findings.get(section.code, "") if last else "",
            )  # fmt: skip
        self.fields["suggestion"] = forms.ChoiceField(
            label=_("Đề xuất với chủ tịch hội đồng"), choices=suggestion_choices, widget=RadioCards,
            required=False, initial=last.suggestion if last else "",
        )  # fmt: skip
        self.fields["conclusion"] = TextField(
            label=_("Ý kiến tóm tắt"), lines=3, max_length=4000, required=False,
            initial=last.conclusion if last else "",
        )  # fmt: skip

    def given(self) -> Mapping[str, Any]:
        """By the codes of the sections."""
        data = self.cleaned_data
        found = {one.code: data[f"finding_{place}"].strip() for place, one in enumerate(self.sections)}
        return {
            "findings": {code: text for code, text in found.items() if text},
            "suggestion": data["suggestion"],
            "conclusion": data["conclusion"],
        }


@recorded
def write_report(
    dossier: Dossier,
    *,
    findings: Mapping[str, str],
    suggestion: str,
    conclusion: str,
    by: Person,
    at: datetime,
) -> Report:
    """Keeps the draft of the team's report; the first save after one was handed in begins the next version.

    Refused: others than members of the team who declared that there is no conflict.
    """
    ensure(refuse_write(who_is(by, at), held(dossier)))
    values = {
        "findings": dict(findings), "suggestion": suggestion, "conclusion": conclusion.strip(),
        "written_by": by, "written_at": at,
    }  # fmt: skip
    draft = dossier.advisory_reports.filter(state=ReportState.DRAFT).first()
    if draft is None:
        draft = _begun(dossier, values, at)
    else:
        for name, value in values.items():
            setattr(draft, name, value)
        draft.save(update_fields=list(values))
    record("report.write", draft, by=by, at=at, data={"version": draft.version})
    return draft


def _begun(dossier: Dossier, values: Mapping[str, Any], at: datetime) -> Report:
    programme = current()
    team = None if programme is None else team_on(programme, at)
    if team is None:
        raise Refused(Refusal("no_team", _("Chưa ghi tổ tư vấn đang hoạt động.")))
    last = dossier.advisory_reports.aggregate(last=Max("version"))["last"] or 0
    return Report.objects.create(team=team, dossier=dossier, version=last + 1, **values)


WRITE = Act(
    about=PRODUCT,
    name="write",
    path="bao-cao/",
    refuse=refuse_write,
    form=AsksReport,
    do=write_report,
    begins=True,
    button=_("Viết báo cáo tư vấn"),
    confirm=_("Lưu bản nháp"),
    said=_("Đã lưu bản nháp. Xem lại rồi nộp."),
    weight="main",
    icon="pencil",
)
