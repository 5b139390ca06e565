"""The request behind every page that is not public."""

from django.http import HttpRequest

from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who


class PersonRequest(HttpRequest):
    """A request whose user is a person: `SignInRequired` lets nobody else in. For annotations of views."""

    user: Person
    who: Who
