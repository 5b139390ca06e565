"""What a shopper sees: the form of a question, and its answer. No account, no cookie.

The same guard as for reports of misuse: a signed mark of the form, the origin, the work that a device does,
counters of machine and subnet (`inspections/pages/shopper.py`).
"""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from ocop.casework.inspections.pages.shopper import new_token, read_token, refuse_origin, says_origin
from ocop.casework.inspections.rules.taking import is_worked
from ocop.casework.inspections.writes.counting import count_report
from ocop.casework.sites.acts import Asked, ask_producer, question_of
from ocop.casework.sites.models import Question
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.forms import Form, TextField
from ocop.kernel.codes import normalise_crockford
from ocop.registers.products import public
from ocop.registers.products.models import Product


class AskForm(Form):
    """The question, and how to reach who asks, if they agree."""

    text = TextField(label=gettext_lazy("Bạn muốn hỏi gì?"), lines=4, max_length=1500)
    contact = TextField(
        label=gettext_lazy("Điện thoại hoặc thư điện tử của bạn"), max_length=120, required=False
    )
    consent = forms.BooleanField(
        label=gettext_lazy("Tôi đồng ý để chủ thể này xem cách liên hệ và chỉ dùng để trả lời tôi."),
        required=False,
    )

    def clean(self) -> dict[str, Any]:
        """A contact only with consent."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("contact") and not told.get("consent"):
            said = _("Đánh dấu đồng ý, hoặc xoá cách liên hệ: hỏi mà không để lại tên cũng được.")
            self.add_error("consent", ValidationError(said, code="consent_missing"))
        return told


@csrf_exempt  # a signed token and the origin stand in its place: public pages set no cookie
@never_cache
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what is sent with it. A form that was sent already leads to its question."""
    product = public.in_full(slug)
    if product is None:
        raise Http404
    if request.method != "POST":
        return _page(request, product, AskForm())
    ensure(refuse_origin(request))
    form, token = AskForm(request.POST), request.POST.get("token", "")
    told = read_token(token, _bound(product))
    if told is None:
        said = _("Trang này mở đã lâu nên chưa gửi được. Nội dung còn nguyên; bấm gửi lại.")
        return _again(request, product, form, said, "token_old")
    if (known := question_of(told["n"])) is not None:
        return redirect("sites:question_ticket", ticket=known.ticket)
    is_proven = says_origin(request) and is_worked(token, request.POST.get("work", ""), told["b"])
    now, address = timezone.now(), get_adapter().get_client_ip(request)
    if not count_report(address, now, is_proven=is_proven):
        said = _("Đang có quá nhiều câu hỏi gửi đến. Hãy gửi lại sau một giờ.")
        return _again(request, product, form, said, "too_many", token=token, status=429)
    if not form.is_valid():
        return _page(request, product, form, token=token, status=422)
    given = form.cleaned_data
    asked = Asked(told["n"], given["text"], given["contact"] if given["consent"] else "", is_proven)
    made = ask_producer(product, asked, at=now)
    return redirect("sites:question_ticket", ticket=made.ticket)


def _bound(product: Product) -> str:
    """What the mark of the form is bound to; no code on a label looks like this."""
    return f"?{product.slug}"


def _again(
    request: HttpRequest, product: Product, form: AskForm, said: str, fault: str, *, token: str = "",
    status: int = 422,
) -> HttpResponse:  # fmt: skip
    form.full_clean()
    form.add_error(None, ValidationError(said, code=fault))
    return _page(request, product, form, token=token, status=status)


def _page(
    request: HttpRequest, product: Product, form: AskForm, *, token: str = "", status: int = 200
) -> HttpResponse:
    token = token or new_token(_bound(product))
    told = read_token(token, _bound(product))
    assert told is not None  # noqa: S101 - made or read a moment ago
    context = {
        "form": form,
        "token": token,
        "bits": told["b"],
        "product": product,
        "days": settings.QUESTION_DAYS,
        "work": request.POST.get("work", "") if token == request.POST.get("token") else "",
    }
    return render(request, "sites/ask.html", context, status=status)


@never_cache
def ticket(request: HttpRequest, ticket: str) -> HttpResponse:
    """The question and its answer, for whoever has its code; how to reach who asked is not shown again."""
    code = normalise_crockford(ticket)[:16]
    found = Question.objects.filter(ticket=code).select_related("product", "producer").first()
    if found is None:
        raise Http404(_("Không có câu hỏi này, hoặc đã hết hạn giữ."))
    return render(request, "sites/question_ticket.html", {"question": found})
