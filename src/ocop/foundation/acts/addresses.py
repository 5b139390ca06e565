"""Where acts are done. `own` gives the page of an act that needs more than the common one."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from django.urls import URLPattern, path, reverse

from ocop.foundation.acts.model import Act
from ocop.foundation.acts.page import page_of


def addresses(acts: Sequence[Act], own: Mapping[str, Callable[..., Any]] | None = None) -> list[URLPattern]:
    """The addresses of a package's acts, in their order; `own` maps names of acts to pages of their own."""
    pages = own or {}
    return [
        path(act.about.address + act.path, pages.get(act.name) or page_of(act), name=act.name) for act in acts
    ]


def address_of(act: Act, thing: Any) -> str:
    """Where this act is done with this thing."""
    return reverse(f"{act.about.space}:{act.name}", kwargs=dict(act.about.keys(thing)))
