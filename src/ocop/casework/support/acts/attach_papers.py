"""Thêm giấy tờ: a contract, a list, a report that belongs to an activity."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.support.about import ACTIVITY
from ocop.casework.support.models import Activity, ActivityPaper
from ocop.casework.support.permissions import refuse_add
from ocop.casework.support.permissions.files import PAPER_FILES
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField, titled
from ocop.foundation.ui.forms import TextField
from ocop.kernel.text import one_line


class AsksPapers(Asks):
    """Files and what they are."""

    title = TextField(
        label=_("Tên giấy tờ"), max_length=200, help_text=_("Ví dụ: Danh sách học viên, Hợp đồng.")
    )
    upload = UploadsField(label=_("Tệp"))

    gives = frozenset({"uploads"})

    def given(self) -> Mapping[str, Any]:
        """Each file with its title."""
        return {"uploads": titled(self)}


@recorded
def attach_papers(
    activity: Activity, *, uploads: Sequence[tuple[File[Any], str]], by: Person, at: datetime
) -> list[ActivityPaper]:
    """Adds files, each with its title; all or none. Refused without a title, and to what was cancelled."""
    ensure(refuse_add(who_is(by, at), activity))
    made = []
    for upload, words in uploads:
        title = one_line(words)
        if not title:
            raise Refused(_title_missing())
        file = store(upload, owner=PAPER_FILES, by=by, at=at)
        made.append(ActivityPaper.objects.create(activity=activity, file=file, title=title))
        record("activity.paper", activity, by=by, at=at, data={"title": title, "sha256": file.sha256})
    return made


def _title_missing() -> Refusal:
    return Refusal("title_missing", gettext("Giấy tờ chưa có tên."), "", gettext("Ghi tên giấy tờ."))


ATTACH_PAPERS = Act(
    about=ACTIVITY,
    name="paper",
    path="giay-to/",
    refuse=refuse_add,
    form=AsksPapers,
    do=attach_papers,
    button=_("Thêm giấy tờ"),
    said=_("Đã thêm giấy tờ."),
)
