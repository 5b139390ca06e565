"""What several acts bring about; nobody is asked here."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.checks import number_malformed
from ocop.casework.certificates.rules import is_paper_no
from ocop.casework.fieldwork.models import Visit
from ocop.casework.inspections.models import (
    CorrectiveOrder,
    Inspection,
    InspectionItem,
    InspectionPlan,
    TeamMember,
)
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.acts import Refused, record, vouch
from ocop.foundation.documents.actions import file_paper
from ocop.foundation.documents.models import Paper
from ocop.foundation.documents.rules import PaperKind
from ocop.foundation.notifications.actions import tell
from ocop.foundation.refusals import Text
from ocop.foundation.ui.words import words
from ocop.kernel.text import one_line, searchable
from ocop.registers.producers.models import Producer
from ocop.registers.producers.selectors import people_of
from ocop.registers.products.models import Recognition
from ocop.registers.programme.models import Programme


def file_numbered(
    programme: Programme, *, number: str, issued_on: date, kind: PaperKind, symbol: str, subject: str,
    by: Person, at: datetime,
) -> Paper:  # fmt: skip
    """A paper of the programme's agency with the number of the records office. Refused where the number
    cannot be one, was given already, or is of a day that has not come.
    """
    number = one_line(number)
    if not is_paper_no(number, programme.paper_mark):
        raise Refused(number_malformed(number, programme.paper_mark, symbol))
    return file_paper(
        kind=kind, number=number, issued_on=issued_on, issuer=programme.agency_name, subject=subject,
        by=by, at=at,
    )  # fmt: skip


def open_rows(
    programme: Programme,
    producer: Producer,
    recognitions: Iterable[Recognition],
    *,
    starts_on: date,
    team: Iterable[Person],
    plan: InspectionPlan | None,
    because: str,
    guests: str,
    by: Person,
    at: datetime,
    visit: Visit | None = None,
) -> Inspection:
    """An inspection with its products and its team, recorded."""
    rows, people = list(recognitions), list({one.pk: one for one in team}.values())
    inspection = Inspection.objects.create(
        programme=programme,
        producer=producer,
        plan=plan,
        visit=visit,
        surprise_because=because,
        starts_on=starts_on,
        guests=guests.strip(),
        opened_by=by,
        opened_at=at,
        search_text=searchable(producer.name, *(one.product.name for one in rows)),
    )
    items = InspectionItem.objects.bulk_create(
        InspectionItem(inspection=inspection, recognition=one, position=place, product_name=one.product.name)
        for place, one in enumerate(rows, start=1)
    )
    members = TeamMember.objects.bulk_create(
        TeamMember(inspection=inspection, person=person) for person in people
    )
    vouch(items)
    vouch(members)
    data: dict[str, Any] = {"recognitions": [one.pk for one in rows], "team": [one.pk for one in people]}
    data |= {"visit": str(visit.key)} if visit else {}
    record("inspection.open", inspection, by=by, at=at, reason=because, data=data)
    tell(
        [one for one in people if one.pk != by.pk],
        kind="inspections.team",
        subject=words(_("Bạn trong đoàn kiểm tra %(producer)s"), producer=producer.name),
        body=words(
            _("Ngày %(day)s. Mở để khai xung đột lợi ích trước khi kiểm tra."), day=f"{starts_on:%d/%m/%Y}"
        ),
        url=inspection.get_absolute_url(),
        at=at,
    )
    return inspection


def people_concerned(producer: Producer, at: datetime) -> list[Any]:
    """The people who act for the producer, and the officers of its commune."""
    found = list(people_of(producer, at))
    if producer.commune is not None:
        found += list(people_holding(Role.COMMUNE_OFFICER, at, place=producer.commune))
    return found


def tell_concerned(
    producer: Producer, *, kind: str, subject: Text, body: Text, url: str, at: datetime
) -> None:
    """Tells them."""
    tell(people_concerned(producer, at), kind=kind, subject=subject, body=body, url=url, at=at)


def tell_office(order: CorrectiveOrder, *, kind: str, subject: Text, body: Text, at: datetime) -> None:
    """The officers of the province, about an order."""
    officers = people_holding(Role.PROVINCE_OFFICER, at, place=order.programme.province)
    tell(officers, kind=kind, subject=subject, body=body, url=order.get_absolute_url(), at=at)
