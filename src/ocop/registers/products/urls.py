"""Addresses of products' pages; those of the acts stand with the acts."""

from collections.abc import Callable
from typing import Any

from django.urls import path, register_converter
from django.views.generic import RedirectView

from ocop.foundation.acts import addresses
from ocop.registers.products.acts import ACTS, ADD_PHOTOS, AMEND, REGISTER
from ocop.registers.products.labels import SECTION_WORDS
from ocop.registers.products.pages import amending, classifying, desk, own, photos, register


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
OWN: dict[str, Callable[..., Any]] = {
    REGISTER.name: register.register,
    AMEND.name: amending.amend,
    ADD_PHOTOS.name: photos.photos,
}
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
    path("san-pham-cua-toi/moi/<slug:producer>/", classifying.classify, name="register"),
    *addresses(ACTS, own=OWN),
    path("san-pham-cua-toi/<slug:slug>/", own.detail, name="detail"),
    path("san-pham-cua-toi/<slug:slug>/nhom/", classifying.reclassify, name="classify"),
]
