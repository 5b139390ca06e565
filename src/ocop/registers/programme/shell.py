"""What every page shows of the programme: whose it is, whom to call, whether it is a demonstration."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from ocop.foundation.ui import context
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current

_KEPT = "_ocop_programme"


def register() -> None:
    """Answers the names that the page frame asks for."""
    context.register("demonstration", lambda request: bool(_of(request, "is_demonstration")))
    context.register("help_phone", lambda request: _of(request, "help_phone"))
    context.register("help_name", lambda request: _of(request, "agency_name"))
    context.register("brand", _province)


def programme_of(request: HttpRequest) -> Programme | None:
    """The programme this database serves, read once for a page however often it is asked."""
    if not hasattr(request, _KEPT):
        setattr(request, _KEPT, current())
    found: Programme | None = getattr(request, _KEPT)
    return found


def _of(request: HttpRequest, name: str) -> Any:
    programme = programme_of(request)
    return getattr(programme, name) if programme else ""


def _province(request: HttpRequest) -> str:
    programme = programme_of(request)
    if programme is None:
        return ""
    name = programme.province.local_name
    return name[:1].upper() + name[1:]
