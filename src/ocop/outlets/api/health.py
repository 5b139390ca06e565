"""Whether the application answers: for watchdogs and load balancers."""

from __future__ import annotations

from importlib.metadata import version

from django.db import DatabaseError, connection
from django.http import HttpRequest, JsonResponse
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe


@never_cache
@require_safe
def healthz(request: HttpRequest) -> JsonResponse:
    """200 while the database answers, 503 while it does not; says nothing about the why."""
    is_up = _database_answers()
    body = {
        "status": "ok" if is_up else "down",
        "database": "ok" if is_up else "down",
        "version": version("ocop"),
    }
    return JsonResponse(body, status=200 if is_up else 503)


def _database_answers() -> bool:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
            return cursor.fetchone() == (1,)
    except DatabaseError:
        return False
