"""The register of certificates and the page of one, for offices and its producer."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from django_tables2 import Table

from ocop.casework.certificates import permissions
from ocop.casework.certificates.lists import CertificateFilter, CertificateTable
from ocop.casework.certificates.models import Certificate
from ocop.casework.certificates.models.visible import CertificateQuerySet
from ocop.casework.certificates.selectors import certificate_by_code, status_on
from ocop.casework.certificates.selectors.above import offered
from ocop.foundation.accounts.requests import PersonRequest
from ocop.foundation.accounts.who import Who
from ocop.foundation.documents.engines import qr
from ocop.foundation.documents.exports import as_xlsx
from ocop.foundation.printing.selectors import waiting_for
from ocop.foundation.refusals import ensure
from ocop.foundation.ui.lists import ListView
from ocop.kernel.law.in_force import CERTIFICATE_TERM
from ocop.registers.products.labels import EVENT_KINDS, STANDING_KINDS, STANDINGS
from ocop.registers.products.rules import EventKind
from ocop.registers.regulations.templatetags.law import period_text


def _lead() -> str:
    said = _("Mỗi sản phẩm 3 sao, 4 sao có một giấy chứng nhận, giá trị %(term)s.")
    return said % {"term": period_text(CERTIFICATE_TERM)}


class CertificateList(ListView):
    """The certificates of the own province or commune."""

    table_class = CertificateTable
    filterset_class = CertificateFilter
    heading = gettext_lazy("Sổ giấy chứng nhận")
    lead = lazy(_lead, str)()
    empty_title = gettext_lazy("Chưa có giấy chứng nhận nào")
    empty_text = gettext_lazy("Giấy chứng nhận được cấp ngay khi quyết định công nhận được ký.")
    exporter = as_xlsx
    export_name = "giay-chung-nhan"
    template_name = "certificates/list.html"

    def get_queryset(self) -> CertificateQuerySet:
        """What the person may see, with names and events."""
        who = self.request.who
        ensure(permissions.refuse_list_certificates(who))
        rows = Certificate.objects.visible_to(who.person, who.at).with_names()
        return rows.prefetch_related("recognition__events")

    def get_table(self, **kwargs: Any) -> Table:
        """The page leaves out what it shows elsewhere in the row; the spreadsheet has every column."""
        table = super().get_table(**kwargs)
        if not self.is_export:
            for name in ("producer", "decision", "valid_from"):
                table.columns.hide(name)
        return table


def readable(who: Who, code: str) -> Certificate:
    """The certificate with this code. Http404 where there is none, or none for this person."""
    certificate = certificate_by_code(code)
    if certificate is None or permissions.refuse_read_certificate(who, certificate) is not None:
        raise Http404(_("Không có giấy chứng nhận này."))
    return certificate


def detail(request: PersonRequest, code: str) -> HttpResponse:
    """Everything on the certificate, its status today, its PDF, its public address."""
    certificate = readable(request.who, code)
    standing = status_on(certificate, timezone.localdate())
    printed = certificate.decision_item.printed
    context = {
        "certificate": certificate,
        "printed": printed,
        "decision": certificate.decision_item.decision,
        "name": printed["product"],
        "kicker": _("Giấy chứng nhận %(code)s") % {"code": certificate.product_code},
        "place": f"{printed['producer']} · {printed['place']}",
        "stars_count": certificate.stars,
        "stars_text": _("OCOP %(stars)s sao") % {"stars": certificate.stars},
        "stage": STANDINGS[standing.kind],
        "stage_kind": STANDING_KINDS[standing.kind],
        "corrections": [
            one
            for one in certificate.decision_item.decision.corrections.select_related("paper")
            if one.touches(certificate.decision_item)
        ],
        "printing": waiting_for([] if certificate.file_id else [certificate], request.who.at),
        "qr": qr.svg(certificate.public_url),
        "events": [
            (event.on, EVENT_KINDS[EventKind(event.kind)]) for event in certificate.recognition.events.all()
        ],
        "may_replace": standing.is_good and permissions.refuse_prepare(request.who) is None,
        "offered": offered(request.who, certificate),
        "reads_list": permissions.refuse_list_certificates(request.who) is None,
    }
    return render(request, "certificates/certificate.html", context)
