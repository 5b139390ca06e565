"""Kiến nghị về kết quả: a producer objects to the result of its product, with reasons and files."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import ResultNotice
from ocop.casework.objections.about import NOTICE
from ocop.casework.objections.models import Objection, ObjectionFile
from ocop.casework.objections.permissions import OBJECTION_FILES, last_day_of, refuse_file
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.rules import Role
from ocop.foundation.accounts.selectors import people_holding
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, ensure, held, record, recorded, words
from ocop.foundation.documents.actions import store
from ocop.foundation.documents.forms import UploadsField
from ocop.foundation.documents.rules import ALL_KINDS
from ocop.foundation.notifications.actions import tell
from ocop.foundation.ui.forms import TextField
from ocop.kernel.canonical import sha256_hex, short_code
from ocop.kernel.text import date_vi, searchable


class AsksObjection(Asks):
    """What is wrong with the result and why, and what shows it."""

    reason = TextField(
        label=_("Nội dung, lý do kiến nghị"), lines=8, max_length=8000,
        help_text=_("Nêu tiêu chí nào, vì sao, và tài liệu nào cho thấy điều đó."),
    )  # fmt: skip
    proofs = UploadsField(label=_("Tài liệu kèm theo"), required=False)


@recorded
def file_objection(
    notice: ResultNotice, *, reason: str, by: Person, at: datetime, proofs: Sequence[Any] = ()
) -> Objection:
    """Takes an objection, with a receipt: the code of the hash of what was filed. The province's officers
    are told.

    Refused: to all but the producer's people; after the last day of the council's working rules (without one
    in them there is none); while another waits; where the product is evaluated again already.
    """
    ensure(refuse_file(who_is(by, at), held(notice)))
    item = notice.item
    product, programme = item.dossier.product, item.meeting.council.programme
    files = [store(one, owner=OBJECTION_FILES, by=by, at=at, kinds=ALL_KINDS) for one in proofs]
    filed = {
        "notice": str(item.key), "reason": reason.strip(), "files": [file.sha256 for file in files],
        "at": at.isoformat(), "by": str(by),
    }  # fmt: skip
    objection = Objection.objects.create(
        programme=programme, notice=notice, producer=product.producer, product_name=product.name,
        reason=reason.strip(), due_on=last_day_of(notice), sha256=sha256_hex(filed), filed_at=at, filed_by=by,
        search_text=searchable(product.name, product.producer.name, short_code(sha256_hex(filed))),
    )  # fmt: skip
    for file in files:
        ObjectionFile.objects.create(objection=objection, file=file)
    data = {"notice": str(item.key), "sha256": objection.sha256, "files": len(files)}
    record("objection.file", objection, by=by, at=at, reason=reason, data=data)
    tell(
        people_holding(Role.PROVINCE_OFFICER, at, place=programme.province),
        kind="objections.filed",
        subject=words(_("Kiến nghị về kết quả: %(product)s"), product=product.name),
        body=words("%(reason)s", reason=reason[:300]),
        url=objection.get_absolute_url(),
        at=at,
    )
    return objection


def _asked(form: AsksObjection) -> Mapping[str, Any]:
    """Until when, by the working rules; or that they set no last day."""
    last = last_day_of(form.thing)
    words = (
        gettext("Quy chế của hội đồng không quy định hạn: kiến nghị được tiếp nhận.")
        if last is None
        else gettext("Đến hết ngày %(day)s, theo quy chế của hội đồng.") % {"day": date_vi(last)}
    )
    return {"details": [(_("Hạn kiến nghị"), words)]}


def _said(_notice: ResultNotice, objection: Objection) -> str:
    return gettext("Đã gửi. Mã tiếp nhận: %(code)s.") % {"code": short_code(objection.sha256)}


FILE = Act(
    about=NOTICE,
    name="file",
    refuse=refuse_file,
    form=AsksObjection,
    do=file_objection,
    button=_("Kiến nghị về kết quả"),
    lead=_("Cơ quan quản lý OCOP cấp tỉnh xem xét và trả lời bằng văn bản."),
    show=_asked,
    confirm=_("Gửi kiến nghị"),
    said=_said,
    then=lambda _notice, objection: objection.get_absolute_url(),
    begins=True,
)
