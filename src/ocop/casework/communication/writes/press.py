"""What the acts of the press plan have in common."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.models import PressItem, PressPaper
from ocop.casework.communication.permissions import EVIDENCE_FILES
from ocop.foundation.accounts.models import Person
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.notifications.actions import tell
from ocop.foundation.places.selectors import words_of
from ocop.foundation.ui.words import words
from ocop.kernel.text import one_line, searchable


def content_of(item: PressItem) -> dict[str, Any]:
    """What the record keeps of a line."""
    return {
        "title": item.title,
        "channel": item.channel,
        "outlet": item.outlet,
        "place": item.place_id,
        "planned_on": item.planned_on.isoformat(),
        "note": item.note,
        "plan": item.plan_id,
        "task": item.task_id,
    }


def words_to_find(item: PressItem) -> str:
    """By what the line is found."""
    return searchable(item.title, item.outlet, item.note, words_of(item.place))


def keep_paper(
    item: PressItem, upload: File[Any], *, by: Person, at: datetime, title: str = ""
) -> PressPaper:
    """A scan or photograph that shows that it was done. Refused for what is neither PDF, picture nor film."""
    kinds = [FileKind.PDF, FileKind.IMAGE, FileKind.MP4]
    file = store(upload, owner=EVIDENCE_FILES, by=by, at=at, kinds=kinds)
    named = one_line(title)[:200] or file.name
    return PressPaper.objects.create(item=item, file=file, title=named, by=by, at=at)


def tell_proposer(item: PressItem, *, reason: str, by: Person, at: datetime) -> None:
    """Who proposed a line learns that it was taken in, or why not."""
    if item.created_by_id == by.pk:
        return
    body = words(_("Lý do: %(reason)s"), reason=reason) if reason else _("Đã vào kế hoạch truyền thông.")
    tell(
        [item.created_by],
        kind="communication.item_settled",
        subject=words(_("Đề xuất truyền thông đã xem: %(item)s"), item=item.title),
        body=body,
        url=item.get_absolute_url(),
        at=at,
    )
