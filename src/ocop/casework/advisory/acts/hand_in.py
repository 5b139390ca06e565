"""Nộp báo cáo tư vấn: the draft goes to the council's chair, in the place of an earlier report."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.advisory.about import PRODUCT
from ocop.casework.advisory.models import Report
from ocop.casework.advisory.permissions import refuse_write
from ocop.casework.advisory.rules import unsaid
from ocop.casework.advisory.selectors import heading, sections_of
from ocop.casework.advisory.states import ReportState
from ocop.casework.dossiers.models import Dossier
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, recorded, transition
from ocop.kernel.canonical import sha256_hex


def refuse_hand_in(who: Who, dossier: Dossier) -> Refusal | None:
    """Who may write it, once it says something of every section and suggests something."""
    if refusal := refuse_write(who, dossier):
        return refusal
    draft = dossier.advisory_reports.filter(state=ReportState.DRAFT).first()
    if draft is None:
        return Refusal("no_draft", _("Chưa có bản nháp để nộp."), "", _("Viết báo cáo trước."))
    sections = sections_of(dossier)
    left = set(unsaid((one.code for one in sections), draft.findings))
    if not left and draft.suggestion:
        return None
    names = "; ".join(heading(one) for one in sections if one.code in left)
    return Refusal(
        "report_unfinished",
        gettext("Báo cáo chưa đủ: %(names)s.") % {"names": names or gettext("đề xuất")},
        _("Báo cáo nhận xét từng phần của phiếu và đề xuất với chủ tịch hội đồng (điểm c khoản 3 Điều 7)."),
        _("Viết tiếp rồi nộp."),
    )


@recorded
def hand_in_report(dossier: Dossier, *, by: Person, at: datetime) -> Report:
    """Hands in the draft; the report before it stays readable as replaced. Refused: see `refuse_hand_in`."""
    ensure(refuse_hand_in(who_is(by, at), held(dossier)))
    draft = dossier.advisory_reports.get(state=ReportState.DRAFT)
    earlier = dossier.advisory_reports.filter(state=ReportState.HANDED_IN).first()
    if earlier is not None:
        transition(earlier, "replace", by=by, at=at, data={"version": draft.version})
    said = {"findings": draft.findings, "suggestion": draft.suggestion, "conclusion": draft.conclusion}
    changes = {"handed_in_by": by, "handed_in_at": at}
    data = {"version": draft.version, "content": sha256_hex(said)}
    transition(draft, "hand_in", by=by, at=at, changes=changes, data=data)
    return draft


HAND_IN = Act(
    about=PRODUCT,
    name="hand_in",
    path="nop/",
    refuse=refuse_hand_in,
    do=hand_in_report,
    button=_("Nộp báo cáo tư vấn"),
    lead=_("Hội đồng đọc báo cáo này bên cạnh hồ sơ. Bản đã nộp không sửa được; cần thì nộp bản mới."),
    said=_("Đã nộp báo cáo của tổ tư vấn."),
    template="ui/confirm.html",
    weight="main",
    icon="send",
)
