"""Who may bring in and put right the register that exists: each function gives a reason, or None."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who, who_is
from ocop.foundation.documents import access
from ocop.foundation.documents.models import StoredFile
from ocop.foundation.refusals import Refusal
from ocop.registers.producers.permissions import refuse_list
from ocop.registers.products.permissions import refuse_import

TABLES, SCANS = "recognitions.import", "recognitions.scan"


def register_files() -> None:
    """Tells the documents who reads tables and scans."""
    access.register(TABLES, _refuse_table)
    access.register(SCANS, _refuse_scan)


def _refuse_table(person: Any, _file: StoredFile, at: Any) -> Refusal | None:
    return refuse_import(who_is(person, at))


def _refuse_scan(person: Any, _file: StoredFile, at: Any) -> Refusal | None:
    """A certificate is no secret among offices; the paper itself is not for everyone."""
    return refuse_list(person, at)


def refuse_bring_in(who: Who, _thing: object = None) -> Refusal | None:
    """Bringing in, adding, putting right and taking back: officers of the province."""
    return refuse_import(who)


def refuse_no_programme() -> Refusal:
    """Before the programme of the province is set up nobody knows its communes."""
    return Refusal(
        "no_programme",
        _("Chưa lập chương trình của tỉnh."),
        _("Danh bạ thuộc chương trình của một tỉnh."),
        _("Người quản trị chạy lệnh set_up trước."),
    )
