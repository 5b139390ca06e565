"""Addresses of courses, of help by criteria and of raw-material areas, included by `urls`."""

from django.urls import path, re_path

from ocop.casework.support.views import areas, attendance, courses, raising, sheets, sign_in

COURSE = "ho-tro/viec/<uuid:key>/khoa-hoc/"

urlpatterns = [
    # what the code of a day holds; capitals make a smaller code
    re_path(r"^[dD][dD]/(?P<code>[^/]+)/?$", sign_in.page, name="sign_in"),
    path("ho-tro/vung-nguyen-lieu/", areas.areas_page, name="areas"),
    path("ho-tro/chu-the/<slug:slug>/tieu-chi/", raising.raising, name="raising"),
    path(COURSE, courses.course, name="course"),
    path(f"{COURSE}ngay-moi/", courses.add_day, name="add_day"),
    path(f"{COURSE}moi-ngay/", courses.add_period, name="add_period"),
    path(f"{COURSE}ngay/<int:pk>/bo/", courses.remove_day, name="remove_day"),
    path(f"{COURSE}ngay/<int:pk>/ma/", courses.day_code, name="day_code"),
    path(f"{COURSE}ngay/<int:pk>/ma.pdf", courses.day_code_paper, name="day_code_paper"),
    path(f"{COURSE}ngay/<int:pk>/doi-ma/", courses.renew_code, name="renew_code"),
    path(f"{COURSE}ngay/<int:pk>/danh-sach-ky.pdf", courses.sheet_paper, name="sheet_paper"),
    path(f"{COURSE}ngay/<int:pk>/ghi/", attendance.record_sheet, name="record_sheet"),
    path(f"{COURSE}ngay/<int:pk>/bang/", sheets.AttendanceTable.as_view(), name="record_table"),
    path(f"{COURSE}mau.xlsx", sheets.sheet_template, name="sheet_template"),
    path(f"{COURSE}nguoi-hoc/", attendance.AttendanceList.as_view(), name="attendances"),
    path(f"{COURSE}nguoi-hoc/<int:pk>/sua/", attendance.correct, name="correct_attendance"),
    path(f"{COURSE}nguoi-hoc/<int:pk>/rut/", attendance.withdraw, name="withdraw_attendance"),
    path(f"{COURSE}giay-chung-nhan.pdf", courses.certificates, name="course_certificates"),
    path(f"{COURSE}tai-lieu/", courses.add_material, name="add_material"),
]
