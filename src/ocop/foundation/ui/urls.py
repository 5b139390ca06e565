"""The gallery's address."""

from django.urls import path

from ocop.foundation.ui import views

app_name = "ui"
urlpatterns = [
    path("thu-vien-giao-dien/", views.gallery, name="gallery"),
]
