"""What the act of this package is about."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter, Refusal, Refused
from ocop.registers.programme.models import Programme
from ocop.registers.programme.selectors import current


def find_programme(_who: Who) -> Programme:
    """The programme of the province. Refused where it has none yet."""
    programme = current()
    if programme is None:
        raise Refused(Refusal("no_programme", _("Chưa lập chương trình của tỉnh.")))
    return programme


MERGERS = Matter(
    space="mergers",
    address="sap-nhap/",
    find=find_programme,
    back=lambda _programme: reverse("mergers:list"),
)
