"""Who may read the files of this package."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ocop.casework.review.models import Meeting
from ocop.casework.review.permissions.meetings import refuse_read_minutes
from ocop.foundation.accounts.who import who_is
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal

MINUTES_FILES = "review.minutes"


def refuse_read_minutes_file(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """The minutes of a meeting and what corrects them: as the meeting itself,
    and nobody with a conflict about one of its products.
    """
    asked = Q(minutes=stored_file) | Q(corrections__paper__file=stored_file)
    meeting = Meeting.objects.filter(asked).select_related("council__programme__province").first()
    if meeting is None:
        return Refusal("not_reader", _("Bạn không xem được tệp này."))
    return refuse_read_minutes(who_is(person, at), meeting)
