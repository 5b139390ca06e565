"""The list of mergers."""

from __future__ import annotations

from typing import Any

from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.registers.mergers.lists import MergerTable
from ocop.registers.mergers.models import Merger
from ocop.registers.mergers.permissions import refuse_list


class MergerList(ListView):
    """What was merged or divided since the table of places was made."""

    table_class = MergerTable
    heading = _("Sáp nhập xã")
    lead = _("Xã, phường sáp nhập hoặc chia tách sau khi có bảng đơn vị hành chính này.")
    empty_title = _("Chưa ghi việc sáp nhập nào")
    empty_text = _("Khi có nghị quyết mới, ghi ở đây để danh sách, địa bàn và cơ quan đổi theo.")
    empty_label = add_label = _("Ghi sáp nhập xã")
    exporter = as_xlsx
    export_name = "sap-nhap-xa"

    def get_queryset(self) -> QuerySet[Merger]:
        """All of them; an installation serves one province."""
        ensure(refuse_list(self.request.who))
        return Merger.objects.select_related("paper")

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """With the button."""
        self.add_url = self.empty_url = reverse("mergers:merge")
        return super().get_context_data(**kwargs)
