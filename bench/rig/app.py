"""The application as it is served, with one view beside it that does nothing:
the measure of what a page costs.
"""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.urls import path

BARE = "trang-trong/"


def bare(request: HttpRequest) -> HttpResponse:
    """Nothing but the way through the middleware."""
    return HttpResponse("ocop", content_type="text/plain")


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
application = get_wsgi_application()
settings.PUBLIC_VIEWS |= {"bare"}
import_module(settings.ROOT_URLCONF).urlpatterns.insert(0, path(BARE, bare, name="bare"))
