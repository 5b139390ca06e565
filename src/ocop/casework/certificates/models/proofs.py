"""The facts of a certificate, signed by the programme's key."""

from __future__ import annotations

from typing import ClassVar

from django.db import models
from django.utils.translation import gettext_lazy as _

from ocop.casework.certificates.models.certificates import Certificate


class Proof(models.Model):
    """What `ocop verify` checks without network: `text` holds the facts and the signature of `key`.

    Technical evidence; the legal signature is that under the decision. Signed anew only where its key was
    withdrawn.
    """

    certificate = models.OneToOneField(Certificate, models.PROTECT, primary_key=True, related_name="proof")
    key = models.CharField(_("khoá"), max_length=10)
    text = models.TextField(_("bản ký"))
    at = models.DateTimeField(_("ký lúc"))

    class Meta:
        verbose_name = _("bản ký của giấy chứng nhận")
        verbose_name_plural = _("bản ký của giấy chứng nhận")
        ordering: ClassVar = ["pk"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=models.Q(text__startswith="OCOP1."), name="certificates_proof_form"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.certificate_id} ({self.key})"
