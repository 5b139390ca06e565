"""Sample data of the gallery: invented names, every state of every component."""

from __future__ import annotations

import datetime
from typing import Any

import django_tables2 as tables
from django import forms
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.utils import timezone
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from ocop.foundation.ui.forms import (
    DateField,
    FileField,
    Form,
    MoneyField,
    PhoneField,
    RadioCards,
    TextField,
    TickList,
)
from ocop.foundation.ui.lists import SORT_PARAM, known_order
from ocop.foundation.ui.paging import PAGE_PARAM
from ocop.foundation.ui.parts import Card, Happening, Tab, Todo
from ocop.foundation.ui.templatetags.ui import icon_names, stars, status


class SampleForm(Form):
    """One field of every kind."""

    errors_take_focus = False  # the gallery is read from its top

    name = TextField(label=_("Tên sản phẩm"), help_text=_("Như ghi trên bao bì, ví dụ: Dứa quả Bản Lầu."))
    kind = forms.ChoiceField(
        label=_("Loại chủ thể"),
        widget=RadioCards,
        choices=[
            ("cooperative", Card(_("Hợp tác xã"), _("Có giấy chứng nhận đăng ký hợp tác xã"))),
            ("company", Card(_("Doanh nghiệp nhỏ và vừa"), _("Có giấy chứng nhận đăng ký doanh nghiệp"))),
            ("household", Card(_("Hộ kinh doanh"), _("Có đăng ký"), _("2 điểm"), _("tối thiểu 3 sao"))),
        ],
    )
    made_on = DateField(label=_("Ngày cấp giấy"), help_text=_("Ví dụ: 1/3/2026"))
    price = MoneyField(label=_("Giá bán"), required=False, help_text=_("Ví dụ: 1.500.000 hoặc 1,5 triệu"))
    phone = PhoneField(label=_("Số điện thoại"))
    story = TextField(label=_("Câu chuyện sản phẩm"), lines=4, required=False)
    unit = forms.ChoiceField(
        label=_("Đơn vị tính"), choices=[("kg", "kg"), ("box", _("hộp")), ("jar", _("lọ"))]
    )
    channels = forms.MultipleChoiceField(
        label=_("Nơi bán"),
        widget=forms.CheckboxSelectMultiple,
        choices=[("market", _("Chợ")), ("shop", _("Cửa hàng OCOP")), ("web", _("Trên mạng"))],
    )
    paper = FileField(label=_("Ảnh chụp giấy chứng nhận"), help_text=_("Ảnh hoặc PDF, không quá 25 MB."))
    agrees = forms.BooleanField(label=_("Tôi cam đoan nội dung trên là đúng."))


class TicksForm(Form):
    """Some of many."""

    hide_optional = True

    communes = forms.MultipleChoiceField(
        label=_("Xã tham gia"),
        widget=TickList,
        required=False,
        choices=[("ban-lau", "xã Bản Lầu"), ("bat-xat", "xã Bát Xát"), ("sa-pa", "phường Sa Pa")],
    )


class SampleTable(tables.Table):
    """A table with text, stars, a chip and a number."""

    name = tables.Column(verbose_name=_("Sản phẩm"))
    commune = tables.Column(verbose_name=_("Xã"))
    stars = tables.Column(verbose_name=_("Hạng sao"))
    state = tables.Column(verbose_name=_("Tình trạng"), orderable=False)
    points = tables.Column(
        verbose_name=_("Điểm"), attrs={"th": {"class": "number"}, "td": {"class": "number"}}
    )

    def render_stars(self, value: int) -> SafeString:
        """Stars as shapes."""
        return stars(value)

    def render_state(self, value: tuple[str, str]) -> SafeString:
        """A chip."""
        return status(*value)


_ROWS = [
    {
        "name": "Dứa quả Bản Lầu",
        "commune": "Bản Lầu",
        "stars": 3,
        "state": (_("Còn hiệu lực"), "ok"),
        "points": 73,
    },
    {
        "name": "Chè Shan Suối Giàng",
        "commune": "Văn Chấn",
        "stars": 4,
        "state": (_("Sắp hết hạn"), "warn"),
        "points": 86,
    },
    {
        "name": "Mật ong hoa ban",
        "commune": "Bảo Yên",
        "stars": 0,
        "state": (_("Chờ tiếp nhận"), "wait"),
        "points": 0,
    },
    {
        "name": "Thịt trâu gác bếp",
        "commune": "Sa Pa",
        "stars": 3,
        "state": (_("Đã thu hồi"), "bad"),
        "points": 68,
    },
]


def _table(request: HttpRequest) -> tables.Table:
    table = SampleTable(_ROWS * 15, order_by_field=SORT_PARAM, page_field=PAGE_PARAM)
    table.request = request
    if sort := known_order(table, request.GET.getlist(SORT_PARAM)):
        table.order_by = sort
    wanted = request.GET.get(PAGE_PARAM, "1")
    return table.paginate(per_page=4, page=int(wanted) if wanted in {str(n) for n in range(1, 16)} else 1)


def _entries() -> list[Happening]:
    at = timezone.now().replace(microsecond=0)
    ago = datetime.timedelta
    return [
        Happening(_("Trả lại để bổ sung"), at - ago(hours=3), _("Trần Văn Minh, xã Bản Lầu"),
              _("Thiếu phiếu kiểm nghiệm còn hạn."), kind="warn"),
        Happening(_("Nộp hồ sơ"), at - ago(days=1), _("Lý Thị Lan"), detail=_("12 tệp, mã nộp 7K3F9Q"),
        kind="ok"),
        Happening(_("Bắt đầu hồ sơ"), at - ago(days=9), _("Lý Thị Lan")),
    ]  # fmt: skip


def _steps() -> list[Todo]:
    return [
        Todo(_("Chủ thể và sản phẩm"), "done", "#thread"),
        Todo(_("Minh chứng"), "fix", "#thread", _("thiếu 1 giấy")),
        Todo(_("Tự chấm điểm"), "now", "#thread", _("còn 4 tiêu chí")),
        Todo(_("Câu chuyện sản phẩm"), "todo", "#thread"),
        Todo(_("Nộp hồ sơ"), "locked"),
    ]


def _refused_form() -> SampleForm:
    """A form as it comes back: some answers kept, some refused."""
    answers = {"name": "", "kind": "household", "made_on": "31/2/2026", "price": "nhiều", "phone": "12 34"}
    typed = {f"refused-{name}": answer for name, answer in answers.items()}
    return SampleForm(typed, {"refused-paper": SimpleUploadedFile("a.pdf", b"%PDF")}, prefix="refused")


def samples(request: HttpRequest) -> dict[str, Any]:
    """Everything that the gallery shows."""
    today = timezone.localdate()
    return {
        "form": SampleForm(prefix="new"),
        "refused_form": _refused_form(),
        "ticks_form": TicksForm(),
        "table": _table(request),
        "entries": _entries(),
        "steps": _steps(),
        "tabs": [
            Tab(_("Hồ sơ"), "#tabs", is_current=True),
            Tab(_("Minh chứng"), "#tabs", count=12),
            Tab(_("Lịch sử"), "#tabs"),
        ],
        "icons": sorted(icon_names()),
        "star_counts": range(6),
        "soon": today + datetime.timedelta(days=5),
        "late": today - datetime.timedelta(days=3),
        "far": today + datetime.timedelta(days=40),
    }
