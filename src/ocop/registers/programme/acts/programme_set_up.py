"""Setting up the programme."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from ocop.foundation.accounts.acts import appoint, open_office
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.rules import Level, Role, province_body
from ocop.foundation.audit.actions import record
from ocop.foundation.audit.recording import recorded
from ocop.registers.programme.models import Programme


@recorded
def set_up_programme(*, fields: Mapping[str, Any], by: Person, at: datetime) -> Programme:
    """Sets up the programme of the province that this database serves."""
    programme = Programme.objects.create(**fields, created_at=at)
    record("programme.set_up", programme, by=by, at=at)
    return programme


@recorded
def appoint_first_operator(
    programme: Programme, *, operator: Person, reason: str, at: datetime
) -> Appointment:
    """Appoints whoever set up this installation operator at the province's agency, whose office is opened if
    need be.

    Nobody is there yet to appoint them, so they do it themselves, as only a repairer of the installation may.
    """
    place, name = programme.province, programme.agency_name
    office = Office.objects.filter(place=place, name=name).first() or open_office(
        level=Level.PROVINCE, body=province_body(name), place=place, name=name, by=operator, at=at
    )
    return appoint(
        person=operator,
        office=office,
        role=Role.OPERATOR,
        starts_at=at,
        reason=reason,
        by=operator,
        at=at,
        confirmed=True,
    )
