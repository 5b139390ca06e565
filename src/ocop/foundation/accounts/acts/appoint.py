"""Giao vai trò: gives a person a role in an office for a period."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, time, timedelta
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.about import PERSON
from ocop.foundation.accounts.labels import DOUBTS, role_choices
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.permissions import refuse_appoint, refuse_manage_people
from ocop.foundation.accounts.rules import ROLE_LEVELS, Body, Doubt, Role, both_hands, overlap
from ocop.foundation.accounts.selectors import manageable_offices
from ocop.foundation.accounts.who import Who, forget
from ocop.foundation.accounts.writes import facts_of
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, record, recorded
from ocop.foundation.holding import holding
from ocop.foundation.ui.doubts import unconfirmed
from ocop.foundation.ui.forms import AsksTwice, DateField, ModelForm, TextField


class AsksAppointment(AsksTwice, Asks, ModelForm):
    """An appointment in whole days: from the morning of the first to the end of the last."""

    role = forms.ChoiceField(label=_("Vai trò"), choices=lambda: [("", _("Chọn vai trò")), *role_choices()])
    starts_on = DateField(label=_("Từ ngày"))
    last_on = DateField(label=_("Đến hết ngày"), required=False, help_text=_("Để trống nếu chưa biết."))
    reason = TextField(label=_("Căn cứ"), required=False, help_text=_("Ví dụ: Quyết định số 12/QĐ-UBND."))

    field_order = ("office", "role", "title", "starts_on", "last_on", "reason", "confirmed")

    class Meta:
        model = Appointment
        fields = ("office", "role", "title")
        field_classes = {"title": TextField}

    beside = {"conflict_appointed": "office"}
    gives = frozenset({"office", "role", "title", "starts_at", "ends_at", "reason", "confirmed"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        offices = manageable_offices(self.who.person, self.who.at)
        self.fields["office"] = forms.ModelChoiceField(
            offices, label=_("Cơ quan"), empty_label=_("Chọn cơ quan")
        )
        self.fields["starts_on"].initial = timezone.localdate

    def clean(self) -> dict[str, Any]:
        """Turns the days into moments."""
        cleaned = super().clean() or {}
        starts_on, last_on = cleaned.get("starts_on"), cleaned.get("last_on")
        if starts_on and last_on and last_on < starts_on:
            self.add_error("last_on", _("Ngày kết thúc phải từ ngày bắt đầu trở đi."))
        today = timezone.localdate()
        # today begins now, so that nothing done this morning is covered afterwards
        cleaned["starts_at"] = timezone.now() if starts_on == today else starts_on and _start_of(starts_on)
        cleaned["ends_at"] = last_on and _start_of(last_on + timedelta(days=1))
        return cleaned

    def _post_clean(self) -> None:
        """The action builds and checks the appointment."""

    def given(self) -> Mapping[str, Any]:
        """The moments in place of the days."""
        return {name: self.cleaned_data[name] for name in self.gives or ()}


def _start_of(day: Any) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def refuse_appoint_anybody(who: Who, _person: Person) -> Refusal | None:
    """Operators; to which offices, the form offers and the act asks."""
    return refuse_manage_people(who.person, who.at)


@recorded
def appoint(
    person: Person,
    *,
    office: Office,
    role: Role | str,
    starts_at: datetime,
    by: Person,
    at: datetime,
    title: str = "",
    ends_at: datetime | None = None,
    reason: str = "",
    confirmed: bool = False,
) -> Appointment:
    """Gives a person a role in an office for a period.

    What is seldom right (one person who prepares and signs, a signer elsewhere than in a People's Committee,
    oneself, no paper named as its basis) has to be `confirmed`, and the record says so. Refused outside the
    operator's place, for oneself but to a repairer, for a role that the office's level does not have, for an
    end before the start, and where the person already holds this very role in this office within the period.
    """
    ensure(refuse_appoint(by, person, office, at))
    ensure(_refuse_period(office, role, starts_at, ends_at))
    holding(Person.objects).get(pk=person.pk)
    ensure(_refuse_twice(person, office, role, starts_at, ends_at))
    doubts = _doubts(person, office, Role(role), starts_at, ends_at, by)
    doubts += [] if reason.strip() else [Doubt.NO_BASIS]
    if doubts and not confirmed:
        raise Refused(unconfirmed(_("Cần xem lại trước khi phân công."), [DOUBTS[one] for one in doubts]))
    appointment = Appointment.objects.create(
        person=person, office=office, role=role, title=title, starts_at=starts_at, ends_at=ends_at
    )
    forget(person)
    facts = facts_of(appointment) | ({"doubts": [one.value for one in doubts]} if doubts else {})
    record("appointment.appoint", appointment, by=by, at=at, reason=reason, data=facts)
    record("person.appoint", person, by=by, at=at, reason=reason, data=facts)
    return appointment


def _doubts(
    person: Person, office: Office, role: Role, starts_at: datetime, ends_at: datetime | None, by: Person
) -> list[Doubt]:
    """What is seldom right about it, in the order in which it weighs."""
    near = {office.place_id, office.place.province.pk if office.place else None}
    beside = person.appointments.select_related("office__place__parent__parent")
    others = {
        Role(row.role)
        for row in beside
        if overlap(row.starts_at, row.ends_at, starts_at, ends_at)
        and near & {row.office.place_id, row.office.place.province.pk if row.office.place else None}
    }
    found = []
    if both_hands(role, others):
        found.append(Doubt.BOTH_HANDS)
    if role == Role.SIGNER and office.body not in (Body.PEOPLE_COMMITTEE, Body.MINISTRY):
        found.append(Doubt.SIGNS_ELSEWHERE)
    if by.pk == person.pk:
        found.append(Doubt.ONESELF)
    return found


def _refuse_period(
    office: Office, role: Role | str, starts_at: datetime, ends_at: datetime | None
) -> Refusal | None:
    if office.level not in ROLE_LEVELS[Role(role)]:
        return Refusal(
            "role_level", _("Vai trò này không có ở cấp của cơ quan đã chọn."), todo=_("Chọn vai trò khác.")
        )
    if ends_at is not None and ends_at <= starts_at:
        return Refusal("ends_before_start", _("Ngày kết thúc phải sau ngày bắt đầu."))
    return None


def _refuse_twice(
    person: Person, office: Office, role: Role | str, starts_at: datetime, ends_at: datetime | None
) -> Refusal | None:
    for row in person.appointments.filter(office=office, role=role):
        if overlap(row.starts_at, row.ends_at, starts_at, ends_at):
            return Refusal(
                "conflict_appointed",
                _("%(person)s đã giữ vai trò này ở cơ quan này trong thời gian đó.") % {"person": person},
                todo=_("Kết thúc phân công cũ trước, hoặc chọn thời gian khác."),
            )
    return None


APPOINT = Act(
    about=PERSON,
    name="appoint",
    path="phan-cong/",
    refuse=refuse_appoint_anybody,
    form=AsksAppointment,
    do=appoint,
    button=_("Giao vai trò"),
    heading=lambda person: gettext("Phân công cho %(person)s") % {"person": person},
    said=_("Đã phân công."),
    template="ui/form.html",
)
