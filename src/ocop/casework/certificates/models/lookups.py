"""What the check page says of a certificate: one row, kept beside it."""

from __future__ import annotations

from typing import ClassVar

from django.db import models

from ocop.casework.certificates.models.certificates import Certificate
from ocop.registers.products.models import Product


class Lookup(models.Model):
    """All that everyone is told who asks for a code, so that a scan reads one row by one index.

    Derived altogether: only `writes.look_up_anew` writes it, `verify_all` compares it with what it comes from
    (`lookup.py` says which facts these are). It holds days and what happened, no status: what holds today is
    told when somebody asks. Nobody sorts or filters by the facts, so they are one document.
    """

    unvouched: ClassVar = ("*",)  # derived: it has an invariant of its own

    certificate = models.OneToOneField(Certificate, models.PROTECT, primary_key=True, related_name="lookup")
    product = models.ForeignKey(Product, models.PROTECT, related_name="+")
    code = models.CharField(max_length=16, unique=True)
    facts = models.JSONField()

    class Meta:
        ordering: ClassVar = ["pk"]

    def __str__(self) -> str:
        return self.code
