"""Operators manage people and their appointments."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.mfa.models import Authenticator
from django.contrib import messages
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.foundation.accounts import actions, permissions
from ocop.foundation.accounts.forms import AppointForm, PersonForm
from ocop.foundation.accounts.labels import ACTS, DOUBTS
from ocop.foundation.accounts.lists import PeopleFilter, PeopleTable
from ocop.foundation.accounts.models import Appointment, Person
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Doubt
from ocop.foundation.accounts.selectors import in_force_at, manageable_offices
from ocop.foundation.accounts.who import appointments_of, who_is
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
from ocop.foundation.ui.forms import ReasonForm
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.parts import Happening


class PeopleList(ListView):
    """Everybody with an account."""

    table_class = PeopleTable
    filterset_class = PeopleFilter
    heading = gettext_lazy("Người dùng")
    lead = gettext_lazy("Tìm theo tên, số điện thoại, tên đăng nhập; không cần gõ dấu.")
    add_url = reverse_lazy("accounts:add_person")
    add_label = gettext_lazy("Thêm người")
    exporter = as_xlsx
    export_name = "nguoi-dung"
    template_name = "accounts/people.html"

    def dispatch(self, request: Any, *args: Any, **kwargs: Any) -> HttpResponse:
        """Operators only."""
        ensure(permissions.refuse_manage_people(request.user, timezone.now()))
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[Person]:
        """People with their present appointments, in two queries however many there are."""
        now = in_force_at(timezone.now()).select_related("office")
        return Person.objects.prefetch_related(
            Prefetch("appointments", queryset=now, to_attr="appointments_now")
        )


def add(request: PersonRequest) -> HttpResponse:
    """Opens an account for somebody, usually an officer."""
    ensure(permissions.refuse_manage_people(request.user, timezone.now()))
    form = PersonForm(request.POST or None)
    context = {"heading": _("Thêm người"), "submit": _("Thêm"), "cancel_url": reverse("accounts:people")}

    def save(data: dict[str, Any]) -> Person:
        return actions.open_account(by=request.user, at=timezone.now(), **data)

    def done(person: Person) -> HttpResponse:
        messages.success(request, _("Đã mở tài khoản. Hãy cấp liên kết đặt mật khẩu cho người này."))
        return redirect("accounts:person", person.pk)

    return ask(request, form, save, done, context)


def person(request: PersonRequest, pk: int) -> HttpResponse:
    """One person: contact, appointments, history."""
    now = timezone.now()
    ensure(permissions.refuse_manage_people(request.user, now))
    found = get_object_or_404(Person, pk=pk)
    found.known = {}  # the appointments of who is looked at are read once too
    rows = who_is(found, now).once(appointments_of)
    context = {
        "person": found,
        "appointments": [(row, row.is_in_force(now), row.starts_at > now) for row in rows],
        "refusal": permissions.refuse_manage_person(request.user, found, now),
        "has_second_factor": Authenticator.objects.filter(user=found).exists(),
        "refuse_deactivate": permissions.refuse_deactivate(request.user, found, now),
        "entries": [_entry(row) for row in history(found)[:50]],
    }
    return render(request, "accounts/person.html", context)


def _entry(row: Any) -> Happening:
    doubts = [str(DOUBTS[Doubt(code)]) for code in row.data.get("doubts", ())]
    detail = " · ".join(filter(None, (row.data.get("title", ""), row.data.get("office", ""), *doubts)))
    return Happening(ACTS.get(row.action, row.action), row.at, row.by_name, row.reason, detail)


def appoint(request: PersonRequest, pk: int) -> HttpResponse:
    """Gives the person a role in an office."""
    now = timezone.now()
    ensure(permissions.refuse_manage_people(request.user, now))
    found = get_object_or_404(Person, pk=pk)
    form = AppointForm(request.POST or None, offices=manageable_offices(request.user, now))
    context = {
        "heading": _("Phân công cho %(person)s") % {"person": found},
        "submit": _("Giao vai trò"),
        "cancel_url": reverse("accounts:person", args=[pk]),
    }

    def save(data: dict[str, Any]) -> Appointment:
        facts = {
            name: data[name]
            for name in ("office", "role", "title", "starts_at", "ends_at", "reason", "confirmed")
        }
        return actions.appoint(person=found, by=request.user, at=timezone.now(), **facts)

    def done(_appointment: Appointment) -> HttpResponse:
        messages.success(request, _("Đã phân công."))
        return redirect("accounts:person", pk)

    return ask(request, form, save, done, context)


def end_appointment(request: PersonRequest, pk: int) -> HttpResponse:
    """Ends an appointment now."""
    row = get_object_or_404(Appointment.objects.select_related("person", "office__place__parent"), pk=pk)
    ensure(permissions.refuse_end_appointment(request.user, row, timezone.now()))
    return _with_reason(
        request,
        row.person,
        lambda data: actions.end_appointment(appointment=row, by=request.user, at=timezone.now(), **data),
        heading=_("Kết thúc phân công"),
        question=_("%(appointment)s. Người này sẽ không làm được việc của vai trò này nữa, ngay từ bây giờ.")
        % {"appointment": row},
        done=_("Đã kết thúc phân công."),
    )


def deactivate(request: PersonRequest, pk: int) -> HttpResponse:
    """Closes an account."""
    found = get_object_or_404(Person, pk=pk)
    ensure(permissions.refuse_deactivate(request.user, found, timezone.now()))
    return _with_reason(
        request,
        found,
        lambda data: actions.deactivate(person=found, by=request.user, at=timezone.now(), **data),
        heading=_("Ngừng tài khoản"),
        question=_("%(person)s sẽ bị đăng xuất ngay ở mọi nơi. Hồ sơ và lịch sử vẫn được giữ.")
        % {"person": found},
        done=_("Đã ngừng tài khoản."),
    )


def reactivate(request: PersonRequest, pk: int) -> HttpResponse:
    """Opens a closed account again."""
    found = get_object_or_404(Person, pk=pk)
    ensure(permissions.refuse_reactivate(request.user, found, timezone.now()))
    return _with_reason(
        request,
        found,
        lambda data: actions.reactivate(person=found, by=request.user, at=timezone.now(), **data),
        heading=_("Mở lại tài khoản"),
        question=_("%(person)s sẽ đăng nhập lại được.") % {"person": found},
        done=_("Đã mở lại tài khoản."),
        danger=False,
    )


def password_link(request: PersonRequest, pk: int) -> HttpResponse:
    """Makes a link to a new password, shown once to be handed over."""
    found = get_object_or_404(Person, pk=pk)
    ensure(permissions.refuse_password_link(request.user, found, timezone.now()))
    form = ReasonForm(request.POST or None)
    context = {
        "heading": _("Cấp liên kết đặt mật khẩu"),
        "question": _("Ai có liên kết này thì đặt được mật khẩu của %(person)s. Chỉ đưa cho chính người đó.")
        % {"person": found},
        "submit": _("Cấp liên kết"),
        "cancel_url": reverse("accounts:person", args=[pk]),
    }

    def save(data: dict[str, Any]) -> str:
        return actions.issue_password_link(person=found, by=request.user, at=timezone.now(), **data)

    def done(link: str) -> HttpResponse:
        return render(
            request,
            "accounts/password_link.html",
            {"person": found, "link": request.build_absolute_uri(link)},
        )

    return ask(request, form, save, done, context, template="ui/confirm.html")


def _with_reason(
    request: PersonRequest,
    found: Person,
    save: Callable[[dict[str, Any]], Any],
    *,
    heading: str,
    question: str,
    done: str,
    danger: bool = True,
) -> HttpResponse:
    """A question, a reason, the act, and back to the person."""
    context = {
        "heading": heading,
        "question": question,
        "submit": heading,
        "danger": danger,
        "cancel_url": reverse("accounts:person", args=[found.pk]),
    }

    def finish(_result: Any) -> HttpResponse:
        messages.success(request, done)
        return redirect("accounts:person", found.pk)

    return ask(request, ReasonForm(request.POST or None), save, finish, context, template="ui/confirm.html")
