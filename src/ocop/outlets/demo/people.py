"""Offices, people and appointments of the demonstration."""

from __future__ import annotations

from datetime import datetime

from django.contrib.auth.hashers import make_password

from ocop.foundation.accounts.acts import appoint, open_account, open_office
from ocop.foundation.accounts.models import Office, Person
from ocop.outlets.demo.cast import PASSWORD, Actor, actors
from ocop.outlets.demo.stage import Stage

BASIS = "Quyết định phân công (minh hoạ)"
OFFICES = {
    "committee": ("people_committee", "Ủy ban nhân dân tỉnh Lào Cai"),
    "department": ("agriculture_department", "Sở Nông nghiệp và Môi trường tỉnh Lào Cai"),
    "coordination": ("coordination_office", "Văn phòng Điều phối nông thôn mới tỉnh Lào Cai"),
}


def note_people(stage: Stage) -> None:
    """Everybody is there from the beginning."""
    stage.diary.note("09-01 07:30", lambda at: _open_accounts(stage, at))


def _open_accounts(stage: Stage, at: datetime) -> None:
    """The installer has no password and cannot sign in; from then on the operator's office appoints."""
    installer = installer_of(stage, at)
    password = make_password(PASSWORD)  # once: a careful hash takes its time
    for actor in actors():
        stage.people[actor.key] = _open_account(actor, password, installer, at)
    for actor in actors():
        if actor.office:
            appoint(
                person=stage.people[actor.key], office=_office(stage, actor.office, installer, at),
                role=actor.appointed, title=actor.title, starts_at=at, by=installer, at=at,
                reason=BASIS,
            )  # fmt: skip


def installer_of(stage: Stage, at: datetime) -> Person:
    """Whoever set up this database: the first operator, made when the story first needs one."""
    if "cai-dat" not in stage.people:
        stage.people["cai-dat"] = Person.objects.create_superuser(
            "cai-dat", full_name="Mẫu Cài Đặt", created_at=at
        )
    return stage.people["cai-dat"]


def _open_account(actor: Actor, password: str, installer: Person, at: datetime) -> Person:
    person = open_account(
        username=actor.username,
        full_name=actor.name,
        email=actor.email,
        phone=actor.phone,
        by=installer,
        at=at,
    )
    if actor.signs_in:  # as the person would through the link in the first mail
        person.password = password
        person.save(update_fields=["password"])
    return person


def _office(stage: Stage, key: str, by: Person, at: datetime) -> Office:
    if key not in stage.offices:
        if key in OFFICES:
            body, name = OFFICES[key]
            place = stage.province
        else:
            place = stage.commune(key)
            body, name = "people_committee", f"Ủy ban nhân dân {place.kind} {place.name}"
        stage.offices[key] = open_office(level=place.level, body=body, place=place, name=name, by=by, at=at)
    return stage.offices[key]
