"""Imports of the register: the list, bringing a table in, what came of it."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from uuid import UUID

from django.core.files.base import ContentFile
from django.core.paginator import Paginator
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse, reverse_lazy
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django.views.decorators.http import require_safe

from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.acts import buttons
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.documents.rules import TABLE_KINDS
from ocop.foundation.documents.selectors import content_of
from ocop.foundation.refusals import Refusal, Refused, ensure
from ocop.foundation.tables.columns import columns_of
from ocop.foundation.tables.forms import PastedTableForm
from ocop.foundation.tables.ground import ground_of_province
from ocop.foundation.tables.labels import LEFT
from ocop.foundation.tables.models import TableFile
from ocop.foundation.tables.pages import TableImport, workbook
from ocop.foundation.ui.lists import ListView
from ocop.foundation.ui.paging import PAGE_PARAM
from ocop.kernel.tables import REGISTER, Left, ReadRow, TableRead
from ocop.registers.producers.labels import LEGAL_FORMS
from ocop.registers.programme.selectors import current
from ocop.registers.recognitions.about import find_import
from ocop.registers.recognitions.acts import UNDO, bring_in, look_at
from ocop.registers.recognitions.labels import words_of_doubts, words_of_faults
from ocop.registers.recognitions.lists import ImportFilter, ImportTable
from ocop.registers.recognitions.models import Entered, RegisterImport
from ocop.registers.recognitions.permissions import TABLES, refuse_bring_in, refuse_no_programme

EXAMPLE = {
    "name": "Mứt dứa Bản Lầu", "holder": "Hợp tác xã Dứa Bản Lầu", "stars": "4",
    "authority": "Chủ tịch UBND tỉnh Lào Cai", "decision_no": "3200/QĐ-UBND", "decided_on": "15/12/2024",
    "valid_until": "15/12/2027", "product_code": "15-02788-1-2024", "place": "xã Bản Lầu",
    "holder_form": "Hợp tác xã",
}  # fmt: skip
MOST_SAID = 200
PAGE = 50


class ImportList(ListView):
    """The tables that were brought in."""

    template_name = "recognitions/imports.html"
    table_class = ImportTable
    filterset_class = ImportFilter
    heading = gettext_lazy("Danh bạ đã công nhận")
    lead = gettext_lazy(
        "Đưa vào đây các sản phẩm OCOP được công nhận trước khi dùng hệ thống, từ bảng của cơ quan hoặc từng "
        "giấy một. Sau đó hạn, nhắc việc, tra cứu và số liệu tính chung với sản phẩm công nhận về sau."
    )
    empty_title = gettext_lazy("Chưa nhập bảng nào")
    empty_text = gettext_lazy("Gửi bảng đang có; hệ thống cho xem từng dòng như đã đọc trước khi lưu.")
    add_url: Any = reverse_lazy("recognitions:bring_in")
    add_label = gettext_lazy("Nhập từ bảng")
    exporter = as_xlsx
    export_name = "lan-nhap"

    def dispatch(self, request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        """Officers of the province."""
        ensure(refuse_bring_in(request.who))  # type: ignore[attr-defined]
        return super().dispatch(request, *args, **kwargs)

    def get_queryset(self) -> QuerySet[RegisterImport]:
        """With who did it."""
        who = self.request.who
        rows = RegisterImport.objects.visible_to(who.person, who.at)
        return rows.select_related("by").defer("told")


class RegisterTable(TableImport):
    """A table of recognised products."""

    kind = REGISTER
    form_class = PastedTableForm

    def prepare(self, request: PersonRequest) -> dict[str, Any]:
        """Officers of the province; the communes of the programme's province."""
        ensure(refuse_bring_in(request.who))
        programme = current()
        if programme is None:
            raise Refused(refuse_no_programme())
        self.about, self.owner = "register", f"province:{programme.province_id}"
        self.today = timezone.localdate(self.at)
        self.places = ground_of_province(programme.province, self.today)
        return {
            "heading": _("Nhập sản phẩm đã công nhận từ bảng"),
            "lead": _(
                "Mỗi dòng là một sản phẩm. Cơ quan, số, ngày và nơi được giữ như trên giấy; xã cũ được "
                "chuyển sang xã hiện nay. Dòng đã có trong danh bạ thì bỏ qua."
            ),
            "back_url": reverse("recognitions:imports"),
            "back_words": _("Danh bạ đã công nhận"),
            "template_url": reverse("recognitions:template"),
            "may_save_partly": True,
        }

    def look(self, found: TableRead) -> None:
        """What the register says of the rows."""
        looked = look_at(found.good, self.today)
        self.table = found
        found.faults += looked.faults
        found.doubts += looked.doubts

    def refuse_save(self, file: TableFile, found: TableRead) -> Refusal | None:
        """Where only the right rows are wanted, others may be faulty."""
        refusal = super().refuse_save(file, found)
        is_partly = bool(self.request.POST.get("partly")) and not found.table_faults
        return None if refusal and refusal.code == "table_faulty" and is_partly else refusal

    def keep(self, rows: list[ReadRow], *, by: Any, at: datetime) -> str:
        """The rows, and the table itself."""
        assert self.file is not None  # noqa: S101  # a table is saved from its own page
        file = self.file.file
        kept = store(
            ContentFile(content_of(file), name=file.name), owner=TABLES, by=by, at=at, kinds=TABLE_KINDS
        )
        brought = bring_in(
            self.table, file_name=file.name, sha256=file.sha256, file=kept, by=by, at=at,
            is_partly=bool(self.request.POST.get("partly")),
        )  # fmt: skip
        self.context["back_url"] = brought.made.get_absolute_url()
        said = {"created": brought.made.created, "known": brought.made.known}
        return _("Đã ghi mới %(created)s công nhận; %(known)s dòng đã có từ trước.") % said


@require_safe
def register_template(request: PersonRequest) -> HttpResponse:
    """The workbook to fill in."""
    ensure(refuse_bring_in(request.who))
    columns = columns_of(REGISTER, choices={"holder_form": [str(word) for word in LEGAL_FORMS.values()]})
    content = template(_("Sản phẩm đã công nhận"), columns, example=EXAMPLE)
    return workbook(content, "mau-san-pham-da-cong-nhan.xlsx")


@require_safe
def one_import(request: PersonRequest, key: UUID) -> HttpResponse:
    """What came of a table: the rows that were entered, those that were refused and why."""
    who = request.who
    ensure(refuse_bring_in(who))
    made = find_import(who, key)
    entries = Entered.objects.filter(source=made).select_related("recognition__product")
    page = Paginator(entries, PAGE).get_page(request.GET.get(PAGE_PARAM))
    refused = words_of_faults(made.told.get("refused", []))
    left_out = made.told.get("left_out", [])
    context = {
        "made": made, "page": page, "entries": [(one, words_of_doubts(one.doubts)) for one in page],
        "refused": refused[:MOST_SAID], "more_refused": max(len(refused) - MOST_SAID, 0),
        "left_out": [(row, sheet, text, LEFT[Left(why)]) for row, why, text, sheet in left_out[:MOST_SAID]],
        "buttons": buttons([UNDO], who, made) if made.undone_at is None else [],
    }  # fmt: skip
    return render(request, "recognitions/import.html", context)
