"""What the acts of this package are about: the register, an import, a recognition entered from paper."""

from __future__ import annotations

from typing import Any
from uuid import UUID

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, ensure
from ocop.foundation.ui.rows import the_one
from ocop.registers.producers.permissions import refuse_list
from ocop.registers.recognitions.models import Entered, RegisterImport
from ocop.registers.recognitions.permissions import refuse_bring_in


def find_import(_who: Who, key: UUID) -> RegisterImport:
    """The import of this address."""
    found = the_one(RegisterImport.objects.select_related("by", "undone_by", "file").filter(key=key))
    if found is None:
        raise Http404(_("Không có lần nhập này."))
    return found


def find_entered(_who: Who, pk: int) -> Entered:
    """The recognition of this address, with its product and producer."""
    names = ("recognition__product__producer__commune", "recognition__product__listing__commune", "source")
    # by the number: the relation `pk` would be compared with one that no column holds, which is a fault
    found = Entered.objects.select_related(*names, "by").filter(recognition__id=pk).first()
    if found is None:
        raise Http404(_("Không có công nhận này."))
    return found


def head_of_entered(entered: Entered) -> dict[str, Any]:
    """What the head of each page about it says."""
    return {"entered": entered, "name": entered.recognition.product.name}


IMPORTS = Matter(
    space="recognitions",
    address="danh-ba/da-cong-nhan/",
    back=lambda _none: reverse("recognitions:imports"),
)

IMPORT = Matter(
    space="recognitions",
    address="danh-ba/da-cong-nhan/lan-nhap/<uuid:key>/",
    find=find_import,
    keys=lambda one: {"key": one.key},
    back=RegisterImport.get_absolute_url,
    head=lambda one: {"name": one.file_name},
    see=lambda who, _one: ensure(refuse_bring_in(who)),
)

ENTERED = Matter(
    space="recognitions",
    address="danh-ba/da-cong-nhan/<int:pk>/",
    find=find_entered,
    keys=lambda one: {"pk": one.pk},
    back=Entered.get_absolute_url,
    head=head_of_entered,
    see=lambda who, _one: ensure(refuse_list(who.person, who.at)),
)
