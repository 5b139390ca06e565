"""The programme that this database serves."""

from __future__ import annotations

from ocop.registers.programme.models import Programme


def current() -> Programme | None:
    """The programme this database serves; None before it is set up."""
    return Programme.objects.select_related("province").first()
