"""Offices, and who works in them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.labels import DOUBTS
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.permissions import refuse_appoint, refuse_end_appointment, refuse_manage_place
from ocop.foundation.accounts.rules import (
    BODY_LEVELS,
    ROLE_LEVELS,
    Body,
    Doubt,
    Level,
    Role,
    both_hands,
    overlap,
)
from ocop.foundation.accounts.selectors import communes_without_office
from ocop.foundation.accounts.who import forget
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.foundation.audit.vouching import vouch
from ocop.foundation.holding import holding
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import communes_of
from ocop.foundation.refusals import Refusal, Refused, ensure, once
from ocop.foundation.ui.doubts import unconfirmed


@recorded
def open_office(
    *, level: Level | str, body: Body | str, place: Place | None, name: str, by: Person, at: datetime
) -> Office:
    """Adds an office to the register. Refused outside the operator's place, and where body,
    level, place disagree.
    """
    ensure(refuse_manage_place(by, place, at))
    if Level(level) not in BODY_LEVELS[Body(body)]:
        raise Refused(
            Refusal("body_level", _("Cơ quan loại này không có ở cấp đã chọn."), todo=_("Chọn lại cấp."))
        )
    if (place.level if place else Level.MINISTRY) != level:
        raise Refused(
            Refusal("place_level", _("Địa bàn không đúng cấp của cơ quan."), todo=_("Chọn lại địa bàn."))
        )
    if place is not None:
        _hold([place.pk])
    ensure(_refuse_second_office(place, name))
    with once(lambda: _refuse_second_office(place, name)):
        office = Office.objects.create(level=level, body=body, place=place, name=name)
    record("office.open", office, by=by, at=at, data={"level": str(level), "body": str(body)})
    return office


def _hold(places: Iterable[int]) -> None:
    """One at a time opens offices in a place, one by one or many at once: whoever waits sees what is there by
    then.

    Not a lock of the key: whatever refers to a place goes on being written.
    """
    list(holding(Place.objects).filter(pk__in=places).order_by("pk").values_list("pk"))


def _refuse_second_office(place: Place | None, name: str) -> Refusal | None:
    if not Office.objects.filter(place=place, name=name).exists():
        return None
    return Refusal("conflict_office", _("Cơ quan này đã có trong danh sách."))


@recorded
def open_commune_offices(
    *, province: Place, communes: Iterable[Place], by: Person, at: datetime
) -> list[Office]:
    """Adds the People's Committees of these communes, each recorded; a commune that has an office already is
    left out.

    Refused outside the operator's place, for a commune that is not one of the province today, and where none
    is left.
    """
    ensure(refuse_manage_place(by, province, at))
    chosen = {commune.pk: commune for commune in communes}
    _hold(chosen)
    ensure(_refuse_foreign(province, chosen, at))
    missing = communes_without_office(province, at).filter(pk__in=chosen)
    offices = Office.objects.bulk_create(_people_committee(commune) for commune in missing)
    if not offices:
        raise Refused(Refusal("conflict_offices", _("Các xã, phường đã chọn đều có cơ quan rồi.")))
    vouch(offices)
    facts = {"level": str(Level.COMMUNE), "body": str(Body.PEOPLE_COMMITTEE)}
    for office in offices:
        record("office.open", office, by=by, at=at, data=facts)
    return offices


def _refuse_foreign(province: Place, chosen: Mapping[int, Place], at: datetime) -> Refusal | None:
    own = set(communes_of(province, timezone.localdate(at)).values_list("pk", flat=True))
    foreign = [commune for pk, commune in chosen.items() if pk not in own]
    if not foreign:
        return None
    return Refusal(
        "not_in_province",
        _("%(commune)s không phải xã, phường hiện nay của %(province)s.")
        % {"commune": foreign[0].local_name, "province": province.local_name},
        todo=_("Tải lại trang rồi chọn lại."),
    )


def _people_committee(commune: Place) -> Office:
    name = f"Ủy ban nhân dân {commune}"
    return Office(level=Level.COMMUNE, body=Body.PEOPLE_COMMITTEE, place=commune, name=name)


@recorded
def appoint(
    *,
    person: Person,
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
    facts = _facts(appointment) | ({"doubts": [one.value for one in doubts]} if doubts else {})
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


@recorded
def end_appointment(*, appointment: Appointment, by: Person, at: datetime, reason: str) -> Appointment:
    """Ends an appointment now; from this moment the person can do nothing by it. One not yet begun never
    begins.

    Refused without a reason, outside the operator's place, and where it has ended already.
    """
    locked = holding(Appointment.objects).select_related("office__place", "person")
    appointment = locked.get(pk=appointment.pk)
    ensure(refuse_end_appointment(by, appointment, at))
    ensure(_refuse_without_reason(reason))
    appointment.ends_at = max(at, appointment.starts_at)
    appointment.save(update_fields=["ends_at"])
    record("appointment.end", appointment, by=by, at=at, reason=reason, data=_facts(appointment))
    record(
        "person.end_appointment", appointment.person, by=by, at=at, reason=reason, data=_facts(appointment)
    )
    return appointment


def _refuse_without_reason(reason: str) -> Refusal | None:
    if reason.strip():
        return None
    return Refusal(
        "reason_missing",
        _("Chưa ghi lý do."),
        _("Người liên quan cần biết vì sao."),
        _("Ghi lý do rồi gửi lại."),
    )


def _facts(appointment: Appointment) -> dict[str, str]:
    """What the record keeps of an appointment, readable without the tables."""
    return {
        "role": str(appointment.role),
        "office": str(appointment.office),
        "title": appointment.title,
        "starts_at": appointment.starts_at.isoformat(),
        "ends_at": appointment.ends_at.isoformat() if appointment.ends_at else "",
    }
