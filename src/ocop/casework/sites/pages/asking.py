"""What a shopper sees: the form of a question, and its answer. Guarded like a report, without cookie."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from ocop.casework.inspections.pages.guarding import ContactForm, Guarded, answer
from ocop.casework.sites.acts import Asked, ask_producer, question_of
from ocop.casework.sites.models import Question
from ocop.foundation.ui.forms import TextField
from ocop.kernel.codes import normalise_crockford
from ocop.registers.products import public


class AskForm(ContactForm):
    """The question, and how to reach who asks, if they agree."""

    text = TextField(label=gettext_lazy("Bạn muốn hỏi gì?"), lines=4, max_length=1500)
    consent = forms.BooleanField(
        label=gettext_lazy("Tôi đồng ý để chủ thể này xem cách liên hệ và chỉ dùng để trả lời tôi."),
        required=False,
    )
    without_name = gettext_lazy("Đánh dấu đồng ý, hoặc xoá cách liên hệ: hỏi mà không để lại tên cũng được.")


@csrf_exempt  # a signed token and the origin stand in its place: public pages set no cookie
@never_cache
def ask(request: HttpRequest, slug: str) -> HttpResponse:
    """The form, and what is sent with it. A form that was sent already leads to its question."""
    product = public.in_full(slug)
    if product is None:
        raise Http404

    def make(form: AskForm, once: str, is_proven: bool) -> HttpResponse:
        asked = Asked(once, form.cleaned_data["text"], form.agreed_contact, is_proven)
        return _ticket(ask_producer(product, asked, at=timezone.now()))

    def sent_before(once: str) -> HttpResponse | None:
        known = question_of(once)
        return None if known is None else _ticket(known)

    def show(form: AskForm, mark: dict[str, Any], status: int) -> HttpResponse:
        context = mark | {"form": form, "product": product, "days": settings.QUESTION_DAYS}
        return render(request, "sites/ask.html", context, status=status)

    desk = Guarded(
        f"?{product.slug}",  # no code on a label looks like this
        show, sent_before, make,
        _("Trang này mở đã lâu nên chưa gửi được. Nội dung còn nguyên; bấm gửi lại."),
        _("Đang có quá nhiều câu hỏi gửi đến. Hãy gửi lại sau một giờ."),
    )  # fmt: skip
    return answer(request, AskForm(request.POST if request.method == "POST" else None), desk)


def _ticket(made: Question) -> HttpResponse:
    return redirect("sites:question_ticket", ticket=made.ticket)


@never_cache
def ticket(request: HttpRequest, ticket: str) -> HttpResponse:
    """The question and its answer, for whoever has its code; how to reach who asked is not shown again."""
    code = normalise_crockford(ticket)[:16]
    found = Question.objects.filter(ticket=code).select_related("product", "producer").first()
    if found is None:
        raise Http404(_("Không có câu hỏi này, hoặc đã hết hạn giữ."))
    return render(request, "sites/question_ticket.html", {"question": found})
