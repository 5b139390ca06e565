"""Telling results: what is still to be told, one notice, its number."""

from __future__ import annotations

from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from ocop.casework.certificates import actions, permissions
from ocop.casework.certificates.documents.letters import missing_words
from ocop.casework.certificates.forms import NoticesForm, NumberForm, carries_out
from ocop.casework.certificates.models import Certificate, ResultNotice
from ocop.casework.certificates.selectors import unnoticed
from ocop.casework.certificates.selectors.terms import issued_term
from ocop.casework.dossiers.labels import OUTCOMES
from ocop.casework.dossiers.rules import Outcome
from ocop.foundation.ui.refusals import ensure
from ocop.registers.regulations.templatetags.law import words

_KINDS = {Outcome.RECOGNISED: "ok", Outcome.PROPOSED_TO_MINISTRY: "ok", Outcome.EXCLUDED: "bad"}


def notices(request: HttpRequest) -> HttpResponse:
    """Products below 3 stars and excluded ones whose result nobody was told yet; and the latest notices."""
    at = timezone.now()
    ensure(permissions.refuse_prepare(request.user, at))
    waiting = list(unnoticed(request.user, at))
    initial = {"items": [str(item.pk) for item in waiting]}
    form = NoticesForm(request.POST or None, choose_from=waiting, initial=initial)

    def act() -> None:
        given = {name: form.cleaned_data[name] for name in ("number", "noticed_on")}
        actions.notify_results(form.chosen(), **given, by=request.user, at=at)

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        count = len(form.chosen())
        said = ngettext(
            "Đã gửi %(n)s thông báo cho chủ thể và xã.", "Đã gửi %(n)s thông báo cho chủ thể và xã.", count
        )
        messages.success(request, said % {"n": count})
        return redirect("certificates:notices")
    rows = ResultNotice.objects.select_related("item").filter(number="").order_by("-at", "pk")[:50]
    context = {"form": form, "is_empty": not waiting, "unnumbered": rows}
    return render(request, "certificates/notices.html", context)


def readable(request: HttpRequest, key: UUID) -> ResultNotice:
    """The notice of a result. Http404 where there is none, or none for this person."""
    rows = ResultNotice.objects.select_related(
        "item__meeting__council__programme__province",
        "item__dossier__product__producer",
        "item__dossier__commune__parent__parent",
        "by",
        "file",
    )
    notice = rows.filter(item__key=key).first()
    if notice is None or permissions.refuse_read_notice(request.user, notice, timezone.now()) is not None:
        raise Http404(_("Không có thông báo này."))
    return notice


def notice(request: HttpRequest, key: UUID) -> HttpResponse:
    """A result as a page: points, stars, what follows, what was missing, the paper."""
    found = readable(request, key)
    outcome = Outcome(found.content["outcome"])
    shows_stars = outcome != Outcome.EXCLUDED
    certificate = Certificate.objects.filter(decision_item__item=found.item).first()
    context = {
        "notice": found,
        "content": found.content,
        "outcome": outcome.value,
        "name": found.content["product"],
        "kicker": _("Thông báo kết quả đánh giá"),
        "place": f"{found.content['producer']} · {found.content['commune']}",
        "stars_count": found.content["stars"] if shows_stars else 0,
        "stars_text": _("%(stars)s sao") % {"stars": found.content["stars"]},
        "stage": OUTCOMES[outcome],
        "stage_kind": _KINDS.get(outcome, "info"),
        "total": found.item.total if shows_stars else None,
        "missing": missing_words(found) if outcome == Outcome.NOT_RECOGNISED else [],
        "certificate": certificate,
        "term": words(None if certificate is None else issued_term(certificate)),
        "may_number": not found.number and permissions.refuse_prepare(request.user, timezone.now()) is None,
    }
    return render(request, "certificates/notice.html", context)


def number(request: HttpRequest, key: UUID) -> HttpResponse:
    """Number and date from the records office, added later."""
    at = timezone.now()
    ensure(permissions.refuse_prepare(request.user, at))
    found = readable(request, key)
    form = NumberForm(request.POST or None)

    def act() -> None:
        actions.number_notice(found, **form.cleaned_data, by=request.user, at=at)

    if request.method == "POST" and form.is_valid() and carries_out(form, act):
        messages.success(request, _("Đã ghi số thông báo."))
        return redirect(found)
    context = {
        "form": form,
        "heading": _("Ghi số thông báo"),
        "lead": found.content["product"],
        "cancel_url": found.get_absolute_url(),
    }
    return render(request, "ui/form.html", context)
