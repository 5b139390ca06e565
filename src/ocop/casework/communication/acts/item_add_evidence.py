"""Thêm minh chứng: more scans or photographs of what was done."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.core.files.base import File
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.communication.about import LINE
from ocop.casework.communication.forms import EVIDENCE
from ocop.casework.communication.models import PressItem
from ocop.casework.communication.permissions import refuse_record
from ocop.casework.communication.rules import PressState
from ocop.casework.communication.writes.press import keep_paper
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, Refused, ensure, held, record, recorded
from ocop.foundation.documents.forms import UploadsField, titled
from ocop.foundation.ui.forms import TextField


class AsksEvidence(Asks):
    """More scans or photographs."""

    upload = UploadsField(label=_("Minh chứng"), kinds=EVIDENCE)
    title = TextField(label=_("Tên minh chứng"), max_length=200, required=False)

    gives = frozenset({"uploads"})

    def given(self) -> Mapping[str, Any]:
        """Each file with its title."""
        return {"uploads": titled(self)}


@recorded
def add_evidence(
    item: PressItem, *, uploads: Sequence[tuple[File[Any], str]], by: Person, at: datetime
) -> None:
    """Adds scans or photographs, each with its title, to what was done; all or none.
    Refused to other offices, and before it is recorded as done.
    """
    ensure(refuse_record(who_is(by, at), held(item)))
    if item.state != PressState.DONE:
        raise Refused(_not_done(item))
    for upload, title in uploads:
        paper = keep_paper(item, upload, title=title, by=by, at=at)
        record("pressitem.add_evidence", item, by=by, at=at, data={"sha256": paper.file.sha256})


def _not_done(item: PressItem) -> Refusal:
    return Refusal(
        "conflict_not_done",
        gettext("“%(item)s” chưa ghi đã thực hiện.") % {"item": item.title},
        "",
        gettext("Ghi kết quả trước."),
    )


ADD_EVIDENCE = Act(
    about=LINE,
    name="item_add_evidence",
    path="minh-chung/",
    when=frozenset({PressState.DONE}),
    refuse=refuse_record,
    form=AsksEvidence,
    do=add_evidence,
    button=_("Thêm minh chứng"),
    confirm=_("Thêm"),
    said=_("Đã thêm minh chứng."),
    weight="quiet",
)
