"""Addresses of this package."""

from django.urls import include, path

from ocop.casework.support.views import entry, home, lists, moves, page, people, records

app_name = "support"
urlpatterns = [
    path("ho-tro/", home.home, name="home"),
    path("ho-tro/chi-phi/", lists.CostList.as_view(), name="costs"),
    path("ho-tro/chu-the/<slug:slug>/", lists.ReceivedList.as_view(), name="received"),
    path("ho-tro/viec/<uuid:key>/", page.activity, name="activity"),
    path("ho-tro/viec/<uuid:key>/sua/", entry.edit, name="edit"),
    path("ho-tro/viec/<uuid:key>/bat-dau/", moves.start, name="start"),
    path("ho-tro/viec/<uuid:key>/ket-qua/", moves.finish, name="finish"),
    path("ho-tro/viec/<uuid:key>/huy/", moves.cancel, name="cancel"),
    path("ho-tro/viec/<uuid:key>/doi-tuong/", people.add_beneficiary, name="add_beneficiary"),
    path(
        "ho-tro/viec/<uuid:key>/doi-tuong/<int:pk>/bo/", people.remove_beneficiary, name="remove_beneficiary"
    ),
    path("ho-tro/viec/<uuid:key>/ben-lien-ket/", people.add_party, name="add_party"),
    path("ho-tro/viec/<uuid:key>/ben-lien-ket/<int:pk>/bo/", people.remove_party, name="remove_party"),
    path("ho-tro/viec/<uuid:key>/buoc/<slug:step>/", records.step, name="step"),
    path("ho-tro/viec/<uuid:key>/khoan-chi/", records.cost, name="cost"),
    path("ho-tro/viec/<uuid:key>/khoan-chi/<int:pk>/rut/", records.withdraw_cost, name="withdraw_cost"),
    path("ho-tro/viec/<uuid:key>/giay-to/", records.paper, name="paper"),
    path("ho-tro/viec/<uuid:key>/xem-lai/", records.look, name="look"),
    path("ho-tro/viec/<uuid:key>/mau-nhan/", records.kit, name="kit"),
    path("", include("ocop.casework.support.course_urls")),
    path("ho-tro/<slug:kind>/", lists.ActivityList.as_view(), name="list"),
    path("ho-tro/<slug:kind>/moi/", entry.plan, name="plan"),
]
