"""Addresses of files of long lists."""

from django.urls import path

from ocop.foundation.exports import views

app_name = "exports"
urlpatterns = [
    path("tep-danh-sach/", views.mine, name="mine"),
    path("tep-danh-sach/lam/", views.ask, name="ask"),
    path("tep-danh-sach/<uuid:pk>/", views.one, name="one"),
    path("tep-danh-sach/<uuid:pk>/tai-ve/", views.file, name="file"),
]
