"""Addresses of this package; those of the acts stand with the acts."""

from django.urls import path, re_path

from ocop.casework.courses.about import ADDRESS
from ocop.casework.courses.acts import ACTS, RECORD_SHEET
from ocop.casework.courses.pages import course, papers, people, sheets, sign_in
from ocop.foundation.acts import addresses

app_name = "courses"
urlpatterns = [
    # what the code of a day holds; capitals make a smaller code
    re_path(r"^[dD][dD]/(?P<code>[^/]+)/?$", sign_in.page, name="sign_in"),
    *addresses(ACTS, own={RECORD_SHEET.name: sheets.record_sheet}),
    path(ADDRESS, course.course, name="course"),
    path(f"{ADDRESS}ngay/<int:pk>/ma/", course.day_code, name="day_code"),
    path(f"{ADDRESS}ngay/<int:pk>/ma.pdf", papers.day_code, name="day_code_paper"),
    path(f"{ADDRESS}ngay/<int:pk>/danh-sach-ky.pdf", papers.sheet, name="sheet_paper"),
    path(f"{ADDRESS}ngay/<int:pk>/bang/", sheets.AttendanceTable.as_view(), name="record_table"),
    path(f"{ADDRESS}mau.xlsx", sheets.sheet_template, name="sheet_template"),
    path(f"{ADDRESS}nguoi-hoc/", people.AttendanceList.as_view(), name="attendances"),
    path(f"{ADDRESS}giay-chung-nhan.pdf", papers.certificates, name="course_certificates"),
]
