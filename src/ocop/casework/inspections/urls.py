"""Addresses of inspections and reports; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.inspections.acts import ACTS
from ocop.casework.inspections.pages import inspections, ministrys, plans, reports, shopper
from ocop.foundation.acts import addresses

app_name = "inspections"

urlpatterns = [
    # shoppers
    path("xac-minh/<str:code>/phan-anh/", shopper.report, name="report_of_code"),
    path("phan-anh/gui/", shopper.report, name="report"),
    path("phan-anh/ma/", shopper.ticket_form, name="ticket_form"),
    path("phan-anh/ma/<str:ticket>/", shopper.ticket, name="ticket"),
    # offices and producers
    *addresses(ACTS),
    path("kiem-tra/", inspections.InspectionList.as_view(), name="list"),
    path("kiem-tra/<uuid:key>/", inspections.detail, name="detail"),
    path("kiem-tra/<uuid:key>/bien-ban.pdf", inspections.minutes, name="minutes"),
    path("kiem-tra/<uuid:key>/yeu-cau-khac-phuc.pdf", inspections.letter, name="letter"),
    path("kiem-tra/ke-hoach/", plans.PlanList.as_view(), name="plans"),
    path("kiem-tra/ke-hoach/<uuid:key>/", plans.plan, name="plan"),
    path("kiem-tra/bo/", ministrys.MinistryList.as_view(), name="ministrys_list"),
    path("kiem-tra/bo/<uuid:key>/", ministrys.detail, name="ministrys"),
    path("khac-phuc/", inspections.OrderList.as_view(), name="orders"),
    path("khac-phuc/<uuid:key>/", inspections.order, name="order"),
    path("phan-anh/", reports.ReportList.as_view(), name="reports"),
    path("phan-anh/<uuid:key>/", reports.report, name="report_detail"),
    path("phan-anh/<uuid:key>/anh.webp", reports.photo, name="report_photo"),
]
