"""Files that belong to an activity."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.core.files.base import File

from ocop.casework.support import permissions, refusals
from ocop.casework.support.models import Activity, ActivityPaper
from ocop.casework.support.permissions.files import PAPER_FILES
from ocop.foundation.accounts.models import Person
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.refusals import Refused, ensure
from ocop.kernel.text import one_line


@recorded
def attach_paper(
    activity: Activity, *, upload: File[Any], title: str, by: Person, at: datetime
) -> ActivityPaper:
    """Adds a contract, a list, a report. Refused without a title, and to what was cancelled."""
    ensure(permissions.refuse_add(by, activity, at))
    title = one_line(title)
    if not title:
        raise Refused(refusals.title_missing())
    file = store(upload, owner=PAPER_FILES, by=by, at=at)
    paper = ActivityPaper.objects.create(activity=activity, file=file, title=title)
    record("activity.paper", activity, by=by, at=at, data={"title": title, "sha256": file.sha256})
    return paper
