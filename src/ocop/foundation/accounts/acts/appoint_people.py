"""Phân công người từ bảng: accounts opened where there is none, appointed; all of them or nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta

from django.db import transaction
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.foundation.accounts.acts.appoint import appoint
from ocop.foundation.accounts.acts.open_account import open_account
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.permissions import refuse_manage_people
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import manageable_offices
from ocop.foundation.acts import Refusal, Refused, ensure, recorded
from ocop.kernel.tables import Places, ReadRow, RowFault, Wrong
from ocop.kernel.text import fold


@dataclass
class Offices:
    """The offices to which somebody may appoint, by name and by place."""

    by_name: dict[str, list[Office]]
    by_place: dict[int | None, list[Office]]
    places: Places

    def of(self, row: ReadRow) -> Office | Refusal:
        """The office of a row: by its name, else the only one of the commune."""
        name, place = row.text("office"), row.values.get("place")
        found = self.by_name.get(_office_name(name), []) if name else []
        if place is None and not found and name:
            place = self.places.look_up(name).place
        if len(found) == 1 and not row.text("place"):
            return found[0]  # a group above speaks of those who name no office
        if place is not None:
            there = self.by_place.get(place.pk, [])
            found = [one for one in found if one in there] or there
        if len(found) == 1:
            return found[0]
        words = name or str(place)
        return Refusal(
            "office_unknown",
            _("Không thấy cơ quan “%(name)s” trong địa bàn của bạn.") % {"name": words}
            if not found else _("Có nhiều cơ quan có thể là “%(name)s”.") % {"name": words},
            "",
            _("Ghi đúng tên cơ quan như trong danh sách cơ quan; cơ quan chưa có thì thêm trước."),
        )  # fmt: skip


def offices_for(by: Person, at: datetime, places: Places) -> Offices:
    """What the operator manages."""
    by_name: dict[str, list[Office]] = {}
    by_place: dict[int | None, list[Office]] = {}
    for office in manageable_offices(by, at):
        by_name.setdefault(_office_name(office.name), []).append(office)
        by_place.setdefault(office.place_id, []).append(office)
    return Offices(by_name, by_place, places)


def _office_name(name: str) -> str:
    return f" {fold(name)} ".replace(" ubnd ", " uy ban nhan dan ").strip()


def try_people(rows: Sequence[ReadRow], offices: Offices, *, by: Person, at: datetime) -> list[RowFault]:
    """Appoints everybody and keeps nothing: what would be refused, by row."""
    faults = []
    with transaction.atomic():
        for row in rows:
            try:
                with transaction.atomic():
                    _appoint(row, offices, by, at)
            except Refused as refused:
                faults.append(RowFault("", Wrong.REFUSED, str(refused.refusal), row.number))
        transaction.set_rollback(True)
    return faults


@recorded
def appoint_people(
    rows: Sequence[ReadRow], offices: Offices, *, by: Person, at: datetime
) -> list[Appointment]:
    """Opens the accounts that are missing and appoints everybody, each recorded.

    Refused to who is no operator, and as a whole where one row is refused.
    """
    ensure(refuse_manage_people(by, at))
    return [_appoint(row, offices, by, at) for row in rows]


def _appoint(row: ReadRow, offices: Offices, by: Person, at: datetime) -> Appointment:
    office = offices.of(row)
    if isinstance(office, Refusal):
        raise Refused(office)
    person = _known(row) or open_account(
        username=row.values.get("username") or row.values["phone"], full_name=row.text("full_name"),
        phone=row.values.get("phone") or "", email=row.values.get("email") or "", by=by, at=at,
    )  # fmt: skip
    first, last = row.day("starts_on"), row.day("last_on")
    today = timezone.localdate(at)
    return appoint(
        person=person, office=office, role=Role(row.values["role"]),
        title=row.text("title"), reason=row.text("reason") or _by_table(today),
        starts_at=at if first is None or first == today else _start_of(first),
        ends_at=_start_of(last + timedelta(days=1)) if last else None, by=by, at=at,
    )  # fmt: skip


def _by_table(day: date) -> str:
    """The basis of a row that names none: the table itself, which the office sent."""
    return _("Theo bảng phân công nhập ngày %(day)s") % {"day": f"{day:%d/%m/%Y}"}


def _start_of(day: date) -> datetime:
    return timezone.make_aware(datetime.combine(day, time.min))


def _known(row: ReadRow) -> Person | None:
    """The account that the row means by sign-in name, telephone or e-mail. Refused where it is somebody
    else's.
    """
    given = {key: row.values.get(key) or "" for key in ("username", "phone", "email")}
    ways = [Q(username=given["username"])] if given["username"] else []
    ways += [Q(phone=given["phone"]) | Q(username=given["phone"])] if given["phone"] else []
    ways += [Q(email=given["email"])] if given["email"] else []
    found: dict[int, Person] = {}
    for way in ways:
        found |= {person.pk: person for person in Person.objects.filter(way)[:2]}
    if not found:
        return None
    (person, *others) = found.values()
    if others or fold(person.full_name) != fold(row.text("full_name")):
        raise Refused(
            Refusal(
                "conflict_person",
                _("Số điện thoại, tên đăng nhập hoặc thư điện tử này là của “%(name)s”.")
                % {"name": person.full_name},
                "",
                _("Kiểm tra lại họ tên và cách liên hệ."),
            )
        )
    return person
