"""Ký biên bản tại chỗ: one side signs on the screen, under what is written now."""

from __future__ import annotations

import json
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from ocop.casework.fieldwork.about import AT_PLACE
from ocop.casework.fieldwork.acts.findings import AsksFindings
from ocop.casework.fieldwork.checks import refuse_at_place
from ocop.casework.fieldwork.forms import hidden, moment_of
from ocop.casework.fieldwork.labels import side_choices
from ocop.casework.fieldwork.models import Signature, Visit
from ocop.casework.fieldwork.permissions import SIGNATURE_FILES
from ocop.casework.fieldwork.rules import merged, signed_hash
from ocop.casework.fieldwork.states import OPEN
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, record, recorded
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadField
from ocop.foundation.documents.rules import FileKind
from ocop.foundation.ui.forms import TextField

LONGEST_WORDS = 300_000


class AsksSignature(Asks):
    """Side, name, title, the drawing."""

    side = forms.ChoiceField(label=_("Bên ký"), choices=side_choices)
    signer_name = TextField(label=_("Họ tên người ký"), max_length=120)
    signer_title = TextField(label=_("Chức vụ"), max_length=120, required=False)
    picture = UploadField(label=_("Ảnh chữ ký"), kinds=[FileKind.IMAGE], is_original=True)
    signed_at = hidden(40)
    words = hidden(LONGEST_WORDS)
    gives = frozenset({"side", "signer_name", "signer_title", "picture", "signed_at", "words_hash"})

    def given(self) -> Mapping[str, Any]:
        """With the hash of what the page showed, as the checklist itself would read it."""
        told = {name: value for name, value in self.cleaned_data.items() if name != "words"}
        return told | {"words_hash": words_shown(self, self.cleaned_data["words"])}


def words_shown(form: Asks, words: str) -> str:
    """The hash of what stood in the boxes when it was signed; empty where the page does not say."""
    try:
        boxes = json.loads(words or "null")
    except (ValueError, RecursionError):
        return ""
    if not isinstance(boxes, dict):
        return ""
    shown = AsksFindings({str(name): str(one) for name, one in boxes.items()}, who=form.who, thing=form.thing)
    if not shown.is_valid():
        return ""
    said = shown.fields_to_save()
    return signed_hash({"found": merged({}, said.pop("found", {})), **said})


@recorded
def sign_visit(
    visit: Visit, *, side: str, signer_name: str, picture: Any, by: Person, at: datetime,
    signer_title: str = "", signed_at: str = "", words_hash: str = "",
) -> Signature:  # fmt: skip
    """Keeps a signature with the hash of what was signed, as the page showed it (else what is written now);
    a new one of the same side takes its place.

    Refused as writing there is.
    """
    ensure(refuse_at_place(who_is(by, at), held(visit)))
    made = Signature.objects.create(
        visit=visit,
        side=side,
        signer_name=signer_name.strip(),
        signer_title=signer_title.strip(),
        file=store(picture, owner=SIGNATURE_FILES, by=by, at=at, kinds=[FileKind.IMAGE]),
        words_hash=words_hash or visit.words_hash,
        signed_at=moment_of(signed_at, at) or at,
        added_by=by,
        added_at=at,
    )
    data = {"side": side, "name": made.signer_name, "words": made.words_hash, "sha256": made.file.sha256}
    record("visit.sign", visit, by=by, at=at, data=data)
    return made


SIGN = Act(
    about=AT_PLACE,
    name="sign",
    path="ky/",
    when=OPEN,
    refuse=refuse_at_place,
    form=AsksSignature,
    do=sign_visit,
    button=_("Ký biên bản tại chỗ"),
)
