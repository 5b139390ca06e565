"""What may be right but seldom is: it is done when who asks says so once more."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _

from ocop.foundation.refusals import Refusal, Text

UNCONFIRMED = "unconfirmed"


def unconfirmed(what: Text, doubts: Iterable[Text]) -> Refusal:
    """Names the doubts; the form then shows the box that confirms (`forms.AsksTwice`)."""
    return Refusal(
        UNCONFIRMED,
        what,
        " ".join(str(doubt) for doubt in doubts),
        _("Nếu vẫn đúng như vậy, đánh dấu xác nhận ở cuối trang rồi gửi lại."),
    )
