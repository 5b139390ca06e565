"""Whether the application does its work: for watchdogs and load balancers."""

from __future__ import annotations

from importlib.metadata import version

from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from ocop.outlets.api import condition


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """503 while nobody can work, 200 otherwise; what is wrong is named, in words without figures."""
    found = condition.now()
    body = {"status": found.status, **found.parts, "version": version("ocop")}
    return JsonResponse(body, status=503 if found.is_down else 200)
