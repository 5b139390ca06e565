"""What a shopper sees: the form of a report, and what became of it. No account, no cookie (`guarding`)."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt

from ocop.casework.certificates.about import find_programme
from ocop.casework.inspections.acts.report import Told, file_report, report_of
from ocop.casework.inspections.labels import MISUSES, misuse_word, report_word
from ocop.casework.inspections.models import MisuseReport
from ocop.casework.inspections.pages.guarding import ContactForm, Guarded, answer
from ocop.casework.inspections.selectors.named import recognition_bearing
from ocop.casework.inspections.states import ReportState
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.inspection.images import read_image
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.ui.forms import RadioCards, TextField
from ocop.kernel.codes import normalise_crockford

LONGEST_CODE = 60


class ReportForm(ContactForm):
    """What was seen, where; a photograph; how to reach the shopper, if the shopper agrees."""

    kind = forms.ChoiceField(
        label=gettext_lazy("Bạn thấy gì?"),
        widget=RadioCards,
        choices=lambda: [(kind.value, str(word)) for kind, word in MISUSES.items()],
    )
    code = TextField(label=gettext_lazy("Mã trên tem (nếu có)"), max_length=LONGEST_CODE, required=False)
    seen_at = TextField(
        label=gettext_lazy("Thấy ở đâu?"),
        max_length=300,
        help_text=gettext_lazy("Tên chợ, cửa hàng, trang bán hàng; xã, tỉnh."),
    )
    text = TextField(label=gettext_lazy("Mô tả thêm"), lines=3, max_length=2000, required=False)
    photo = UploadField(
        label=gettext_lazy("Ảnh tem, nhãn"),
        kinds=["image"],
        required=False,
        widget=forms.FileInput,
    )
    consent = forms.BooleanField(
        label=gettext_lazy("Tôi đồng ý để cơ quan OCOP giữ cách liên hệ này và chỉ dùng để hỏi thêm."),
        required=False,
    )
    without_name = gettext_lazy("Đánh dấu đồng ý, hoặc xoá cách liên hệ: báo mà không để lại tên cũng được.")

    def __init__(self, *args: Any, known: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["code"]  # it stands in the address


@csrf_exempt  # a signed token and the origin stand in its place: public pages set no cookie
@never_cache
def report(request: HttpRequest, code: str = "") -> HttpResponse:
    """The form, and what is sent with it. A form that was sent already leads to its report."""
    code = " ".join(code.split())[:LONGEST_CODE]
    typed = {"code": request.GET.get("ma", "")[:LONGEST_CODE]}
    given = (request.POST, request.FILES) if request.method == "POST" else ()

    def make(form: ReportForm, once: str, is_proven: bool) -> HttpResponse:
        programme = find_programme(request.who)  # type: ignore[attr-defined]  # set by accounts
        return _ticket(
            file_report(programme, _told(form, code, once, is_proven=is_proven), at=timezone.now())
        )

    def sent_before(once: str) -> HttpResponse | None:
        known = report_of(once)
        return None if known is None else _ticket(known)

    desk = Guarded(
        code, lambda form, mark, status: _page(request, code, form, mark, status), sent_before, make,
        _("Trang này mở đã lâu nên chưa gửi được. Nội dung còn nguyên; chọn lại ảnh rồi bấm gửi."),
        _("Đang có quá nhiều phản ánh gửi đến. Hãy gửi lại sau một giờ, hoặc gọi cơ quan OCOP."),
    )  # fmt: skip
    return answer(request, ReportForm(*given, known=code, initial=typed), desk)


def _ticket(made: MisuseReport) -> HttpResponse:
    return redirect("inspections:ticket", ticket=made.ticket)


def _told(form: ReportForm, code: str, once: str, *, is_proven: bool) -> Told:
    given = form.cleaned_data
    return Told(
        once=once,
        code=code or given["code"],
        kind=given["kind"],
        seen_at=given["seen_at"],
        text=given["text"],
        photo=_anew(given["photo"]),
        contact=form.agreed_contact,
        is_proven=is_proven,
    )


def _anew(photo: Any) -> bytes:
    """The picture for display alone: where, when and with what it was taken is gone. Empty without one."""
    if not photo:
        return b""
    photo.seek(0)
    return read_image(photo.read(), photo.name).renditions[ImageSize.DISPLAY]


def _page(
    request: HttpRequest, code: str, form: ReportForm, mark: dict[str, Any], status: int
) -> HttpResponse:
    known = recognition_bearing(code, timezone.localdate()) if code else None
    context = mark | {
        "form": form,
        "code": code,
        "days": settings.REPORT_CONTACT_DAYS,
        "product": None if known is None else known.product.name,
    }
    return render(request, "inspections/report.html", context, status=status)


@never_cache
def ticket(request: HttpRequest, ticket: str) -> HttpResponse:
    """What became of a report, for whoever has its code: nothing of what was written in it."""
    found = MisuseReport.objects.filter(ticket=normalise_crockford(ticket)[:16]).first()
    if found is None:
        return render(request, "inspections/ticket_unknown.html", {"typed": ticket[:40]}, status=404)
    shown = found if found.merged_into is None else found.merged_into
    context = {
        "report": found,
        "state": report_word(found.state),
        "of_earlier": report_word(shown.state) if shown is not found else "",
        "answer": shown.answer,
        "kind": misuse_word(found.kind),
        "is_done": shown.state in {ReportState.DISMISSED, ReportState.INSPECTED},
    }
    return render(request, "inspections/ticket.html", context)


@never_cache
def ticket_form(request: HttpRequest) -> HttpResponse:
    """A box for the code of a report."""
    typed = request.GET.get("ma", "").strip()[:40]
    if typed:
        ticket = normalise_crockford(typed)  # what is no code, such as a path, is no address either
        return redirect("inspections:ticket", ticket=ticket if ticket.isalnum() else "-")
    return render(request, "inspections/ticket_unknown.html", {"typed": ""})
