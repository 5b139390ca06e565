"""Addresses of the law."""

from django.urls import path

from ocop.registers.regulations.views import browsing, comparing, practice

app_name = "regulations"
urlpatterns = [
    path("bo-tieu-chi/", browsing.index, name="index"),
    path(
        "bo-tieu-chi/so-sanh/<slug:before>/<int:before_number>/<slug:after>/<int:after_number>/",
        comparing.comparison,
        name="comparison",
    ),
    path("bo-tieu-chi/<slug:code>/", browsing.detail, name="detail"),
    path("bo-tieu-chi/<slug:code>/<int:number>/", browsing.rubric, name="rubric"),
    path("bo-tieu-chi/<slug:code>/<int:number>/cham-thu/", practice.practice, name="practice"),
]
