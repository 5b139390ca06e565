"""Addresses of this package; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.support.acts import ACTS, EDIT, PLAN
from ocop.casework.support.pages import activity, areas, entry, home, lists, raising
from ocop.foundation.acts import addresses

app_name = "support"
urlpatterns = [
    path("ho-tro/", home.home, name="home"),
    path("ho-tro/chi-phi/", lists.CostList.as_view(), name="costs"),
    path("ho-tro/vung-nguyen-lieu/", areas.areas_page, name="areas"),
    path("ho-tro/chu-the/<slug:slug>/", lists.ReceivedList.as_view(), name="received"),
    path("ho-tro/chu-the/<slug:slug>/tieu-chi/", raising.raising, name="raising"),
    path("ho-tro/viec/<uuid:key>/", activity.activity, name="activity"),
    *addresses(ACTS, own={PLAN.name: entry.plan, EDIT.name: entry.edit}),
    path("ho-tro/<slug:kind>/", lists.ActivityList.as_view(), name="list"),
]
