"""Đánh dấu đã sửa: the producer ticks off one thing that was to be mended, or takes the tick back."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import TO_MEND
from ocop.casework.dossiers.models import ReturnItem
from ocop.casework.dossiers.permissions import refuse_write
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, recorded


class AsksTick(Asks):
    """Whether it is done."""

    gives = frozenset({"is_done"})

    def given(self) -> Mapping[str, Any]:
        """Anything but yes takes the tick back."""
        return {"is_done": self.data.get("done") == "yes"}


def refuse_mend(who: Who, item: ReturnItem) -> Refusal | None:
    """As writing in the dossier."""
    return refuse_write(who, item.note.dossier)


@recorded
def mark_mended(item: ReturnItem, *, is_done: bool, by: Person, at: datetime) -> ReturnItem:
    """Ticks it off, or not. Refused as writing in the dossier is."""
    held(item.note.dossier)
    ensure(refuse_mend(who_is(by, at), item))
    item.is_done = is_done
    item.save(update_fields=["is_done"])
    return item


MEND = Act(
    about=TO_MEND,
    name="mend",
    refuse=refuse_mend,
    form=AsksTick,
    do=mark_mended,
    button=_("Đánh dấu đã sửa"),
    at_once=True,
)
