"""Addresses of products' pages."""

from django.urls import path, register_converter
from django.views.generic import RedirectView

from ocop.registers.products.labels import SECTION_WORDS
from ocop.registers.products.views import desk, own, photos, register


class SectionWord:
    """`cau-chuyen` in an address."""

    by_word = {word: section for section, word in SECTION_WORDS.items()}
    regex = "|".join(by_word)

    def to_python(self, value: str) -> str:
        """The section."""
        return self.by_word[value]

    def to_url(self, value: str) -> str:
        """Its word."""
        return SECTION_WORDS[value]


register_converter(SectionWord, "product_section")

app_name = "products"
urlpatterns = [
    path("danh-ba/san-pham/", desk.ProductList.as_view(), name="list"),
    # what ends and its renewal are one list, among the cases
    path(
        "danh-ba/sap-het-han/",
        RedirectView.as_view(pattern_name="renewals:list", query_string=True),
        name="ending",
    ),
    path("san-pham-cua-toi/", own.own, name="own"),
    path("san-pham-cua-toi/moi/", register.choose_producer, name="register_any"),
    path("san-pham-cua-toi/moi/<slug:producer>/", register.classify, name="register"),
    path("san-pham-cua-toi/moi/<slug:producer>/<str:leaf>/", register.register, name="register_leaf"),
    path("san-pham-cua-toi/<slug:slug>/", own.detail, name="detail"),
    path("san-pham-cua-toi/<slug:slug>/sua/<product_section:section>/", own.amend, name="amend"),
    path("san-pham-cua-toi/<slug:slug>/nhom/", register.reclassify, name="classify"),
    path("san-pham-cua-toi/<slug:slug>/nhom/<str:leaf>/", register.choose_leaf, name="classify_leaf"),
    path("san-pham-cua-toi/<slug:slug>/anh/", photos.photos, name="photos"),
    path("san-pham-cua-toi/<slug:slug>/anh/<int:pk>/", photos.amend, name="amend_photo"),
    path("san-pham-cua-toi/<slug:slug>/anh/<int:pk>/doi-cho/", photos.move, name="move_photo"),
    path("san-pham-cua-toi/<slug:slug>/anh/<int:pk>/bo/", photos.remove, name="remove_photo"),
]
