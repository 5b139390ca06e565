"""Addresses of files."""

from django.urls import path, register_converter

from ocop.foundation.documents import views
from ocop.foundation.documents.rules import ImageSize

app_name = "documents"


class ImageSizeConverter:
    """`lon`, `vua`, `nho` or `the`."""

    regex = "|".join(ImageSize)

    def to_python(self, value: str) -> ImageSize:
        """The size named in the address."""
        return ImageSize(value)

    def to_url(self, value: str) -> str:
        """The name of the size."""
        return str(ImageSize(value))


register_converter(ImageSizeConverter, "image_size")

urlpatterns = [
    path("tep/<uuid:file_id>/", views.file, name="file"),
    path("tep/<uuid:file_id>/xem/", views.preview, name="preview"),
    path("tep/<uuid:file_id>/<image_size:size>.webp", views.image, name="image"),
    path("anh/<uuid:file_id>/<image_size:size>.webp", views.public_image, name="public_image"),
    path("anh/<uuid:file_id>/<image_size:size>.avif", views.public_avif, name="public_avif"),
    path("am-thanh/<uuid:file_id>/", views.public_sound, name="public_sound"),
]
