"""Operators manage people and their appointments."""

from __future__ import annotations

from typing import Any

from allauth.mfa.models import Authenticator
from django.db.models import Prefetch, QuerySet
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext_lazy

from ocop.foundation.accounts import permissions
from ocop.foundation.accounts.acts import ISSUE_PASSWORD_LINK, issue_password_link
from ocop.foundation.accounts.labels import ACTS, DOUBTS
from ocop.foundation.accounts.lists import PeopleFilter, PeopleTable
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Doubt
from ocop.foundation.accounts.selectors import in_force_at
from ocop.foundation.accounts.who import appointments_of, who_is
from ocop.foundation.acts.page import context_of
from ocop.foundation.audit.selectors import history
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.asking import ask
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


def password_link(request: PersonRequest, pk: int) -> HttpResponse:
    """Makes a link to a new password, shown once to be handed over."""
    who, act = request.who, ISSUE_PASSWORD_LINK
    found = act.about.find(who, pk)
    ensure(act.refuse(who, found))
    form = act.form(request.POST or None, who=who, thing=found)

    def save(_data: dict[str, Any]) -> str:
        return issue_password_link(found, **form.given(), by=request.user, at=who.at)

    def done(link: str) -> HttpResponse:
        context = {"person": found, "link": request.build_absolute_uri(link)}
        return render(request, "accounts/password_link.html", context)

    return ask(request, form, save, done, context_of(act, form), template=act.template)
