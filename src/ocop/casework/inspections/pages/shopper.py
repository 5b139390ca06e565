"""What a shopper sees: the form of a report, and what became of it. No account, no cookie.

In place of the token of a cookie the form holds a signed one, bound to the code on the label and to a few
hours; besides, the browser says from where it sends. Floods are slowed by work that the device does
(`rules/taking`) and by counters; nobody has to solve pictures. Without scripts a report waits behind others.
"""

from __future__ import annotations

import secrets
from typing import Any

from allauth.account.adapter import get_adapter
from django import forms
from django.conf import settings
from django.core import signing
from django.core.exceptions import ValidationError
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
from ocop.casework.inspections.rules.taking import FORM_LASTS, bits_now, is_worked
from ocop.casework.inspections.selectors.named import recognition_bearing
from ocop.casework.inspections.states import ReportState
from ocop.casework.inspections.writes.counting import count_report, recent
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.inspection.images import read_image
from ocop.foundation.documents.rules import ImageSize
from ocop.foundation.refusals import Refusal, ensure
from ocop.foundation.ui.forms import Form, RadioCards, TextField
from ocop.kernel.codes import normalise_crockford

SALT = "ocop.inspections.report"
LONGEST_CODE = 60


class ReportForm(Form):
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
    contact = TextField(
        label=gettext_lazy("Điện thoại hoặc thư điện tử của bạn"), max_length=120, required=False
    )
    consent = forms.BooleanField(
        label=gettext_lazy("Tôi đồng ý để cơ quan OCOP giữ cách liên hệ này và chỉ dùng để hỏi thêm."),
        required=False,
    )

    def __init__(self, *args: Any, known: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if known:
            del self.fields["code"]  # it stands in the address

    def clean(self) -> dict[str, Any]:
        """A contact only with consent."""
        told: dict[str, Any] = super().clean() or {}
        if told.get("contact") and not told.get("consent"):
            said = _("Đánh dấu đồng ý, hoặc xoá cách liên hệ: báo mà không để lại tên cũng được.")
            self.add_error("consent", ValidationError(said, code="consent_missing"))
        return told


@csrf_exempt  # a signed token and the origin stand in its place: public pages set no cookie
@never_cache
def report(request: HttpRequest, code: str = "") -> HttpResponse:
    """The form, and what is sent with it. A form that was sent already leads to its report."""
    code = " ".join(code.split())[:LONGEST_CODE]
    if request.method != "POST":
        typed = request.GET.get("ma", "")[:LONGEST_CODE]
        return _page(request, code, ReportForm(known=code, initial={"code": typed}))
    ensure(refuse_origin(request))
    form = ReportForm(request.POST, request.FILES, known=code)
    told, token = read_token(request.POST.get("token", ""), code), request.POST.get("token", "")
    if told is None:
        said = _("Trang này mở đã lâu nên chưa gửi được. Nội dung còn nguyên; chọn lại ảnh rồi bấm gửi.")
        return _again(request, code, form, said, "token_old")
    if (known := report_of(told["n"])) is not None:
        return redirect("inspections:ticket", ticket=known.ticket)
    is_proven = says_origin(request) and is_worked(token, request.POST.get("work", ""), told["b"])
    now, address = timezone.now(), get_adapter().get_client_ip(request)
    if not count_report(address, now, is_proven=is_proven):
        said = _("Đang có quá nhiều phản ánh gửi đến. Hãy gửi lại sau một giờ, hoặc gọi cơ quan OCOP.")
        return _again(request, code, form, said, "too_many", token=token, status=429)
    if not form.is_valid():
        return _page(request, code, form, token=token, status=422)
    made = file_report(
        find_programme(request.who),  # type: ignore[attr-defined]  # set by the middleware of accounts
        _told(form, code, told["n"], is_proven=is_proven),
        at=now,
    )
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
        contact=given["contact"] if given["consent"] else "",
        is_proven=is_proven,
    )


def _anew(photo: Any) -> bytes:
    """The picture for display alone: where, when and with what it was taken is gone. Empty without one."""
    if not photo:
        return b""
    photo.seek(0)
    return read_image(photo.read(), photo.name).renditions[ImageSize.DISPLAY]


def _again(
    request: HttpRequest, code: str, form: ReportForm, said: str, fault: str, *, token: str = "",
    status: int = 422,
) -> HttpResponse:  # fmt: skip
    form.full_clean()
    form.add_error(None, ValidationError(said, code=fault))
    return _page(request, code, form, token=token, status=status)


def _page(
    request: HttpRequest, code: str, form: ReportForm, *, token: str = "", status: int = 200
) -> HttpResponse:
    token = token or new_token(code)
    told = read_token(token, code)
    assert told is not None  # noqa: S101 - made or read a moment ago
    known = recognition_bearing(code, timezone.localdate()) if code else None
    context = {
        "form": form,
        "token": token,
        "bits": told["b"],
        "code": code,
        "days": settings.REPORT_CONTACT_DAYS,
        "product": None if known is None else known.product.name,
        "work": request.POST.get("work", "") if token == request.POST.get("token") else "",
    }
    return render(request, "inspections/report.html", context, status=status)


def new_token(code: str) -> str:
    """A form's own mark: bound to the code, with the work that is asked for now."""
    bits = bits_now(recent(timezone.now()), settings.REPORT_WORK_BITS)
    return signing.dumps({"c": code, "b": bits, "n": secrets.token_hex(16)}, salt=SALT)


def read_token(token: str, code: str) -> dict[str, Any] | None:
    """What the mark says; None where it is not ours, too old, or of another code."""
    try:
        told = signing.loads(token[:500], salt=SALT, max_age=FORM_LASTS)
    except signing.BadSignature:
        return None
    return told if told["c"] == code else None


def says_origin(request: HttpRequest) -> bool:
    """Whether the browser says from where it sends."""
    return "Sec-Fetch-Site" in request.headers or "Origin" in request.headers


def refuse_origin(request: HttpRequest) -> Refusal | None:
    """Refuses what another site sends through somebody's browser."""
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin")
    own = {
        f"{request.scheme}://{request.get_host()}", settings.SITE_ADDRESS, *settings.CSRF_TRUSTED_ORIGINS
    }  # fmt: skip
    if site in {None, "same-origin"} and (origin is None or origin in own):
        return None
    return Refusal(
        "foreign_origin",
        _("Phản ánh này không được gửi từ trang của hệ thống."),
        "",
        _("Mở trang kiểm tra mã rồi gửi từ đó."),
    )


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
