"""The page of one notice; those that are still to be told are on the page of the act, `acts/notify.py`."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpResponse
from django.shortcuts import render
from django.utils.translation import gettext as _

from ocop.casework.certificates import permissions
from ocop.casework.certificates.about import find_notice, see_notice
from ocop.casework.certificates.acts import CORRECT_NOTICE
from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.papers.letters import missing_words
from ocop.casework.certificates.selectors.above import offered_on
from ocop.casework.certificates.selectors.again import again_lines, is_kept
from ocop.casework.certificates.selectors.terms import issued_term
from ocop.casework.dossiers.labels import outcome_word
from ocop.casework.dossiers.rules import Outcome
from ocop.casework.review.selectors import drawn_stars, why
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.printing.selectors import waiting_for
from ocop.registers.regulations.templatetags.law import words

_KINDS = {Outcome.RECOGNISED: "ok", Outcome.PROPOSED_TO_MINISTRY: "ok", Outcome.EXCLUDED: "bad"}


def notice(request: PersonRequest, key: UUID) -> HttpResponse:
    """A result as a page: points, stars, what follows, what was missing, the paper."""
    found = find_notice(request.who, key)
    see_notice(request.who, found)
    outcome = Outcome(found.content["outcome"])
    shows_stars = outcome != Outcome.EXCLUDED
    known = why(found.item) if shows_stars else None
    certificate = Certificate.objects.filter(decision_item__item=found.item).first()
    context = {
        "notice": found,
        "content": found.content,
        "outcome": outcome.value,
        "name": found.content["product"],
        "kicker": _("Thông báo kết quả đánh giá"),
        "place": f"{found.content['producer']} · {found.content['commune']}",
        "stars_count": drawn_stars(found.content["stars"]) if shows_stars else 0,
        "stars_text": _("%(stars)s sao") % {"stars": found.content["stars"]},
        "stage": outcome_word(outcome, (found.content.get("again") or {}).get("kind", "")),
        "stage_kind": _KINDS.get(outcome, "info"),
        "total": found.item.total if shows_stars else None,
        "missing": missing_words(found) if outcome == Outcome.NOT_RECOGNISED and known is None else [],
        "why": known,
        "again": again_lines(found.content),
        "is_unchanged": is_kept(found.content),
        "certificate": certificate,
        "corrections": found.corrections.select_related("paper"),
        "buttons": [one for one in buttons((CORRECT_NOTICE,), request.who, found) if one.refusal is None],
        "offers": offered_on(request.who, found),
        "term": words(None if certificate is None else issued_term(certificate)),
        "printing": waiting_for([] if found.file_id else [found], request.who.at),
        "may_number": not found.number and permissions.refuse_prepare(request.who) is None,
    }
    return render(request, "certificates/notice.html", context)
