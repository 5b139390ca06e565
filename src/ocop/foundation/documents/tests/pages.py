"""A small site for the browser test: a page that shows a paper in place, as the score sheet does."""

from uuid import UUID

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.urls import include, path
from django.utils.html import format_html

from ocop.foundation.documents import views
from ocop.foundation.documents.models import StoredFile

handler404 = "ocop.foundation.ui.views.not_found"
answered: list[int] = []
PAGE = '<!doctype html><title>Giấy</title><link rel="icon" href="data:,"><iframe src="{}"></iframe>'


def showing(request: HttpRequest) -> HttpResponse:
    return HttpResponse(format_html(PAGE, StoredFile.objects.get(owner="tests.shown").preview_url))


def noted(request: HttpRequest, file_id: UUID) -> HttpResponseBase:
    answer = views.preview(request, file_id)
    answered.append(answer.status_code)
    return answer


urlpatterns = [
    path("giay/", showing, name="showing"),
    path("tep/<uuid:file_id>/xem/", noted, name="noted"),
    path("", include("ocop.foundation.documents.urls")),
]
