"""Thêm thay đổi: an upgrade says what changed since the recognition, with the paper that shows it."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.core.files.base import File
from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from ocop.casework.dossiers.about import DOSSIER
from ocop.casework.dossiers.acts.add_evidence import add_evidence
from ocop.casework.dossiers.acts.cite import cite_evidence
from ocop.casework.dossiers.acts.update import refuse_kind
from ocop.casework.dossiers.models import Change, Dossier, Evidence
from ocop.casework.dossiers.permissions import refuse_write
from ocop.casework.dossiers.rules import DossierKind
from ocop.casework.dossiers.rules.completeness import OTHER_KIND
from ocop.casework.dossiers.selectors import reusable
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, recorded
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.ui.forms import TextField


class AsksChange(Asks):
    """What changed, and a paper that is there or a new file."""

    text = TextField(
        label=_("Điều đã thay đổi"),
        lines=3,
        max_length=2000,
        help_text=_("Ví dụ: đã có chứng nhận hữu cơ; đổi sang bao bì thuỷ tinh; thêm dây chuyền sấy lạnh."),
    )
    file = UploadField(label=_("Tệp minh chứng"), required=False)
    evidence = forms.ModelChoiceField(
        label=_("Hoặc chọn giấy tờ đã có"), queryset=Evidence.objects.none(), required=False
    )
    beside = {"change_without_paper": "file"}
    gives = frozenset({"text", "upload", "evidence"})

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["evidence"].queryset = reusable(self.thing.product)  # type: ignore[attr-defined]

    def given(self) -> Mapping[str, Any]:
        """The words, and one of the two."""
        data = self.cleaned_data
        return {"text": data["text"], "upload": data["file"], "evidence": data["evidence"]}


def refuse_change(who: Who, dossier: Dossier) -> Refusal | None:
    """The producer's people while they may write, in a dossier of an upgrade."""
    return refuse_write(who, dossier) or refuse_kind(dossier, DossierKind.UPGRADE)


@recorded
def say_change(
    dossier: Dossier,
    *,
    text: str,
    by: Person,
    at: datetime,
    upload: File[Any] | None = None,
    evidence: Evidence | None = None,
) -> Change:
    """Says one change against what was recognised (article 6(1)(b), R26-17); its paper is used in the dossier
    from then on.

    Refused to strangers, once the dossier was handed in, in dossiers of another kind, without a paper, for a
    paper of another producer, and for every file that the store of documents refuses.
    """
    ensure(refuse_change(who_is(by, at), held(dossier)))
    if upload is not None:
        product = dossier.product
        fields = {"kind": OTHER_KIND, "title": text.strip()[:200], "product": product}
        evidence = add_evidence(
            producer=product.producer, upload=upload, fields=fields, by=by, at=at, dossier=dossier
        )
    elif evidence is not None:
        cite_evidence(dossier, evidence=evidence, by=by, at=at)
    else:
        raise Refused(_without_paper())
    Dossier.objects.filter(pk=dossier.pk).update(updated_at=at)
    return Change.objects.create(dossier=dossier, text=text.strip(), evidence=evidence)


def _without_paper() -> Refusal:
    return Refusal(
        "change_without_paper",
        _("Thay đổi nào cũng cần minh chứng."),
        _("Hồ sơ nâng hạng phải có tài liệu minh chứng về những thay đổi (điểm b khoản 1 Điều 6)."),
        _("Chọn một tệp, hoặc một giấy tờ đã có."),
    )


SAY_CHANGE = Act(
    about=DOSSIER,
    name="say_change",
    path="thay-doi-tu-cong-nhan/them/",
    refuse=refuse_change,
    form=AsksChange,
    do=say_change,
    button=_("Thêm thay đổi"),
    said=_("Đã thêm thay đổi vào hồ sơ."),
    template="dossiers/form.html",
    then=lambda dossier, _made: reverse("dossiers:since", args=[dossier.key]),
    begins=True,
)
