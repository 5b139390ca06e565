"""Thêm giấy tờ: the producer adds a paper, picture or film."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.http import Http404
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import PAPERS, criterion_page
from ocop.casework.dossiers.acts.cite import cite_evidence
from ocop.casework.dossiers.models import Dossier, Evidence
from ocop.casework.dossiers.permissions import refuse_stranger, refuse_write
from ocop.casework.dossiers.permissions.files import EVIDENCE_FILES
from ocop.casework.dossiers.rules.completeness import OTHER_KIND
from ocop.casework.dossiers.selectors import regulation_of, set_of
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField, titled
from ocop.foundation.ui.forms import DateField, TextField
from ocop.foundation.ui.words import said
from ocop.registers.producers.models import Producer


class AsksPaper(Asks):
    """Files and what they are; the address may name the kind (`?loai=`) and the criterion (`?tieu-chi=`)."""

    file = UploadsField(label=_("Tệp"))
    kind = forms.ChoiceField(label=_("Loại giấy tờ"))
    title = TextField(
        label=_("Tên giấy tờ"),
        max_length=200,
        help_text=_("Ví dụ: Giấy chứng nhận VietGAP. Chọn nhiều tệp thì từ tệp thứ hai tên có thêm số."),
    )
    number = TextField(label=_("Số"), max_length=80, required=False)
    issuer = TextField(label=_("Nơi cấp"), max_length=200, required=False)
    issued_on = DateField(label=_("Ngày cấp"), required=False)
    expires_on = DateField(label=_("Ngày hết hạn"), required=False)
    for_all = forms.BooleanField(
        label=_("Dùng được cho mọi sản phẩm của chủ thể"),
        required=False,
        help_text=_("Ví dụ giấy đăng ký kinh doanh."),
    )
    is_restricted = forms.BooleanField(
        label=_("Có thông tin riêng (lương, tài chính, cá nhân)"),
        required=False,
        help_text=_("Chỉ người xử lý hồ sơ và hội đồng xem được."),
    )

    gives = frozenset({"uploads", "fields", "criterion"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.criterion = self.query.get("tieu-chi", "")
        if self.criterion and self.criterion not in set_of(self.thing).criteria:
            raise Http404(gettext("Bộ tiêu chí không có tiêu chí này."))
        kinds = [(kind.key, said(kind.label)) for kind in regulation_of(self.thing).evidence_kinds]
        choices = [*kinds, (OTHER_KIND, gettext("Giấy tờ khác"))]
        self.fields["kind"].choices = choices  # type: ignore[attr-defined]

    def known(self) -> Mapping[str, Any]:
        """The kind of the list from which one came."""
        return {"kind": self.query.get("loai", OTHER_KIND)}

    def clean(self) -> dict[str, Any]:
        """A paper cannot end before it began."""
        data = super().clean() or self.cleaned_data
        issued, expires = data.get("issued_on"), data.get("expires_on")
        if issued and expires and expires < issued:
            self.add_error("expires_on", gettext("Ngày hết hạn phải sau ngày cấp."))
        return data

    def given(self) -> Mapping[str, Any]:
        """The files with their titles, what they are, and for which criterion."""
        fields = dict(self.cleaned_data)
        fields["product"] = None if fields.pop("for_all") else self.thing.product
        del fields["file"], fields["title"]
        return {"uploads": titled(self, "file"), "fields": fields, "criterion": self.criterion}

    def field_of(self, code: str) -> str | None:
        """Whatever is refused is said at the file."""
        return "file"

    def onward(self) -> str:
        """Back to the criterion, or to all papers."""
        return criterion_page(self.thing, self.criterion)


@recorded
def add_evidence(
    *,
    producer: Producer,
    upload: File[Any],
    fields: Mapping[str, Any],
    by: Person,
    at: datetime,
    dossier: Dossier | None = None,
    criterion: str = "",
) -> Evidence:
    """Keeps a paper of the producer and, with a dossier, puts it there: for the whole, or for one criterion
    as well.

    `fields`: kind, title, number, issuer, issued_on, expires_on, is_restricted, product. Refused: a stranger,
    a dossier that was handed in, and every file that the store of documents refuses (too large, disguised,
    broken, harmful).
    """
    who = who_is(by, at)
    ensure(refuse_stranger(who, producer))
    if dossier is not None:
        ensure(refuse_write(who, held(dossier)))
    file = store(upload, owner=EVIDENCE_FILES, by=by, at=at)
    evidence = Evidence.objects.create(producer=producer, file=file, created_at=at, created_by=by, **fields)
    record("evidence.add", evidence, by=by, at=at, data={"sha256": file.sha256, "kind": evidence.kind})
    if dossier is not None:
        cite_evidence(dossier, evidence=evidence, criterion=criterion, by=by, at=at)
    return evidence


@recorded
def add_to_dossier(
    dossier: Dossier,
    *,
    uploads: Sequence[tuple[File[Any], str]],
    fields: Mapping[str, Any],
    by: Person,
    at: datetime,
    criterion: str = "",
) -> None:
    """As its page does: papers of the dossier's producer, each file with its title; all or none."""
    given: Mapping[str, Any] = {"dossier": dossier, "criterion": criterion, "by": by, "at": at}
    for upload, title in uploads:
        fields = {**fields, "title": title}
        add_evidence(producer=dossier.product.producer, upload=upload, fields=fields, **given)


def _shown(form: AsksPaper) -> Mapping[str, Any]:
    """For which criterion; the way back leads there."""
    code = form.criterion
    lead = gettext("Dùng cho tiêu chí %(code)s.") % {"code": code} if code else ""
    return {"lead": lead, "back": criterion_page(form.thing, code)}


ADD_EVIDENCE = Act(
    about=PAPERS,
    name="add_evidence",
    path="them/",
    refuse=refuse_write,
    form=AsksPaper,
    do=add_to_dossier,
    button=_("Thêm giấy tờ"),
    confirm=_("Tải lên"),
    said=_("Đã thêm giấy tờ vào hồ sơ."),
    show=_shown,
    template="dossiers/form.html",
    begins=True,
)
