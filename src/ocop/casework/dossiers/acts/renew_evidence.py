"""Thêm bản cấp mới: a paper whose time ends was issued anew, and takes the place of the old one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any

from django.core.files.base import File
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import KEPT_PAPER
from ocop.casework.dossiers.acts.add_evidence import add_evidence
from ocop.casework.dossiers.acts.cite import cite_evidence
from ocop.casework.dossiers.models import Dossier, Evidence
from ocop.casework.dossiers.permissions import refuse_stranger
from ocop.casework.dossiers.states import EDITABLE
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, recorded
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import DateField, TextField


class AsksNewPaper(Asks):
    """The new file, its number, who issued it, its days."""

    file = UploadField(label=_("Tệp"))
    number = TextField(label=_("Số"), max_length=80, required=False)
    issuer = TextField(label=_("Nơi cấp"), max_length=200, required=False)
    issued_on = DateField(label=_("Ngày cấp"), required=False)
    expires_on = DateField(
        label=_("Ngày hết hạn"), required=False, help_text=_("Để trống nếu bản mới không có thời hạn.")
    )
    beside = {"newer_paper": "expires_on", "file": "file"}
    gives = frozenset({"upload", "number", "issuer", "issued_on", "expires_on"})

    def known(self) -> Mapping[str, Any]:
        """Who issued the old one."""
        return {"issuer": self.thing.issuer}

    def given(self) -> Mapping[str, Any]:
        """The file under the act's own name."""
        data = dict(self.cleaned_data)
        return {"upload": data.pop("file"), **data}


@recorded
def renew_evidence(
    paper: Evidence,
    *,
    upload: File[Any],
    by: Person,
    at: datetime,
    number: str = "",
    issuer: str = "",
    issued_on: date | None = None,
    expires_on: date | None = None,
) -> Evidence:
    """Keeps the newer paper in the place of the old: of the same kind, for the same product. Drafts that use
    the old one use the new one instead; what was handed in stays as it is, and counts with the newer paper
    (R26-18).

    Refused: a stranger; a paper that was issued anew already, or has no end; a newer one that ends no later
    than the old; every file that the store of documents refuses.
    """
    ensure(refuse_stranger(who_is(by, at), paper.producer))
    paper = holding(Evidence.objects).select_related("producer", "product").get(pk=paper.pk)
    ensure(_refuse_newer(paper, issued_on, expires_on, timezone.localdate(at)))
    names = ("kind", "title", "product", "is_restricted")
    fields = {name: getattr(paper, name) for name in names} | {
        "number": number, "issuer": issuer, "issued_on": issued_on, "expires_on": expires_on, "renews": paper,
    }  # fmt: skip
    newer = add_evidence(producer=paper.producer, upload=upload, fields=fields, by=by, at=at)
    _take_its_place(paper, newer, by=by, at=at)
    return newer


def _take_its_place(paper: Evidence, newer: Evidence, *, by: Person, at: datetime) -> None:
    """In dossiers that their producer still writes."""
    drafts = Dossier.objects.filter(citations__evidence=paper, state__in=sorted(EDITABLE)).distinct()
    for dossier in drafts.select_related("product"):
        rows = dossier.citations.filter(evidence=paper)
        for criterion in list(rows.values_list("criterion", flat=True)):
            cite_evidence(dossier, evidence=newer, criterion=criterion, by=by, at=at)
        rows.delete()
        dossier.changes.filter(evidence=paper).update(evidence=newer)


def _refuse_newer(
    paper: Evidence, issued_on: date | None, expires_on: date | None, today: date
) -> Refusal | None:
    if paper.renewals.filter(is_withdrawn=False).exists() or paper.is_withdrawn:
        return Refusal(
            "conflict_renewed_already",
            gettext("“%(paper)s” đã có bản cấp mới.") % {"paper": paper.title},
            "",
            _("Mở bản mới nhất để thay tiếp."),
        )
    if paper.expires_on is None:
        return Refusal(
            "newer_paper_not_needed", _("Giấy tờ này không có thời hạn."), "", _("Không cần thay.")
        )
    least = max(paper.expires_on, issued_on or paper.expires_on, today)
    if expires_on is None or (expires_on > paper.expires_on and expires_on >= least):
        return None
    return Refusal(
        "newer_paper_ends",
        _("Bản mới phải còn hạn, và hết hạn sau bản cũ (%(day)s).")
        % {"day": date_format(paper.expires_on, "DATE_FORMAT")},
        "",
        _("Kiểm tra lại ngày hết hạn."),
    )


def _shown(form: Asks) -> Mapping[str, Any]:
    paper = form.thing
    ends = date_format(paper.expires_on, "DATE_FORMAT") if paper.expires_on else "–"
    return {"details": [(_("Giấy tờ"), paper.title), (_("Bản đang có hết hạn"), ends)]}


RENEW_EVIDENCE = Act(
    about=KEPT_PAPER,
    name="renew_evidence",
    path="cap-moi/",
    refuse=lambda who, paper: refuse_stranger(who, paper.producer),
    form=AsksNewPaper,
    do=renew_evidence,
    button=_("Thêm bản cấp mới"),
    lead=_("Bản mới thay bản cũ ở mọi hồ sơ đang dùng; nội dung đã nộp không đổi."),
    confirm=_("Tải lên"),
    said=_("Đã thêm bản cấp mới."),
    show=_shown,
    begins=True,
)
