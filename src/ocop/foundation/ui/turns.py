"""Saves of one open form, in the order in which the browser sent them,
not in which the network brought them.
"""

from __future__ import annotations

from datetime import datetime, timedelta
from uuid import UUID

from django.utils.translation import gettext as _

from ocop.foundation.holding import holding
from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.ui.models import OpenForm

KEPT = timedelta(days=30)
"""How long a page is remembered: a browser may ask after weeks whether the form it sent has arrived."""
OVERTAKEN = "conflict_newer_save"
_AT_ONCE = 100


def take_turn(page: UUID, number: int, *, is_whole: bool, at: datetime) -> None:
    """Notes that this save of an open form is taken now; call it in the transaction that stores what was
    sent.

    Refused (`conflict_newer_save`) when a later save of the same page was taken already. The whole form may
    come after a part that the browser sent again under the number of the whole, never the other way round.
    """
    known, is_new = holding(OpenForm.objects).get_or_create(page=page, defaults={"last": number, "at": at})
    if is_new:
        _forget(at - KEPT)
        return
    if number < known.last or (number == known.last and not is_whole):
        raise Refused(
            Refusal(
                OVERTAKEN,
                _("Trang này đã lưu một lần sau lần gửi này."),
                _("Mạng chuyển các lần gửi không theo thứ tự; nội dung gửi sau được giữ."),
                _("Tải lại trang, xem nội dung đang lưu, cần thì lưu lần nữa."),
            )
        )
    known.last, known.at = number, at
    known.save()


def _forget(before: datetime) -> None:
    """Pages that nobody has saved for long; those that somebody saves at this moment stay."""
    old = (
        OpenForm.objects.select_for_update(skip_locked=True)
        .filter(at__lt=before)
        .values_list("pk", flat=True)
    )
    OpenForm.objects.filter(pk__in=list(old[:_AT_ONCE])).delete()
