"""Addresses of the inbox."""

from django.urls import path

from ocop.foundation.notifications import views

app_name = "notifications"
urlpatterns = [
    path("thong-bao/", views.inbox, name="inbox"),
    path("thong-bao/<int:pk>/da-doc/", views.read, name="read"),
    path("thong-bao/da-doc/", views.read_all, name="read_all"),
]
