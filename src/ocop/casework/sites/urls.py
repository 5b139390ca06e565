"""Addresses of sites for those who look after them; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.sites.acts import ACTS
from ocop.casework.sites.pages import asking, questions, sites
from ocop.foundation.acts import addresses

app_name = "sites"

urlpatterns = [
    *addresses(ACTS),
    path("gian-hang/", sites.LinkList.as_view(), name="links"),
    path("hoi-dap/", questions.QuestionList.as_view(), name="questions"),
    path("hoi-dap/<uuid:key>/", questions.question, name="question"),
    path("san-pham/<slug:slug>/hoi/", asking.ask, name="ask"),
    path("hoi-dap/ma/<str:ticket>/", asking.ticket, name="question_ticket"),
    path("trang-web/<slug:slug>/luot-xem/", sites.visits, name="visits"),
    path("trang-web/<slug:slug>/", sites.detail, name="detail"),
    path("trang-web/<slug:slug>/sua/", sites.edit, name="edit"),
]
