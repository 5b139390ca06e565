"""Addresses of the portal."""

from django.urls import path

from ocop.outlets.portal import views

app_name = "portal"
urlpatterns = [
    path("viec/", views.home, name="home"),
    path("tim/", views.search, name="search"),
]
