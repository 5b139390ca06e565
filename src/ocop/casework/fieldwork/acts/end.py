"""Kết thúc buổi kiểm tra: what was found is frozen, the report is made of it, those concerned learn it."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext, ngettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import VISIT
from ocop.casework.fieldwork.checks import refuse_at_place
from ocop.casework.fieldwork.models import Visit
from ocop.casework.fieldwork.papers.report import report_data
from ocop.casework.fieldwork.rules import Side, unfinished
from ocop.casework.fieldwork.selectors.beside import row_of
from ocop.casework.fieldwork.selectors.shown import photos_of, signatures_of
from ocop.casework.fieldwork.states import WORKFLOW
from ocop.casework.fieldwork.writes import commune_people, producers_people, province_people, tell_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded, transition
from ocop.foundation.printing.writes import want
from ocop.foundation.ui.forms import TextField
from ocop.kernel.canonical import sha256_hex

_SHOWN = 3


class AsksEnd(Asks):
    """The number of the report, where the records office has given one."""

    report_no = TextField(
        label=_("Số biên bản"), max_length=40, required=False, help_text=_("Để trống nếu chưa có số.")
    )


@recorded
def end_visit(visit: Visit, *, by: Person, at: datetime, report_no: str = "") -> None:
    """Freezes what was found and what the report says; its PDF is made afterwards. Producer, commune and
    province are told.

    Refused as writing there is; before its day; while a line has no finding, or differs without a note;
    without a signature of the team, or of the producer where it is not said why not; for a signature that is
    older than what is written.
    """
    ensure(refuse_at_place(who_is(by, at), held(visit)))
    ensure(_refuse_day(visit, at) or _refuse_words(visit) or _refuse_signatures(visit))
    content = report_data(visit, number=report_no.strip(), by=by, at=at)
    changes = {"ended_at": at, "ended_by": by, "report_content": content}
    data = {"content": sha256_hex(content), "words": visit.words_hash}
    entry = transition(visit, "end", by=by, at=at, changes=changes, data=data)
    want(visit, at=at, entry=entry)
    people = producers_people(visit, at) | commune_people(visit, at) | province_people(visit, at)
    tell_of(
        visit, people, kind="ended", subject=_("Kết quả kiểm tra thực tế: %(product)s"),
        body=_("Đã kiểm tra tại %(producer)s ngày %(day)s. Mở để xem kết quả và biên bản."), at=at,
    )  # fmt: skip


def _refuse_day(visit: Visit, at: datetime) -> Refusal | None:
    if visit.day <= timezone.localdate(at):
        return None
    return Refusal(
        "day_to_come",
        _("Chưa đến ngày kiểm tra."),
        "",
        _("Kiểm tra sớm hơn thì nhờ cán bộ cấp tỉnh dời ngày."),
    )


def _refuse_words(visit: Visit) -> Refusal | None:
    left = unfinished(visit.checklist, visit.found)
    if not left:
        return None
    told = ngettext("Còn %(count)s mục chưa ghi xong.", "Còn %(count)s mục chưa ghi xong.", len(left))
    return Refusal(
        "lines_left",
        told % {"count": len(left)},
        "; ".join(line.label for line in left[:_SHOWN]) + ("…" if len(left) > _SHOWN else ""),
        _("Mục nào không xem được thì chọn “Chưa xem được”; mục khác với khai báo thì ghi rõ khác thế nào."),
    )


def _refuse_signatures(visit: Visit) -> Refusal | None:
    signed = {row.side: row for row in signatures_of(visit)}
    if Side.INSPECTOR not in signed:
        return _unsigned(_("Đoàn kiểm tra chưa ký."), _("Ký ở cuối phiếu kiểm tra."))
    if Side.PRODUCER not in signed and not visit.unsigned_reason.strip():
        return _unsigned(
            _("Chủ thể chưa ký."), _("Mời chủ thể ký; nếu chủ thể không ký thì ghi lý do ở cuối phiếu.")
        )
    stale = next((row for row in signed.values() if row.words_hash != visit.words_hash), None)
    if stale is None:
        return None
    return Refusal(
        "signed_before",
        gettext("Phiếu được sửa sau khi %(person)s ký.") % {"person": stale.signer_name},
        _("Chữ ký chỉ có giá trị với nội dung lúc ký."),
        _("Mời ký lại ở cuối phiếu kiểm tra."),
    )


def _unsigned(what: Any, todo: Any) -> Refusal:
    return Refusal("unsigned", what, _("Biên bản cần hai bên ký tại chỗ."), todo)


def _shown(form: Asks) -> Mapping[str, Any]:
    visit = form.thing
    return {
        "rows": [row_of(line, visit.found) for line in visit.lines],
        "codes": json.dumps([line.code for line in visit.lines]),
        "kept_form": f"/thuc-dia/{visit.key}/phieu/",
        "left": unfinished(visit.checklist, visit.found),
        "photos": photos_of(visit),
        "signatures": signatures_of(visit),
    }


END = Act(
    about=VISIT,
    name="end",
    path="ket-thuc/",
    move=WORKFLOW.move("end"),
    refuse=refuse_at_place,
    form=AsksEnd,
    do=end_visit,
    show=_shown,
    template="fieldwork/end.html",
    lead=_("Sau khi kết thúc, kết quả không sửa được nữa; điều còn thiếu thì lập biên bản bổ sung."),
    said=_("Đã kết thúc. Chủ thể, xã và cơ quan cấp tỉnh nhận được kết quả."),
)
