"""The address of a page in another language than that of whoever asked for it."""

from __future__ import annotations

from django.conf import settings
from django.urls import translate_url
from django.utils.translation import get_language, override


def in_language(url: str, language: str) -> str:
    """The same page in `language`, whichever language its address was made in; what is no page of ours stays.

    A notice written by somebody who reads Vietnamese leads a reader of English to the English page.
    """
    made_in = [get_language() or settings.LANGUAGE_CODE, *(code for code, _name in settings.LANGUAGES)]
    for one in dict.fromkeys(made_in):
        with override(one):
            found = translate_url(url, language)
        if found != url:
            return found
    return url
