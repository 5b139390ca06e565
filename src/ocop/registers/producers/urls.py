"""Addresses of producers' pages; those of the acts stand with the acts."""

from collections.abc import Callable
from typing import Any

from django.urls import path, register_converter

from ocop.foundation.acts import addresses
from ocop.foundation.recovery.pages.codes import page_with_code
from ocop.registers.producers.acts import ACTS, AMEND, ISSUE_CODE, REGISTER
from ocop.registers.producers.labels import LEGAL_FORM_WORDS, SECTION_WORDS
from ocop.registers.producers.pages import amending, desk, own, people, register
from ocop.registers.producers.rules import LegalForm


class LegalFormWord:
    """`hop-tac-xa` in an address."""

    by_word = {word: form for form, word in LEGAL_FORM_WORDS.items()}
    regex = "|".join(by_word)

    def to_python(self, value: str) -> LegalForm:
        """The form."""
        return self.by_word[value]

    def to_url(self, value: str) -> str:
        """Its word."""
        return LEGAL_FORM_WORDS[LegalForm(value)]


class SectionWord:
    """`giay-dang-ky` in an address."""

    by_word = {word: section for section, word in SECTION_WORDS.items()}
    regex = "|".join(by_word)

    def to_python(self, value: str) -> str:
        """The section."""
        return self.by_word[value]

    def to_url(self, value: str) -> str:
        """Its word."""
        return SECTION_WORDS[value]


register_converter(LegalFormWord, "legal_form")
register_converter(SectionWord, "producer_section")

app_name = "producers"
OWN: dict[str, Callable[..., Any]] = {
    REGISTER.name: register.register,
    AMEND.name: amending.amend,
    ISSUE_CODE.name: page_with_code(ISSUE_CODE, lambda row: row.person),
}
urlpatterns = [
    path("danh-ba/chu-the/", desk.ProducerList.as_view(), name="list"),
    path("chu-the-cua-toi/", own.own, name="own"),
    path("chu-the-cua-toi/dang-ky/", register.choose_form, name="register"),
    path("chu-the-cua-toi/dang-ky/giong-ten/", register.alike, name="alike"),
    *addresses(ACTS, own=OWN),
    path("chu-the-cua-toi/<slug:slug>/", own.detail, name="detail"),
    path("chu-the-cua-toi/<slug:slug>/nguoi-lam-thay/", people.people, name="people"),
]
