"""The application as it is served, with two views beside it: one that does nothing, and the rung, which asks
one indexed row and fills a template of one line. Both are the measure of what a page costs.
"""

from __future__ import annotations

import os
from importlib import import_module

from django.conf import settings
from django.core.wsgi import get_wsgi_application
from django.http import HttpRequest, HttpResponse
from django.template import engines
from django.urls import path

from ocop.config.settling import Settling

BARE, RUNG = "trang-trong/", "nac-thang/"


def bare(request: HttpRequest) -> HttpResponse:
    """Nothing but the way through the middleware."""
    return HttpResponse("ocop", content_type="text/plain")


def rung(request: HttpRequest, code: str) -> HttpResponse:
    """The same way, one SELECT by an index, one template."""
    from ocop.casework.certificates.models import Certificate

    one = Certificate.objects.only("code", "product_code").get(code=code)
    return HttpResponse(TEMPLATE.render({"one": one}))


os.environ.setdefault("DJANGO_SETTINGS_MODULE", "ocop.config.settings")
application = Settling(get_wsgi_application())
TEMPLATE = engines["django"].from_string("<h1>{{ one.code }}</h1><p>{{ one.product_code }}</p>")
settings.PUBLIC_VIEWS |= {"bare", "rung"}
import_module(settings.ROOT_URLCONF).urlpatterns[:0] = [
    path(BARE, bare, name="bare"),
    path(f"{RUNG}<str:code>/", rung, name="rung"),
]
