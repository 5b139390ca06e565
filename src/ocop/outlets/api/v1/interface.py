"""The interface itself, and how it says that something is wrong."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.views.decorators.http import require_safe
from ninja import NinjaAPI
from ninja.errors import ValidationError
from ninja.renderers import JSONRenderer

from ocop.outlets.api.v1 import certificates, products, regulations


class ReadableJSON(JSONRenderer):
    """Vietnamese stays readable."""

    json_dumps_params = {"ensure_ascii": False}


api = NinjaAPI(
    title="ocop",
    version="1",
    description="Public facts of an OCOP programme. Read-only, no sign-in, no personal data.",
    docs_url=None,
    docs_decorator=require_safe,  # the OpenAPI document, too, is only for reading
    renderer=ReadableJSON(),
    urls_namespace="api",
)
api.add_router("products/", products.router, tags=["products"])
api.add_router("certificates/", certificates.router, tags=["certificates"])
api.add_router("regulations/", regulations.router, tags=["regulations"])


@api.exception_handler(Http404)
def not_found(request: HttpRequest, fault: Http404) -> HttpResponse:
    """404 with a sentence."""
    return api.create_response(request, {"detail": str(fault) or "Not found."}, status=404)


@api.exception_handler(ValidationError)
def not_understood(request: HttpRequest, fault: ValidationError) -> HttpResponse:
    """422 naming each parameter that cannot be understood; what was sent is not repeated."""
    faults = [{"parameter": str(one["loc"][-1]), "message": one["msg"]} for one in fault.errors]
    return api.create_response(request, {"detail": faults}, status=422)
