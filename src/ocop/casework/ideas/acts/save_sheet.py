"""Lưu: every idea of a clean workbook is registered and sent, all or nothing (`pages/sheets.py`)."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from datetime import datetime

from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import SHEET
from ocop.casework.ideas.acts.register import enter
from ocop.casework.ideas.models import Idea, IdeaSheet
from ocop.casework.ideas.permissions import refuse_read_sheet
from ocop.casework.ideas.selectors.sheets import look_through
from ocop.casework.ideas.writes.moves import send
from ocop.casework.ideas.writes.telling import deciders
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Refusal, ensure, held, record, words
from ocop.foundation.audit.recording import recording
from ocop.foundation.notifications.actions import tell


def refuse_save(who: Who, sheet: IdeaSheet) -> Refusal | None:
    """Who handed it in, once, when nothing in it is to be mended."""
    if refusal := refuse_read_sheet(who, sheet):
        return refusal
    if sheet.saved_at is not None:
        return Refusal(
            "conflict_sheet_saved",
            _("Bảng này đã lưu rồi."),
            "",
            _("Xem các ý tưởng trong danh sách."),
        )
    if sheet.faulty_count:
        return Refusal(
            "sheet_faulty",
            gettext("Bảng còn %(count)s dòng phải sửa.") % {"count": sheet.faulty_count},
            _("Bảng được lưu trọn vẹn hoặc không lưu dòng nào."),
            _("Chọn lại cột, hoặc tải bảng đã đánh dấu, sửa rồi gửi lại."),
        )
    return None


def save_sheet(sheet: IdeaSheet, *, by: Person, at: datetime) -> int:
    """Registers and sends every idea of a clean workbook, all or nothing; how many.
    Refused as `saving` is.
    """
    return sum(1 for _done in saving(sheet, by=by, at=at))


def saving(sheet: IdeaSheet, *, by: Person, at: datetime) -> Iterator[int]:
    """The same step by step, so that a page can tell how far it is: yields the number of ideas saved so far.

    Everything happens in one transaction, which ends with the last step; whoever stops listening saves
    nothing. Refused: another person; a workbook that was saved; one with faults, also such as came up since
    it was checked.
    """
    with recording():
        who = who_is(by, at)
        ensure(refuse_save(who, held(sheet)))
        looked = look_through(sheet, by, at)
        sheet.faulty_count = looked.faulty_count
        ensure(refuse_save(who, sheet))
        saved: list[Idea] = []
        for number, entry in enumerate(looked.entries, start=1):
            idea = Idea(producer=entry.producer, is_entered_for_other=True, sheet=sheet)
            enter(idea, entry.fields, "idea.import", by=by, at=at)
            send(idea, by=by, at=at)
            saved.append(idea)
            yield number
        _tell(saved, by=by, at=at)
        sheet.saved_at = at
        sheet.save(update_fields=["saved_at"])
        record("idea_sheet.save", sheet, by=by, at=at, data={"ideas": len(saved)})


def _tell(saved: list[Idea], *, by: Person, at: datetime) -> None:
    """Each officer who decides learns once how many ideas a workbook brought, not idea by idea."""
    counts: Counter[int] = Counter(idea.place_id for idea in saved)
    told: Counter[Person] = Counter()
    for idea in {idea.place_id: idea for idea in saved}.values():
        told.update(dict.fromkeys(deciders(idea, at), counts[idea.place_id]))
    body = words(_("%(who)s đã nhập. Xem rồi duyệt, trả lại hoặc từ chối từng ý tưởng."), who=by.full_name)
    for person, count in told.items():
        subject = words(_("%(count)s ý tưởng mới từ bảng Excel"), count=count)
        tell([person], kind="ideas.imported", subject=subject, body=body, url=reverse("ideas:desk"), at=at)


SAVE_SHEET = Act(
    about=SHEET,
    name="save_sheet",
    path="luu/",
    refuse=refuse_save,
    do=save_sheet,
    button=_("Lưu"),
)
