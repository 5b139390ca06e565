"""The signer's page: the decision on one screen, then number and date."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _

from ocop.casework.certificates import actions, permissions
from ocop.casework.certificates.documents.decision import shown_items
from ocop.casework.certificates.forms import SignForm, carries_out
from ocop.casework.certificates.models import Decision
from ocop.casework.certificates.rules import Capacity, DecisionState
from ocop.casework.certificates.selectors import changes_since_return
from ocop.casework.certificates.selectors.brief import brief_of
from ocop.casework.certificates.selectors.terms import term_of
from ocop.casework.certificates.views.loading import head, visible
from ocop.foundation.ui.refusals import ensure
from ocop.registers.regulations.templatetags.law import words

SECONDS = 2.0
"""How long a signature may wait for its PDFs; what is left is made by `render_papers`."""


def sign(request: HttpRequest, key: UUID) -> HttpResponse:
    """The brief, what changed since it went back, and the form."""
    at = timezone.now()
    decision = visible(request, key, at)
    if decision.state == DecisionState.SIGNED:
        return redirect(decision)  # a second click
    ensure(permissions.refuse_sign(request.user, decision, at))
    form = SignForm(request.POST or None, mark=decision.programme.paper_mark)
    if (
        request.method == "POST"
        and form.is_valid()
        and carries_out(form, lambda: _sign(request, decision, form, at))
    ):
        return redirect(decision)
    rows = shown_items(decision)
    context = head(decision) | {
        "form": form,
        "rows": rows,
        "brief": brief_of(rows),
        "changes": changes_since_return(decision),
        "term": words(term_of(rows, timezone.localdate(at))),
    }
    return render(request, "certificates/sign.html", context)


def _sign(request: HttpRequest, decision: Decision, form: SignForm, at: datetime) -> None:
    given = form.cleaned_data
    certificates = actions.sign_decision(
        decision,
        number=given["number"],
        signed_on=given["signed_on"],
        capacity=Capacity(given["capacity"]),
        by=request.user,
        at=at,
    )
    actions.render_missing(at=at, decision=decision, seconds=SECONDS)
    if certificates:
        said = _("Đã ký. %(count)s giấy chứng nhận có hiệu lực; chủ thể và xã đã được báo.")
        messages.success(request, said % {"count": len(certificates)})
    else:
        messages.success(request, _("Đã ký. Chủ thể và xã đã được báo; gửi hồ sơ lên Bộ ở bước tiếp theo."))
