"""Why somebody may not manage people and appointments. None means: they may."""

from __future__ import annotations

from datetime import datetime
from typing import TYPE_CHECKING

from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.appointments import appointments_on, holds
from ocop.foundation.accounts.models import Appointment, Office, Person
from ocop.foundation.accounts.rules import Level, Role, phone_number
from ocop.foundation.accounts.who import appointments_of, who_is
from ocop.foundation.places.models import Place
from ocop.foundation.refusals import Refusal

if TYPE_CHECKING:
    from django.contrib.auth.models import AnonymousUser

ASK_OPERATOR = _("Hãy nhờ người quản trị hệ thống của tỉnh.")


def _is_repairer(person: Person | AnonymousUser, at: datetime) -> bool:
    return person.is_active and person.is_superuser


def refuse_manage_people(person: Person | AnonymousUser, at: datetime) -> Refusal | None:
    """Only an operator sees and manages people; besides, whoever repairs the installation."""
    if _is_repairer(person, at) or holds(person, Role.OPERATOR, at):
        return None
    return Refusal(
        "not_operator",
        _("Bạn không được quản lý người dùng."),
        _("Việc này của người quản trị."),
        ASK_OPERATOR,
    )


def refuse_manage_place(person: Person | AnonymousUser, place: Place | None, at: datetime) -> Refusal | None:
    """An operator manages inside the place of their own office; the ministry's operator everywhere."""
    refusal = refuse_manage_people(person, at)
    if refusal is not None or _is_repairer(person, at):
        return refusal
    if place is not None and holds(person, Role.OPERATOR, at, place):
        return None
    if place is None and _is_ministry_operator(person, at):
        return None
    return Refusal(
        "outside_place",
        _("Cơ quan này ngoài địa bàn của bạn."),
        _("Bạn chỉ quản lý người dùng trong địa bàn của cơ quan mình."),
        _("Hãy nhờ người quản trị của nơi đó."),
    )


def _is_ministry_operator(person: Person | AnonymousUser, at: datetime) -> bool:
    offices = [row.office for row in appointments_on(person, at) if row.role == Role.OPERATOR]
    return any(office.level == Level.MINISTRY for office in offices)


def refuse_appoint(by: Person, person: Person, office: Office, at: datetime) -> Refusal | None:
    """Nobody appoints themselves; the office must lie inside the operator's own place."""
    refusal = refuse_manage_place(by, office.place, at)
    if refusal is not None:
        return refusal
    if by.pk == person.pk and not by.is_superuser:
        return Refusal(
            "own_appointment",
            _("Bạn không được tự phân công cho mình."),
            _("Quyền của một người phải do người khác giao."),
            _("Hãy nhờ một người quản trị khác."),
        )
    if not person.is_active:
        return Refusal(
            "person_inactive",
            _("Tài khoản của %(person)s đang ngừng hoạt động.") % {"person": person},
            todo=_("Mở lại tài khoản trước khi phân công."),
        )
    return None


def refuse_end_appointment(
    by: Person | AnonymousUser, appointment: Appointment, at: datetime
) -> Refusal | None:
    """As for appointing; an appointment that has ended stays as it is."""
    refusal = refuse_manage_place(by, appointment.office.place, at)
    if refusal is not None:
        return refusal
    if appointment.ends_at is not None and appointment.ends_at <= at:
        return Refusal("conflict_ended", _("Phân công này đã kết thúc rồi."), todo=_("Tải lại trang để xem."))
    return None


def refuse_manage_person(by: Person | AnonymousUser, person: Person, at: datetime) -> Refusal | None:
    """Repairers are managed only by the like,
    people in office only where all their offices lie inside one's place.
    """
    refusal = refuse_manage_people(by, at)
    if refusal is not None or _is_repairer(by, at):
        return refusal
    if person.is_superuser:
        return Refusal("is_repairer", _("Tài khoản này do người cài đặt hệ thống giữ."), todo=ASK_OPERATOR)
    offices = {row.office_id: row.office for row in who_is(person, at).once(appointments_of)}
    for office in offices.values():
        refusal = refuse_manage_place(by, office.place, at)
        if refusal is not None:
            return refusal
    return None


def refuse_email(email: str) -> Refusal | None:
    """An address belongs to one account."""
    if not email or not Person.objects.filter(email=email.strip().lower()).exists():
        return None
    return Refusal(
        "conflict_email",
        _("Thư điện tử này đã thuộc một tài khoản khác."),
        todo=_("Tìm tài khoản đó trong danh sách người dùng, hoặc ghi thư điện tử khác, hoặc để trống."),
    )


def refuse_phone(phone: str, but: Person | None = None) -> Refusal | None:
    """A telephone number signs in, so it belongs to one account, as its number or as its sign-in name."""
    number = phone_number(phone)
    if not number:
        return None
    others = Person.objects.exclude(pk=but.pk) if but is not None else Person.objects.all()
    if not others.filter(Q(phone=number) | Q(username=number)).exists():
        return None
    return Refusal(
        "conflict_phone",
        _("Số điện thoại này đã thuộc một tài khoản khác."),
        _("Số điện thoại dùng để đăng nhập, nên mỗi số chỉ của một tài khoản."),
        _("Nếu là số của bạn, đăng nhập bằng số đó. Nếu không, ghi số khác."),
    )


def refuse_deactivate(by: Person | AnonymousUser, person: Person, at: datetime) -> Refusal | None:
    """Nobody shuts themselves out by mistake; an account that is closed is not closed again."""
    if by.pk == person.pk:
        return Refusal("self", _("Bạn không thể ngừng tài khoản của chính mình."), todo=ASK_OPERATOR)
    if not person.is_active:
        return Refusal("conflict_inactive", _("Tài khoản này đã ngừng hoạt động rồi."))
    return refuse_manage_person(by, person, at)


def refuse_reactivate(by: Person | AnonymousUser, person: Person, at: datetime) -> Refusal | None:
    """An account that is open is not opened again."""
    refusal = refuse_manage_person(by, person, at)
    if refusal is None and person.is_active:
        refusal = Refusal("conflict_active", _("Tài khoản này đang hoạt động."))
    return refusal


def refuse_password_link(by: Person | AnonymousUser, person: Person, at: datetime) -> Refusal | None:
    """A link to a new password goes only to somebody with an open account, never to oneself."""
    if by.pk == person.pk:
        return Refusal("self", _("Bạn đổi mật khẩu của mình ở trang Tài khoản."))
    if not person.is_active:
        return Refusal(
            "person_inactive", _("Tài khoản này đang ngừng hoạt động."), todo=_("Mở lại tài khoản trước.")
        )
    return refuse_manage_person(by, person, at)
