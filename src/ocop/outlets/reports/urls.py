"""Addresses of the reports."""

from django.urls import path

from ocop.outlets.reports.views import leaders, progress

PLAN = "ke-hoach/<str:place>/<int:year>/"

app_name = "reports"
urlpatterns = [
    path(f"{PLAN}tien-do/", progress.progress, name="progress"),
    path(f"{PLAN}chi-tieu/<slug:key>/", progress.records, name="records"),
    path(f"{PLAN}mot-trang/", leaders.leaders, name="leaders"),
    path(f"{PLAN}mot-trang.pdf", leaders.as_pdf, name="leaders_pdf"),
]
