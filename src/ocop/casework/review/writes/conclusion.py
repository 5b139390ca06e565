"""The conclusion of minutes whose session is over, written anew."""

from __future__ import annotations

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from ocop.casework.review.models import Meeting
from ocop.casework.review.selectors import presiding_people
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import record, words
from ocop.foundation.notifications.actions import tell
from ocop.foundation.printing.writes import want
from ocop.kernel.canonical import sha256_hex


def word_conclusion(meeting: Meeting, note: str, *, word: str, by: Person, at: datetime) -> None:
    """Puts another conclusion into the frozen minutes, of which everything else stays, and has them made
    anew; `word` is the hash of the file in which it stood. Who presided is told. The caller has refused.
    """
    frozen = {**(meeting.minutes_content or {}), "note": note}
    meeting.minutes_content, meeting.closing_note, meeting.minutes = frozen, note, None
    meeting.save(update_fields=["minutes_content", "closing_note", "minutes"])
    data = {"word": word, "note": note, "content": sha256_hex(frozen)}
    want(meeting, at=at, entry=record("meeting.take_word", meeting, by=by, at=at, data=data))
    tell(
        [person for person in presiding_people(meeting, at) if person != by],
        kind="review.conclusion_written",
        subject=words(_("Kết luận của biên bản được viết lại: %(meeting)s"), meeting=str(meeting)),
        body=words(
            _("%(person)s gửi lại bản Word. Kết luận bây giờ là: %(note)s"), person=str(by), note=note
        ),
        url=meeting.get_absolute_url(),
        at=at,
    )
