"""What the act of this package is about: a paper that is not made yet."""

from __future__ import annotations

from django.shortcuts import get_object_or_404
from django.urls import reverse

from ocop.foundation.accounts.who import Who
from ocop.foundation.acts import Matter
from ocop.foundation.printing.models import Printout


def find_printout(_who: Who, pk: int) -> Printout:
    """One wanted paper."""
    return get_object_or_404(Printout, pk=pk)


PRINTOUT = Matter(
    space="printing",
    address="ban-in/<int:pk>/",
    find=find_printout,
    keys=lambda printout: {"pk": printout.pk},
    back=lambda _printout: reverse("printing:printouts"),
)
