"""What the office wrote in the articles of a draft, put into it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime

from ocop.casework.certificates.models import Decision
from ocop.foundation.accounts.models import Person
from ocop.foundation.acts import record


def word_articles(
    decision: Decision, texts: Mapping[str, str], *, word: str, by: Person, at: datetime
) -> None:
    """Articles by their names; `word` is the hash of the file in which they stood. The caller has refused."""
    decision.texts = dict(texts)
    decision.save(update_fields=["texts"])
    record("decision.take_word", decision, by=by, at=at, data={"word": word, "texts": decision.texts})
