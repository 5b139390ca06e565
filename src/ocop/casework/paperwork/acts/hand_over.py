"""Giao bộ hồ sơ: the package of a product of 90 points and more goes to the ministry (article 6(3))."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext, override
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models import DecisionItem
from ocop.casework.certificates.permissions import refuse_conflict, refuse_handle, refuse_prepare
from ocop.casework.paperwork.about import PACKAGE
from ocop.casework.paperwork.models import Handover
from ocop.casework.paperwork.papers.package import Enclosed, Package, package_for
from ocop.casework.paperwork.permissions import PACKAGE_FILES
from ocop.foundation.accounts.models import Person
from ocop.foundation.accounts.who import who_is
from ocop.foundation.acts import Act, Asks, Refusal, ensure, record, recorded
from ocop.foundation.documents.actions import store_made
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.holding import holding
from ocop.foundation.ui.forms import TextField
from ocop.kernel.canonical import sha256_hex
from ocop.kernel.text import one_line


class AsksHandover(Asks):
    """To whom it goes, and whether restricted papers go with it."""

    to = TextField(
        label=_("Giao cho"),
        max_length=200,
        help_text=_("Tên người hoặc đơn vị nhận, ví dụ Cục Kinh tế hợp tác và Phát triển nông thôn."),
    )
    with_restricted = forms.BooleanField(
        label=_("Kèm cả giấy tờ hạn chế xem"),
        required=False,
        help_text=_("Chỉ khi Bộ cần. Danh mục ghi rõ có hay không."),
    )
    beside = {"receiver_": "to"}


@recorded
def hand_over(
    item: DecisionItem, *, to: str, with_restricted: bool, by: Person, at: datetime
) -> Handover:  # fmt: skip
    """Freezes which files go to the ministry, makes the forms and the letter as they stand, and records to
    whom the package was given.

    Refused to all but officers of the province without a conflict, before the approval is signed, while a
    part is missing, and without a receiver.
    """
    who = who_is(by, at)
    rows = holding(DecisionItem.objects).select_related("decision__programme__province")
    stored = rows.get(pk=item.pk)
    ensure(refuse_handle(who, stored.decision) or refuse_conflict(who, [item.item]))
    ensure(_refuse_unsigned(stored) or _refuse_nobody(to))
    with override("vi"):
        package = package_for(item, at=at)
        ensure(refuse_missing(package))
        chosen = package.chosen(with_restricted=with_restricted)
        contents = [_row(one, _kept(one, by=by, at=at)) for one in _once(chosen)]
    made = Handover.objects.create(
        decision_item=stored, to=one_line(to), with_restricted=with_restricted, contents=contents,
        sha256=sha256_hex(contents), size=sum(row["size"] for row in contents), by=by, at=at,
    )  # fmt: skip
    data = {"to": made.to, "sha256": made.sha256, "files": len(contents), "restricted": with_restricted}
    record("handover.give", made, by=by, at=at, data=data)
    return made


def _once(chosen: list[Enclosed]) -> list[Enclosed]:
    """Each name once."""
    found: dict[str, Enclosed] = {}
    for one in chosen:
        stem, dot, ending = one.name.rpartition(".")
        name, number = one.name, 2
        while name in found:
            name, number = f"{stem}-{number}{dot}{ending}", number + 1
        found[name] = replace(one, name=name)
    return list(found.values())


def _kept(one: Enclosed, *, by: Person, at: datetime) -> StoredFile:
    """The stored file; what is made for the package is stored with it, so that it stays as it was given."""
    if isinstance(one.source, StoredFile):
        return one.source
    return store_made(one.source(), one.name, owner=PACKAGE_FILES, by=by, at=at)


def _row(one: Enclosed, file: StoredFile) -> dict[str, Any]:
    return {
        "name": one.name, "title": one.title, "file": str(file.pk), "sha256": file.sha256, "size": file.size,
        "restricted": one.is_restricted,
    }  # fmt: skip


def _refuse_unsigned(item: DecisionItem) -> Refusal | None:
    if item.is_live and item.decision.is_signed and not item.decision.is_recognition:
        return None
    return Refusal(
        "result_not_approved",
        gettext("“%(product)s” chưa có quyết định phê duyệt kết quả.") % {"product": item.printed["product"]},
        _("Chủ tịch UBND tỉnh phê duyệt kết quả trước khi gửi trung ương (điểm e khoản 3 Điều 7)."),
        _("Đợi quyết định được ký."),
    )


def refuse_missing(package: Package) -> Refusal | None:
    """Every missing part is named."""
    if not package.missing:
        return None
    return Refusal(
        "package_incomplete",
        gettext("Bộ hồ sơ còn thiếu: %(parts)s.") % {"parts": "; ".join(package.missing)},
        _("Thành phần hồ sơ theo khoản 3 Điều 6."),
        _("Lập hoặc bổ sung từng phần rồi giao."),
    )


def _refuse_nobody(to: str) -> Refusal | None:
    if one_line(to):
        return None
    return Refusal("receiver_missing", _("Chưa ghi giao cho ai."), "", _("Ghi tên người hoặc đơn vị nhận."))


HAND_OVER = Act(
    about=PACKAGE,
    name="hand_over",
    path="giao/",
    refuse=refuse_prepare,
    form=AsksHandover,
    do=hand_over,
    button=_("Giao bộ hồ sơ"),
    lead=_("Danh mục, mã băm và người nhận được ghi lại. Sau đó tải một tệp ZIP."),
    said=_("Đã ghi việc giao hồ sơ. Tải tệp ZIP ở dưới."),
    weight="main",
    icon="package",
)
