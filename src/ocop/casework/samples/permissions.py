"""Who demands, takes, records and reads; every function gives the reason to refuse, or None."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django.db.models import Q
from django.utils.translation import gettext as _

from ocop.casework.dossiers.models import Dossier
from ocop.casework.dossiers.permissions import is_own, reads
from ocop.casework.dossiers.permissions.reading import is_barred, not_reader
from ocop.casework.dossiers.states import DossierState
from ocop.casework.samples.models import Demand, Indicator, Laboratory, Sample, TestReport
from ocop.casework.samples.models.visible import OFFICES
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal

REPORT_FILES = "samples.report"
"""Laboratories' reports, as they came."""
PAPER_FILES = "samples.paper"
"""Sampling records and the letters that go with samples."""
_DECIDED = frozenset({DossierState.EVALUATED, DossierState.CONCLUDED, DossierState.EXCLUDED})


def register_files() -> None:
    """Tells the foundation who may read the files of this package."""
    access.register(REPORT_FILES, refuse_read_report)
    access.register(PAPER_FILES, refuse_read_paper)


def refuse_dossier(who: Who, dossier: Dossier) -> Refusal | None:
    """Demanding, taking, recording: officers and secretaries of the province; nobody for a producer of one's
    own, nor whoever is kept from the dossier by a conflict.
    """
    if not who.holds_any(Role.PROVINCE_OFFICER, Role.SECRETARY, place=dossier.commune):
        return _not_office()
    if is_own(who, dossier):
        return Refusal(
            "own_dossier",
            _("Bạn đang là người của chủ thể này nên không xử lý được mẫu."),
            _("Người có sản phẩm và người lấy mẫu, ghi kết quả phải là hai người khác nhau."),
            _("Chuyển việc cho cán bộ khác của cơ quan."),
        )
    return not_reader() if is_barred(who, dossier) else None


def refuse_demand(who: Who, demand: Demand) -> Refusal | None:
    """The same for a product that must be tested."""
    return refuse_dossier(who, demand.dossier)


def refuse_sample(who: Who, sample: Sample) -> Refusal | None:
    """The same for a sample."""
    return refuse_dossier(who, sample.demand.dossier)


def refuse_indicator(who: Who, indicator: Indicator) -> Refusal | None:
    """The same for an indicator of a sample."""
    return refuse_sample(who, indicator.sample)


def refuse_decided(dossier: Dossier) -> Refusal | None:
    """Changing which result counts, or setting one aside, once the result is final. Asked of what
    is stored: a meeting may have closed since the page was read.
    """
    if not Dossier.objects.filter(pk=dossier.pk, state__in=sorted(_DECIDED)).exists():
        return None
    return Refusal(
        "result_final",
        _("Kết quả của sản phẩm này đã chốt nên không đổi kết quả kiểm nghiệm được tính."),
        _("Biên bản của hội đồng đã lập trên kết quả đó."),
        _("Nếu phát hiện không an toàn sau đó, đề nghị thu hồi giấy chứng nhận."),
    )


def refuse_laboratories(who: Who, _thing: object = None) -> Refusal | None:
    """Keeping the register of laboratories: officers of the province."""
    return None if who.holds(Role.PROVINCE_OFFICER) else _not_office()


def refuse_laboratory(who: Who, laboratory: Laboratory) -> Refusal | None:
    """The same for one of the own province."""
    if refusal := refuse_laboratories(who):
        return refusal
    own = Laboratory.objects.visible_to(who.person, who.at)
    return None if own.filter(pk=laboratory.pk).exists() else _not_office()


def refuse_list(who: Who) -> Refusal | None:
    """The lists: the offices of a province."""
    return None if who.holds_any(*OFFICES) else _not_office()


def refuse_read_report(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A laboratory's report: its producer, officers with the dossier, the council that judges it."""
    report = TestReport.objects.filter(file=stored_file).select_related(
        "sample__demand__dossier__product__producer", "sample__demand__dossier__commune"
    )
    found = report.first()
    return _refuse_file(person, None if found is None else found.sample, at)


def refuse_read_paper(person: Any, stored_file: StoredFile, at: datetime) -> Refusal | None:
    """A sampling record, or the letter with a sample: the same people."""
    rows = Sample.objects.with_names().filter(Q(file=stored_file) | Q(dispatch__file=stored_file))
    return _refuse_file(person, rows.first(), at)


def _refuse_file(person: Any, sample: Sample | None, at: datetime) -> Refusal | None:
    if sample is not None and reads(who_is(person, at), sample.demand.dossier):
        return None
    return Refusal(
        "not_reader", _("Bạn không xem được tệp này."), _("Tệp thuộc một hồ sơ không dành cho bạn.")
    )


def _not_office() -> Refusal:
    return Refusal(
        "not_province_office",
        _("Bạn không làm được việc này."),
        _("Mẫu kiểm nghiệm do cơ quan quản lý OCOP cấp tỉnh và thư ký hội đồng theo dõi."),
        _("Liên hệ cơ quan quản lý OCOP cấp tỉnh nếu cần."),
    )
