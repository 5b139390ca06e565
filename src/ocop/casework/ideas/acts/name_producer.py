"""Ghi chủ thể: who takes up an idea that was registered for a person; that person's name stays."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.db.models import Q
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import IDEA
from ocop.casework.ideas.labels import idea_state_name
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import WRITERS, is_owner, refuse_owner
from ocop.casework.ideas.states import IDEA_OPEN, IdeaState
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, held, record, recorded
from ocop.kernel.text import searchable
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import producers_acted_for, refuse_act


class AsksProducer(Asks):
    """Which producer: one's own ones, for an officer those of the idea's commune."""

    producer = forms.ModelChoiceField(
        Producer.objects.none(), label=_("Chủ thể"), empty_label=_("Chọn chủ thể")
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        near = Producer.objects.on_desk_of(self.who.person, self.who.at).filter(commune=self.thing.place_id)
        offered = Q(pk__in=producers_acted_for(self.who)) | Q(pk__in=near.values("pk"))
        self.fields["producer"].queryset = Producer.objects.filter(offered).order_by("name")  # type: ignore[attr-defined]


def refuse_name_producer(who: Who, idea: Idea) -> Refusal | None:
    """The owner, or an officer of the place once it was sent; once, and not for an idea that has ended."""
    is_sent = idea.submitted_at is not None
    if not (is_owner(who, idea) or (is_sent and who.holds_any(*WRITERS, place=idea.place))):
        return refuse_owner(who, idea)
    if idea.producer_id is not None:
        return Refusal(
            "conflict_producer_known",
            _("Ý tưởng này đã có chủ thể."),
            "",
            _("Tải lại trang để xem."),
        )
    if idea.state in IDEA_OPEN | {IdeaState.APPROVED}:
        return None
    return Refusal(
        "idea_ended",
        _("Ý tưởng này đã dừng."),
        gettext("Ý tưởng đang ở bước “%(state)s”.") % {"state": idea_state_name(idea.state)},
    )


@recorded
def name_producer(idea: Idea, *, producer: Producer, by: Person, at: datetime) -> None:
    """Names the producer of an idea that was registered for a person. The proposer's name stays.

    Refused: who may act neither for the idea nor for the producer; an idea that has one; an idea that has
    ended.
    """
    ensure(refuse_name_producer(who_is(by, at), held(idea)))
    ensure(refuse_act(by, producer, at))
    idea.producer = producer
    idea.search_text = searchable(producer.name, idea.search_text)
    idea.updated_at = at
    idea.save(update_fields=["producer", "search_text", "updated_at"])
    record("idea.attach_producer", idea, by=by, at=at, data={"producer": producer.pk})


NAME_PRODUCER = Act(
    about=IDEA,
    name="producer",
    path="chu-the/",
    refuse=refuse_name_producer,
    form=AsksProducer,
    do=name_producer,
    button=_("Ghi chủ thể"),
    heading=_("Chủ thể nào làm ý tưởng này?"),
    lead=_("Chưa có trong danh sách thì đăng ký chủ thể trước, rồi quay lại đây."),
    confirm=_("Lưu"),
    said=_("Đã ghi chủ thể."),
    template="ui/form.html",
)
