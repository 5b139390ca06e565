"""A producer's site under a host name of its own. Nothing else answers there: no sign-in, no other page."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port, validate_host
from django.utils.html import format_html

from ocop.casework.sites.selectors import site_at

HOST_URLS = "ocop.outlets.catalogue.sites.host_urls"
_NOT_HERE = """<!doctype html><html lang="vi"><head><meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>Không có trang ở tên miền này</title></head>
<body><h1>Không có trang ở tên miền này</h1>
<p>Chủ thể đã gỡ trang hoặc tên miền chưa được ghi. <a href="{0}">Xem sản phẩm OCOP</a>.</p>
<p lang="en">There is no site under this name. <a href="{0}/en/">See OCOP products</a>.</p></body></html>"""


class SiteHosts:
    """Stands before everything. A name of the installation itself goes on as it is. A name of a site on show
    gets the few addresses of that site (`host_urls`), and everything after this sees the installation's own
    name, so that `ALLOWED_HOSTS` stays what the operator wrote. Any other name is answered 404 here and
    reaches nothing.
    """

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """Asks the database only about names that are not the installation's."""
        host, _port = split_domain_port(request.META.get("HTTP_HOST") or request.META.get("SERVER_NAME", ""))
        host = host.rstrip(".")
        if not host or validate_host(host, settings.ALLOWED_HOSTS):
            return self.get_response(request)
        site = site_at(host)
        if site is None:
            return _not_here()
        if settings.SECURE_SSL_REDIRECT and not request.is_secure():
            return HttpResponseRedirect(f"https://{host}{request.path}")
        request.producer_site = site  # type: ignore[attr-defined]
        request.urlconf = HOST_URLS
        request.META["HTTP_HOST"] = settings.SITE_ADDRESS.partition("://")[2]
        request.META.pop("HTTP_COOKIE", None)  # nobody is signed in there
        return self.get_response(request)


def _not_here() -> HttpResponse:
    answer = HttpResponse(format_html(_NOT_HERE, settings.SITE_ADDRESS), status=404)
    answer["Content-Security-Policy"] = "default-src 'none'"
    answer["Cache-Control"] = "public, max-age=60"
    return answer
