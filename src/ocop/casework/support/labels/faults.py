"""Sentences for facts that are not taken and for what is missing before a result."""

from __future__ import annotations

from collections.abc import Callable

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from ocop.casework.support.rules import FactFault, Kind, Lack, LackCode
from ocop.foundation.ui.words import said
from ocop.kernel.faults import Fault

_FAULTS = {
    FactFault.UNKNOWN: gettext_lazy("“%(field)s” không phải là thông tin của loại hỗ trợ này."),
    FactFault.REQUIRED: gettext_lazy("Chưa ghi “%(field)s”."),
    FactFault.UNREADABLE: gettext_lazy("Chưa đọc được “%(field)s”."),
    FactFault.TOO_LONG: gettext_lazy("“%(field)s” quá dài."),
    FactFault.OUT_OF_RANGE: gettext_lazy("“%(field)s” nằm ngoài khoảng cho phép."),
    FactFault.NOT_A_CHOICE: gettext_lazy("“%(field)s” phải là một mục trong danh sách."),
    FactFault.NOT_A_LINK: gettext_lazy("“%(field)s” phải là đường dẫn đầy đủ, bắt đầu bằng https://."),
}


def fault_sentence(kind: Kind, fault: Fault[FactFault]) -> str:
    """What is wrong with one field."""
    field = kind.by_key.get(fault.where)
    return str(_FAULTS[fault.code]) % {"field": said(field.label) if field else fault.where}


def lack_sentence(kind: Kind, lack: Lack) -> str:
    """One thing that is missing, as a few words of a list."""
    return _LACKS[lack.code](kind, lack)


def _fact(kind: Kind, lack: Lack) -> str:
    return _("thông tin “%(field)s”") % {"field": said(kind.by_key[lack.key].label)}


def _step(kind: Kind, lack: Lack) -> str:
    rule = kind.step(lack.key)
    return _("bước “%(step)s” chưa xong") % {"step": said(rule.label) if rule else lack.key}


def _look(kind: Kind, lack: Lack) -> str:
    good = [said(one.label) for one in kind.looks.states if one.is_good] if kind.looks else []
    return _("lần xem gần nhất phải là “%(state)s”") % {"state": ", ".join(good)}


_LACKS: dict[LackCode, Callable[[Kind, Lack], str]] = {
    LackCode.FACT: _fact,
    LackCode.STEP: _step,
    LackCode.LOOK: _look,
    LackCode.BENEFICIARY: lambda kind, lack: _("chủ thể hoặc sản phẩm được hỗ trợ"),
    LackCode.ATTENDANCE: lambda kind, lack: _("lượt người dự học"),
    LackCode.PHOTO: lambda kind, lack: _("một lần xem có ảnh chụp"),
    LackCode.PARTIES: lambda kind, lack: _("ít nhất %(number)s bên liên kết") % {"number": lack.number},
    LackCode.KIT: lambda kind, lack: _("ít nhất một bộ mẫu nhãn đã giao"),
}
