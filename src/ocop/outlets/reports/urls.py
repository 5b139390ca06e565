"""Addresses of the reports."""

from django.urls import path

from ocop.outlets.reports.views import calendar, dashboard, leaders, periodic, progress, terms

PLAN = "ke-hoach/<str:place>/<int:year>/"
REPORT = "bao-cao/<str:place>/<int:year>/<slug:slug>"

app_name = "reports"
urlpatterns = [
    path("tong-quan/", dashboard.dashboard, name="dashboard"),
    path("lich/", calendar.calendar, name="calendar"),
    path("lich.ics", calendar.as_file, name="ics"),
    path("bao-cao/", periodic.choose, name="periodic"),
    path("thoi-han/", terms.term_report, name="terms"),
    path("thoi-han/het-han.xlsx", terms.ending_sheet, name="ending_xlsx"),
    path("thoi-han/theo-nam.xlsx", terms.cohorts_sheet, name="cohorts_xlsx"),
    path(f"{REPORT}/", periodic.report, name="report"),
    path(f"{REPORT}.docx", periodic.as_word, name="report_docx"),
    path(f"{REPORT}.xlsx", periodic.as_sheet, name="report_xlsx"),
    path(f"{PLAN}tien-do/", progress.progress, name="progress"),
    path(f"{PLAN}chi-tieu/<slug:key>/", progress.records, name="records"),
    path(f"{PLAN}mot-trang/", leaders.leaders, name="leaders"),
    path(f"{PLAN}mot-trang.pdf", leaders.as_pdf, name="leaders_pdf"),
]
