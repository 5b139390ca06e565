"""Viết báo cáo tư vấn: findings on each section of the sheet, and what the team suggests."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
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
    whole = {"findings": dict(findings), "suggestion": suggestion, "conclusion": conclusion.strip()}
    return _write(dossier, whole, by, at)


@recorded
def save_report(
    dossier: Dossier, *, findings: Mapping[str, str], by: Person, at: datetime, **columns: str
) -> Report:
    """Keeps what was written in some boxes of the draft, and leaves the others: findings by the codes of
    their sections, suggestion, conclusion. Refused as writing is.
    """
    ensure(refuse_write(who_is(by, at), held(dossier)))
    last = dossier.advisory_reports.first()
    said = {**(last.findings if last else {}), **findings}
    return _write(
        dossier, {"findings": {code: text for code, text in said.items() if text}, **columns}, by, at
    )


def _write(dossier: Dossier, columns: Mapping[str, Any], by: Person, at: datetime) -> Report:
    """Into the draft; one that begins is recorded, for a draft that is written on is no official act."""
    ensure(refuse_write(who_is(by, at), held(dossier)))
    values = {**columns, "written_by": by, "written_at": at}
    draft = dossier.advisory_reports.filter(state=ReportState.DRAFT).first()
    if draft is None:
        draft = _begun(dossier, values)
        record("report.write", draft, by=by, at=at, data={"version": draft.version})
        return draft
    for name, value in values.items():
        setattr(draft, name, value)
    draft.save(update_fields=list(values))
    return draft


def _begun(dossier: Dossier, values: Mapping[str, Any]) -> Report:
    """The next version; it says what the last one said, until it says something else."""
    programme = current()
    team = None if programme is None else team_on(programme, values["written_at"])
    if team is None:
        raise Refused(Refusal("no_team", _("Chưa ghi tổ tư vấn đang hoạt động.")))
    last = dossier.advisory_reports.first()
    known = {} if last is None else {name: getattr(last, name) for name in Report.draft_columns}
    version = 1 if last is None else last.version + 1
    return Report.objects.create(team=team, dossier=dossier, version=version, **{**known, **values})


def _keep(form: AsksReport, fields: dict[str, Any]) -> None:
    codes = {f"finding_{place}": one.code for place, one in enumerate(form.sections)}
    findings = {codes[name]: text for name, text in fields.items() if name in codes}
    columns = {name: value for name, value in fields.items() if name not in codes}
    save_report(form.thing, findings=findings, by=form.who.person, at=form.who.at, **columns)


WRITE = Act(
    about=PRODUCT,
    name="write",
    path="bao-cao/",
    refuse=refuse_write,
    form=AsksReport,
    do=write_report,
    keep=_keep,
    button=_("Viết báo cáo tư vấn"),
    confirm=_("Lưu bản nháp"),
    said=_("Đã lưu bản nháp. Xem lại rồi nộp."),
    weight="main",
    icon="pencil",
)
