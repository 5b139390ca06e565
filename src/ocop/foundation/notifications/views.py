"""The inbox."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.notifications import actions, selectors
from ocop.foundation.ui.lists import PAGE_SIZE
from ocop.foundation.ui.paging import PAGE_PARAM
from ocop.foundation.ui.parts import Tab

ALL = "tat-ca"


@require_safe
def inbox(request: PersonRequest) -> HttpResponse:
    """What is new to me, or everything."""
    shows_all = request.GET.get("loc") == ALL
    found = selectors.inbox(request.user, unread_only=not shows_all)
    unread = selectors.unread_count(request.user)
    address = reverse("notifications:inbox")
    context = {
        "page": Paginator(found, PAGE_SIZE).get_page(request.GET.get(PAGE_PARAM)),
        "shows_all": shows_all,
        "has_unread": bool(unread),
        "tabs": [
            Tab(_("Chưa đọc"), address, is_current=not shows_all, count=unread),
            Tab(_("Tất cả"), f"{address}?loc={ALL}", is_current=shows_all),
        ],
    }
    return render(request, "notifications/inbox.html", context)


@require_POST
def read(request: PersonRequest, pk: int) -> HttpResponse:
    """Marks one message as read, and goes to what it is about where it names a page of this site."""
    message = get_object_or_404(selectors.inbox(request.user), pk=pk)
    actions.mark_read(message=message, by=request.user, at=timezone.now())
    opens = "open" in request.POST and message.url
    if opens and url_has_allowed_host_and_scheme(message.url, allowed_hosts=None):
        return redirect(message.url)
    return redirect("notifications:inbox")


@require_POST
def read_all(request: PersonRequest) -> HttpResponse:
    """Marks everything as read."""
    actions.mark_all_read(by=request.user, at=timezone.now())
    messages.success(request, _("Đã đánh dấu tất cả là đã đọc."))
    return redirect("notifications:inbox")
