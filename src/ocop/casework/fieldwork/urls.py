"""Addresses of visits; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.fieldwork.acts import ACTS
from ocop.casework.fieldwork.pages import days, visits
from ocop.foundation.acts import addresses

app_name = "fieldwork"

urlpatterns = [
    *addresses(ACTS),
    path("thuc-dia/", visits.VisitList.as_view(), name="list"),
    path("thuc-dia/may.js", days.worker, name="worker"),
    path("thuc-dia/ngay/<place_day:day>/", days.day_page, name="day"),
    path("thuc-dia/ngay/<place_day:day>/ke-hoach.pdf", days.plan_paper, name="day_pdf"),
    path("thuc-dia/<uuid:key>/", visits.detail, name="detail"),
    path("thuc-dia/<uuid:key>/thong-bao.pdf", visits.notice, name="notice"),
    path("thuc-dia/<uuid:key>/bien-ban.pdf", visits.report, name="report"),
    path("thuc-dia/<uuid:key>/bo-sung/<int:number>.pdf", visits.further_report, name="further_report"),
]
