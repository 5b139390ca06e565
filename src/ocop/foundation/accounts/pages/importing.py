"""People of offices from a table: for the operator."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from ocop.foundation.accounts import permissions
from ocop.foundation.accounts.acts.appoint_people import appoint_people, offices_for, try_people
from ocop.foundation.accounts.labels import ROLES
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.rules import Level
from ocop.foundation.accounts.selectors import manageable_offices
from ocop.foundation.documents.engines.sheets import template
from ocop.foundation.places.models import Place
from ocop.foundation.places.selectors import grounds_of
from ocop.foundation.refusals import ensure
from ocop.foundation.tables.columns import columns_of
from ocop.foundation.tables.forms import PastedTableForm
from ocop.foundation.tables.ground import ground_on
from ocop.foundation.tables.pages import TableImport, workbook
from ocop.kernel.tables import PEOPLE, ReadRow, TableRead

EXAMPLE = {
    "full_name": "Trần Văn Minh", "phone": "0912345678", "office": "Ủy ban nhân dân xã Bản Lầu",
    "role": "Cán bộ xã",
    "title": "Công chức Kinh tế", "starts_on": "01/12/2026", "reason": "Quyết định số 12/QĐ-UBND",
}  # fmt: skip


class PeopleTable(TableImport):
    """Accounts and appointments of many people at once."""

    kind = PEOPLE
    form_class = PastedTableForm

    def prepare(self, request: PersonRequest) -> dict[str, Any]:
        """Operators only; the places of the offices that they manage."""
        ensure(permissions.refuse_manage_people(request.user, self.at))
        self.about, self.owner, self.by = "people", f"person:{request.user.pk}", request.user
        offices = manageable_offices(request.user, self.at).exclude(level=Level.MINISTRY)
        within = grounds_of(offices.values_list("place_id", flat=True).distinct())
        self.places = ground_on(
            Place.objects.filter(pk__in=within).with_parents(), timezone.localdate(self.at)
        )
        self.offices = offices_for(request.user, self.at, self.places)
        return {
            "heading": _("Phân công người từ bảng"),
            "lead": _(
                "Người chưa có tài khoản được mở tài khoản; sau đó cấp liên kết đặt mật khẩu cho từng người."
            ),
            "back_url": reverse("accounts:people"),
            "back_words": _("Người dùng"),
            "template_url": reverse("accounts:people_template"),
        }

    def look(self, found: TableRead) -> None:
        """What appointing them would refuse; nothing is kept."""
        found.faults += try_people(found.good, self.offices, by=self.by, at=self.at)

    def keep(self, rows: list[ReadRow], *, by: Any, at: datetime) -> str:
        """Everybody, or nobody."""
        made = appoint_people(rows, self.offices, by=by, at=at)
        return _("Đã phân công %(count)s người.") % {"count": len(made)}


@require_safe
def people_template(request: PersonRequest) -> HttpResponse:
    """The workbook to fill in, with the offices and roles that are taken."""
    at = timezone.now()
    ensure(permissions.refuse_manage_people(request.user, at))
    words = {
        "office": list(
            manageable_offices(request.user, at).order_by("name").values_list("name", flat=True)[:500]
        ),
        "role": [str(word) for word in ROLES.values()],
    }
    columns = columns_of(PEOPLE, choices=words)
    return workbook(template(_("Người của cơ quan"), columns, example=EXAMPLE), "mau-nguoi-dung.xlsx")
