"""Addresses of the rubric browser."""

from django.urls import path

from ocop.registers.regulations import views

app_name = "regulations"
urlpatterns = [
    path("bo-tieu-chi/", views.index, name="index"),
    path("bo-tieu-chi/<slug:code>/", views.detail, name="detail"),
    path("bo-tieu-chi/<slug:code>/<int:number>/", views.rubric, name="rubric"),
]
