"""Addresses of renewals; those of the acts stand with the acts."""

from django.urls import path

from ocop.casework.renewals.acts import ACTS
from ocop.casework.renewals.pages import extensions, letters, terms
from ocop.foundation.acts import addresses

app_name = "renewals"

urlpatterns = [
    *addresses(ACTS),
    path("het-han/", terms.TermList.as_view(), name="list"),
    path("het-han/san-pham/<slug:slug>/", terms.detail, name="detail"),
    path("het-han/van-ban/", letters.LetterList.as_view(), name="letters"),
    path("het-han/van-ban/<uuid:key>/", letters.letter, name="letter"),
    path("het-han/van-ban/<uuid:key>/van-ban.pdf", letters.letter_pdf, name="letter_pdf"),
    path("keo-dai/", extensions.ExtensionList.as_view(), name="extensions"),
    path("keo-dai/<uuid:key>/", extensions.extension, name="extension"),
    path("keo-dai/<uuid:key>/quyet-dinh.pdf", extensions.extension_pdf, name="extension_pdf"),
]
