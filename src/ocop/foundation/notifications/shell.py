"""What every signed-in page shows of the inbox."""

from django.http import HttpRequest
from django.urls import reverse

from ocop.foundation.notifications.selectors import unread_count
from ocop.foundation.ui import context


def register() -> None:
    """Lets the page frame ask for the address of the inbox and the number of unread messages."""
    context.register("inbox_url", lambda request: reverse("notifications:inbox"))
    context.register("unread", _unread)


def _unread(request: HttpRequest) -> int:
    return unread_count(request.user) if request.user.is_authenticated else 0
