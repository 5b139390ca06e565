"""What a page's script asks and sends beside the fields of its form."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.utils import timezone

FIELD, WHOLE, QUESTION = "keep", "whole", "asked"
REMEMBERED = 8  # answers that may be lost on the way before a page is asked about its own value
OPERATION = re.compile(r"[\w-]{8,40}", re.ASCII)
_OURS = re.compile(r"keep-|csrfmiddlewaretoken$")


def by_script(request: HttpRequest) -> str:
    """What kind of request a page's script made: a field, a whole form, a question; else empty."""
    kind = request.headers.get("X-Requested-With", "")
    return kind if kind in {FIELD, WHOLE, QUESTION} else ""


def is_field(request: HttpRequest) -> bool:
    """Whether the script sends one field of a form in between."""
    return request.method == "POST" and by_script(request) == FIELD


def was_kept(request: HttpRequest) -> bool:
    """Whether a whole form comes from a page that kept it, by its script or without."""
    return request.method == "POST" and "keep-seen" in request.POST


def is_question(request: HttpRequest) -> bool:
    """Whether the script asks what became of something that it sent."""
    return request.method == "GET" and by_script(request) == QUESTION


def files_sent(request: HttpRequest, here: int) -> int:
    """How many files were sent with those that are `here`; nought as long as more of them are to come, which
    a page's script sends one by one.
    """
    data = request.POST
    if not by_script(request) or "keep-rest" not in data:
        return here
    return files_before(data) + here if data["keep-rest"] == "0" else 0


def files_before(data: Mapping[str, Any]) -> int:
    """How many files of the same form a page's script sent before those that are here."""
    earlier = str(data.get("keep-earlier", ""))
    return int(earlier) if earlier.isascii() and earlier.isdecimal() and len(earlier) < 4 else 0


def form_of(request: HttpRequest) -> str:
    """The form's own name: its address, in whichever language it is read."""
    first, _slash, rest = request.path.removeprefix("/").partition("/")
    codes = {code for code, _name in settings.LANGUAGES} - {settings.LANGUAGE_CODE}
    return f"/{rest}" if first in codes else request.path


def owner_of(request: HttpRequest) -> int:
    """Who is signed in; nobody is nought."""
    return getattr(getattr(request, "user", None), "pk", None) or 0


@dataclass(frozen=True)
class Sent:
    """One field, or with an empty `field` the whole form, and what its page had seen.

    `after` names earlier operations of the same page whose answer never came: they are no surprise to it.
    """

    operation: str
    owner: str
    field: str
    base: str
    after: tuple[str, ...]
    asked: str

    @classmethod
    def of(cls, request: HttpRequest) -> Sent:
        """As it came; what cannot be read is empty."""
        data = request.POST
        operation = data.get("keep-operation", "")
        after = data.get("keep-after", "").split()[-REMEMBERED:]
        return cls(
            operation=operation if OPERATION.fullmatch(operation) else "",
            owner=data.get("keep-owner", ""),
            field=data.get("keep-field", "")[:100],
            base=data.get("keep-base", ""),
            after=tuple(one for one in after if OPERATION.fullmatch(one)),
            asked=_digest(request),
        )


def _digest(request: HttpRequest) -> str:
    """What was asked: everything that was sent but our own notes about it."""
    fields = sorted((name, request.POST.getlist(name)) for name in request.POST if not _OURS.match(name))
    files = sorted((name, one.name, one.size) for name, several in request.FILES.lists() for one in several)
    field = request.POST.get("keep-field", "")
    return hashlib.sha256(json.dumps([field, fields, files]).encode()).hexdigest()


def hour() -> str:
    """Now, as the page says it."""
    return timezone.localtime().strftime("%H:%M")
