"""The page of an import: hand in a table, say which column is which, look at the rows, save."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any, ClassVar

from django.contrib import messages
from django.core.exceptions import ValidationError
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.http import content_disposition_header
from django.utils.translation import gettext as _
from django.views import View

from ocop.foundation.refusals import Refusal, Refused
from ocop.foundation.tables.files import book_of, keep_table
from ocop.foundation.tables.forms import ColumnsForm, TableForm
from ocop.foundation.tables.marking import marked
from ocop.foundation.tables.memory import remember, remembered
from ocop.foundation.tables.models import TableFile
from ocop.foundation.tables.showing import allowed, shown
from ocop.foundation.ui import keeping
from ocop.foundation.ui.rows import the_one
from ocop.kernel.tables import Kind, Places, ReadRow, TableRead, read_table

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def read_with_memory(file: TableFile, kind: Kind, places: Places | None, owner: str) -> TableRead:
    """A table as the person chose, else as the office chose the last time, else as the reader takes it."""
    book = book_of(file.file)
    found = read_table(book, kind, sheet=file.sheet, mapping=file.mapping or None, places=places)
    if file.mapping is None and (known := remembered(owner, found)) is not None:
        return read_table(book, kind, sheet=file.sheet, mapping=known, places=places)
    return found


def refuse_faulty(found: TableRead) -> Refusal | None:
    """Saving a table in which something is to be mended."""
    if not found.faults:
        return None
    return Refusal(
        "table_faulty",
        _("Bảng còn %(count)s chỗ cần sửa; chưa lưu gì.") % {"count": len(found.faults)},
        _("Bảng được lưu trọn vẹn hoặc không lưu dòng nào."),
        _("Chọn lại cột, hoặc tải bảng đã đánh dấu, sửa rồi gửi lại."),
    )


def workbook(content: bytes, name: str) -> HttpResponse:
    """A workbook to take away."""
    response = HttpResponse(content, content_type=XLSX)
    response["Content-Disposition"] = (
        content_disposition_header(as_attachment=True, filename=name) or "attachment"
    )
    return response


class TableImport(View):
    """One import. A subclass says what it is about, who may, what rows come to, and saves them."""

    kind: ClassVar[Kind]
    template_name: ClassVar[str] = "tables/import.html"
    form_class: ClassVar[type[TableForm]] = TableForm
    places: Places | None = None

    def prepare(self, request: Any, *args: Any, **address: Any) -> dict[str, Any]:
        """Finds the matter and asks who may; gives heading, back_url, template_url, lead and what else the
        page says. Sets `about`, `owner` and `places`.
        """
        raise NotImplementedError

    def look(self, found: TableRead) -> None:
        """Adds faults and doubts that need what is stored."""

    def keep(self, rows: list[ReadRow], *, by: Any, at: datetime) -> str:
        """Saves all rows or none, and says what was done."""
        raise NotImplementedError

    def dispatch(self, request: HttpRequest, *args: Any, **address: Any) -> Any:
        """Everything is asked before anything is shown."""
        self.at, self.about, self.owner = timezone.now(), "", f"person:{request.user.pk}"
        self.context = self.prepare(request, **address)
        self.file = self._file(request)
        return super().dispatch(request, *args, **address)

    def _file(self, request: HttpRequest) -> TableFile | None:
        key = request.GET.get("bang", "")
        if not key:
            return None
        rows = TableFile.objects.filter(kind=self.kind.name, about=self.about, uploaded_by=request.user.pk)
        try:
            file = the_one(rows.select_related("file").filter(key=key))
        except (ValidationError, ValueError):
            file = None
        if file is None:
            raise Http404(_("Không có bảng này."))
        return file

    def _read(self, file: TableFile) -> TableRead:
        found = read_with_memory(file, self.kind, self.places, self.owner)
        if not found.table_faults:
            self.look(found)
        return found

    def get(self, request: HttpRequest, **_address: Any) -> HttpResponse:
        """The form; or a table that was handed in; or the same marked."""
        if self.file is None:
            return keeping.once(request, self.at, lambda: self._form(request, self.form_class()))
        found = self._read(self.file)
        if "tai" in request.GET:
            stem = self.file.file.name.rpartition(".")[0] or self.file.file.name
            return workbook(marked(found), f"{stem}-da-danh-dau.xlsx")
        return self._page(request, found)

    def post(self, request: HttpRequest, **_address: Any) -> HttpResponse:
        """Hands a table in, chooses its columns, or saves it."""
        if self.file is None:
            return keeping.once(request, self.at, lambda: self._hand_in(request))
        if "columns" in request.POST:
            return self._choose(request, self.file)
        return self._save(request, self.file)

    def _hand_in(self, request: HttpRequest) -> HttpResponse:
        form = self.form_class(request.POST, request.FILES)
        if form.is_valid():
            options = {
                name: str(value) for name, value in form.cleaned_data.items() if name not in {"file", "table"}
            }
            try:
                file = keep_table(
                    form.cleaned_data["file"], kind=self.kind, about=self.about, options=options,
                    by=request.user, at=self.at,
                )  # fmt: skip
            except Refused as refused:
                form.add_error("file", ValidationError(str(refused.refusal), code=refused.refusal.code))
            else:
                return redirect(f"{request.path}?bang={file.key}")
        return self._form(request, form)

    def _choose(self, request: HttpRequest, file: TableFile) -> HttpResponse:
        found = self._read(file)
        form = ColumnsForm(request.POST, kind=self.kind, found=found)
        if not form.is_valid():
            return self._page(request, found, columns=form)
        sheet = form.cleaned_data.get("sheet", "") or file.sheet
        is_other = bool(sheet) and sheet != found.sheet.name
        file.sheet, file.mapping = sheet, None if is_other else form.mapping
        file.save(update_fields=["sheet", "mapping"])
        if not is_other:
            remember(self.owner, self.kind, found.titles.values(), form.mapping, self.at)
        return redirect(request.get_full_path())

    def _save(self, request: HttpRequest, file: TableFile) -> HttpResponse:
        found = self._read(file)
        if (refusal := self.refuse_save(file, found)) is not None:
            return self._page(request, found, refusal=refusal)
        try:
            said = self.keep(found.good, by=request.user, at=self.at)
        except Refused as refused:
            return self._page(request, found, refusal=refused.refusal)
        file.saved_at = self.at
        file.save(update_fields=["saved_at"])
        messages.success(request, said)
        return redirect(self.context["back_url"])

    def refuse_save(self, file: TableFile, found: TableRead) -> Refusal | None:
        """Once, and when nothing is to be mended."""
        if file.saved_at is not None:
            return Refusal("conflict_saved", _("Bảng này đã lưu rồi."), "", _("Xem danh sách."))
        return refuse_faulty(found)

    def _form(self, request: HttpRequest, form: TableForm) -> HttpResponse:
        page = {"form": form, "fields": allowed(self.kind), **self.context}
        return render(request, self.template_name, page, status=422 if form.is_bound else 200)

    def _page(
        self,
        request: HttpRequest,
        found: TableRead,
        *,
        refusal: Refusal | None = None,
        columns: ColumnsForm | None = None,
    ) -> HttpResponse:
        page: Mapping[str, Any] = {
            **self.context, **shown(found), "file": self.file, "refusal": refusal,
            "columns": columns or ColumnsForm(kind=self.kind, found=found),
            "marked_url": f"{request.path}?bang={self.file.key}&tai=1" if self.file else "",
            "again_url": request.path,
        }  # fmt: skip
        return render(request, "tables/read.html", page, status=422 if refusal or columns else 200)
