"""The programme that this database serves."""

from __future__ import annotations

from ocop.registers.programme.models import Programme


def current() -> Programme | None:
    """The programme this database serves, the one set up last; None before that.

    The programme of a province that was taken over stays on record behind it, with its councils and
    decisions.
    """
    return Programme.objects.select_related("province").order_by("pk").last()


def province_code() -> str:
    """The code of the programme's province; empty before it is set up."""
    programme = current()
    return programme.province.code if programme else ""
