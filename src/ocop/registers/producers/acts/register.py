"""Đăng ký chủ thể: for oneself, or as an officer for a producer of the own commune."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Act, Asks, Refusal, ensure, once, record, recorded
from ocop.foundation.ui.forms import RadioCards
from ocop.foundation.ui.slugs import write_under_free_slug
from ocop.registers.producers.about import PRODUCERS
from ocop.registers.producers.acts.entitle import add_representation
from ocop.registers.producers.checks import refuse_fields, refuse_same_number
from ocop.registers.producers.forms import NAME, size_cards
from ocop.registers.producers.models import Producer, Representative
from ocop.registers.producers.permissions import is_officer, refuse_register
from ocop.registers.producers.rules import ENTERPRISES, Source
from ocop.registers.producers.writes import free_slug, search_text


class AsksName(Asks):
    """The name, and for an enterprise its size. The legal form, the thing here, is known already."""

    name = NAME
    enterprise_size = forms.ChoiceField(label=_("Quy mô doanh nghiệp"), choices=size_cards, widget=RadioCards)
    is_another = forms.BooleanField(
        label=_("Đơn vị của tôi là đơn vị khác, chưa có trong danh sách trên."),
        required=False,
        widget=forms.HiddenInput,
    )

    gives = frozenset({"fields", "representative", "source", "is_illustration"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if self.thing not in ENTERPRISES:
            del self.fields["enterprise_size"]

    def ask_whether_another(self) -> None:
        """Shows the box that says: we are not the one whose name looks alike."""
        self.fields["is_another"].widget = forms.CheckboxInput()

    def given(self) -> Mapping[str, Any]:
        """For oneself; by an officer for a producer of the own commune."""
        data = self.cleaned_data
        size = data.get("enterprise_size", "")
        fields = {"name": data["name"], "legal_form": self.thing, "enterprise_size": size}
        source = Source.SELF
        if is_officer(self.who.person, self.who.at):
            source = Source.OFFICE
            own = (one.office.place for one in self.who.appointments if one.role == Role.COMMUNE_OFFICER)
            fields["commune"] = next(own, None)
        return {"fields": fields, "representative": None, "source": source, "is_illustration": False}


def refuse_register_own(who: Who, _form: object = None) -> Refusal | None:
    """Anyone who has signed in."""
    return refuse_register(who.person, who.at)


@recorded
def register_producer(
    *,
    fields: Mapping[str, Any],
    representative: Mapping[str, Any] | None,
    by: Person,
    at: datetime,
    source: str = Source.SELF,
    is_illustration: bool = False,
) -> Producer:
    """Enters a producer; who registers it for oneself may act for it from now on.

    Refused without sign-in, without a name, and where the registration number belongs to another producer.
    An officer enters others' producers (source office, register), in the own commune or province.
    """
    ensure(refuse_register(by, at, source=source, commune=fields.get("commune")))
    ensure(refuse_fields(fields))
    producer = Producer(**fields, source=source, is_illustration=is_illustration, created_at=at)
    producer.search_text = search_text(producer)

    def save(slug: str) -> None:
        producer.slug = slug
        producer.save(force_insert=True)

    with once(lambda: refuse_same_number(producer.registration_no)):
        write_under_free_slug(lambda: free_slug(producer.name, Producer.objects), save)
    if representative:
        Representative.objects.create(producer=producer, **representative)
    record("producer.register", producer, by=by, at=at)
    if source == Source.SELF:
        add_representation(producer, person=by, by=None, at=at)
    return producer


REGISTER = Act(
    about=PRODUCERS,
    name="register_form",
    refuse=refuse_register_own,
    form=AsksName,
    do=register_producer,
    button=_("Đăng ký chủ thể"),
    confirm=_("Ghi và tiếp tục"),
    said=_("Đã ghi tên chủ thể. Trả lời tiếp vài câu ngắn; để sau cũng được."),
)
"""Its page is `pages/register.py`: it asks about names that look alike before it makes a second one."""
