"""Kết thúc quyền làm thay: somebody may no longer act for the producer, from now on."""

from __future__ import annotations

from datetime import datetime

from django.urls import reverse
from django.utils.text import format_lazy
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, forget
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import ReasonField
from ocop.registers.producers.about import REPRESENTATION
from ocop.registers.producers.models import Representation
from ocop.registers.producers.permissions import refuse_end_representation, refuse_keep
from ocop.registers.producers.writes import hold_producer


class AsksWhy(Asks):
    """Why, if one wants to say."""

    reason = ReasonField(lines=1, required=False, max_length=300)

    def onward(self) -> str:
        """Whoever ended the own right sees the producer no longer."""
        is_still = refuse_keep(self.who, self.thing.producer) is None
        return "" if is_still else reverse("producers:own")


def refuse_end(who: Who, row: Representation) -> Refusal | None:
    """As acting for the producer; the last right is ended by an officer only."""
    return refuse_end_representation(who.person, row, who.at)


@recorded
def end_representation(representation: Representation, *, by: Person, at: datetime, reason: str = "") -> None:
    """Ends a person's right to act for the producer, from this moment; the person is told.

    Refused: strangers; a right that has ended; the last right, unless an officer ends it.
    """
    hold_producer(representation.producer)
    held = Representation.objects.select_related("producer").get(pk=representation.pk)
    ensure(refuse_end_representation(by, held, at))
    held.ends_at = representation.ends_at = at
    held.save(update_fields=["ends_at"])
    forget(by)
    data = {"person": held.person_id}
    record("producer.end_representation", held.producer, by=by, at=at, reason=reason, data=data)
    tell(
        [held.person],
        kind="producer.ended",
        subject=format_lazy(_("Bạn không còn làm thay cho {name}"), name=held.producer.name),
        body=_("Bạn không sửa, không nộp hồ sơ của chủ thể này được nữa. Hãy hỏi chủ thể nếu có nhầm lẫn."),
        at=at,
    )


def _lead(row: Representation) -> str:
    words = gettext("%(person)s sẽ không sửa, không nộp hồ sơ được nữa, ngay từ bây giờ.")
    return words % {"person": row.person}


END = Act(
    about=REPRESENTATION,
    name="end_representation",
    path="ket-thuc/",
    refuse=refuse_end,
    form=AsksWhy,
    do=end_representation,
    button=_("Kết thúc quyền làm thay"),
    lead=_lead,
    confirm=_("Kết thúc"),
    said=_("Đã kết thúc quyền làm thay."),
    template="ui/confirm.html",
    danger=True,
)
