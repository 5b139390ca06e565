"""Addresses for search engines, which have no language."""

from django.urls import path

from ocop.outlets.catalogue import views

app_name = "site"
urlpatterns = [
    path("robots.txt", views.robots, name="robots"),
    path("sitemap.xml", views.sitemap, name="sitemap"),
]
