"""Đăng ký ý tưởng: for oneself, for a producer one acts for, or as an officer for somebody of the commune."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from functools import cached_property
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.ideas.about import IDEAS
from ocop.casework.ideas.checks import refuse_nameless, refuse_place
from ocop.casework.ideas.forms import province_of
from ocop.casework.ideas.models import Idea
from ocop.casework.ideas.permissions import WRITERS, refuse_for_other
from ocop.casework.ideas.writes.answers import write_down
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Level, Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.places.forms import CommuneField
from ocop.foundation.places.models import Place
from ocop.foundation.ui.forms import PhoneField, TextField
from ocop.registers.producers.models import Producer
from ocop.registers.producers.permissions import producers_acted_for, refuse_act


class AsksIdea(Asks):
    """The first page: what, where, whose. An officer without a producer writes down somebody else's idea."""

    name = TextField(
        label=_("Bạn định làm sản phẩm gì?"), max_length=200,
        help_text=_("Viết tên ngắn, ví dụ: Dứa sấy dẻo. Sau này đổi được."),
    )  # fmt: skip
    place = CommuneField(province="", label=_("Làm ở xã, phường nào?"))
    producer = forms.ModelChoiceField(
        Producer.objects.none(), label=_("Của chủ thể nào?"), empty_label=_("Chọn chủ thể")
    )
    proposer = TextField(
        label=_("Ý tưởng của ai?"), max_length=200, help_text=_("Họ tên người, hoặc tên cơ sở, nhóm hộ.")
    )
    proposer_phone = PhoneField(label=_("Điện thoại người đó"), required=False)
    gives = frozenset({"fields", "producer", "is_for_other", "is_illustration"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        commune: Any = self.fields["place"]
        commune.set_province(province_of(self.usual_place))
        if len(self.producers) > 1:
            self.fields["producer"].queryset = self._own  # type: ignore[attr-defined]
        else:
            del self.fields["producer"]
        if not self.is_for_other:
            del self.fields["proposer"], self.fields["proposer_phone"]

    @property
    def _own(self) -> Any:
        own = Producer.objects.filter(pk__in=producers_acted_for(self.who))
        return own.select_related("commune__parent__parent")

    @cached_property
    def producers(self) -> list[Producer]:
        """Those for whom the person may act."""
        return list(self._own)

    @property
    def is_for_other(self) -> bool:
        """Whether it is somebody else's idea."""
        return not self.producers and self.who.holds_any(*WRITERS)

    @property
    def usual_place(self) -> Place | None:
        """The commune of the producer, or of the officer's own office."""
        if self.producers:
            return self.producers[0].commune
        offices = [row.office for row in self.who.appointments if row.role == Role.COMMUNE_OFFICER]
        return next((office.place for office in offices if office.level == Level.COMMUNE), None)

    def known(self) -> Mapping[str, Any]:
        """The usual commune."""
        return {"place": self.usual_place.pk if self.usual_place else None}

    def given(self) -> Mapping[str, Any]:
        """The answers, and whose the idea is; what people write is no illustration."""
        fields = dict(self.cleaned_data)
        producer = fields.pop("producer", None) or next(iter(self.producers), None)
        return {
            "fields": fields,
            "producer": producer,
            "is_for_other": self.is_for_other,
            "is_illustration": False,
        }


def refuse_register(who: Who, _thing: object = None) -> Refusal | None:
    """Registering an idea is for everybody who is signed in."""
    if who.is_active:
        return None
    return Refusal("sign_in", _("Bạn chưa đăng nhập."), "", _("Đăng nhập rồi thử lại."))


@recorded
def register_idea(
    *,
    fields: Mapping[str, Any],
    by: Person,
    at: datetime,
    producer: Producer | None = None,
    is_for_other: bool = False,
    is_illustration: bool = False,
) -> Idea:
    """Writes an idea down. Refused as `enter` is."""
    idea = Idea(producer=producer, is_entered_for_other=is_for_other, is_illustration=is_illustration)
    enter(idea, fields, "idea.register_for" if is_for_other else "idea.register", by=by, at=at)
    return idea


def enter(idea: Idea, fields: Mapping[str, Any], action: str, *, by: Person, at: datetime) -> None:
    """Writes a new idea down and stores it, under the name of the act.

    Refused: a stranger to the producer; an officer of elsewhere; a commune that does not stand on that day;
    an idea without a name, or one for somebody else without that person's name.
    """
    who = who_is(by, at)
    ensure(refuse_register(who))
    if idea.producer is not None:
        ensure(refuse_act(by, idea.producer, at))
    ensure(refuse_place(fields["place"], at))
    if idea.is_entered_for_other:
        ensure(refuse_for_other(who, fields["place"]))
    idea.created_at, idea.created_by = at, by
    write_down(idea, {**fields, "proposer": fields.get("proposer") or _proposer(idea)}, at)
    ensure(refuse_nameless(idea))
    idea.save(force_insert=True)
    record(action, idea, by=by, at=at)


def _proposer(idea: Idea) -> str:
    """Who has the idea, where nobody was named."""
    if idea.producer is not None:
        return idea.producer.name
    return "" if idea.is_entered_for_other else idea.created_by.full_name


REGISTER = Act(
    about=IDEAS,
    name="new",
    path="moi/",
    refuse=refuse_register,
    form=AsksIdea,
    do=register_idea,
    button=_("Đăng ký ý tưởng"),
    heading=_("Đăng ký ý tưởng sản phẩm"),
    lead=_("Trang 1/3. Chưa cần giấy tờ gì; viết dở cũng được giữ."),
    confirm=_("Viết tiếp"),
    then=lambda _none, idea: reverse("ideas:write", args=[idea.key]),
    template="ideas/new.html",
    begins=True,
)
