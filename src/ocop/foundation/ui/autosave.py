"""Who asks: a person who sent a form, or autosave.js while the form is being filled."""

from __future__ import annotations

from django.http import HttpRequest


def is_autosave(request: HttpRequest) -> bool:
    """Whether a script sends some fields of a form in between."""
    return request.method == "POST" and request.headers.get("X-Requested-With") == "autosave"
