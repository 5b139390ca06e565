"""The decrees' own wording, as operators load it. The rubrics themselves are data of the kernel."""

from __future__ import annotations

from collections.abc import Iterable
from typing import ClassVar

from django.db import models

from ocop.kernel.canonical import sha256_hex


class WordingSource(models.Model):
    """A published text that was loaded for a regulation.
    The last one counts; earlier ones stay as they were.
    """

    regulation_code = models.CharField(max_length=40)
    file_name = models.CharField(max_length=200)
    sha256 = models.CharField(max_length=64)
    matched = models.PositiveIntegerField()
    expected = models.PositiveIntegerField()
    loaded_at = models.DateTimeField()

    class Meta:
        ordering: ClassVar = ["-loaded_at", "-id"]

    def __str__(self) -> str:
        return f"{self.regulation_code}: {self.file_name}"

    def content_hash(self, rows: Iterable[Wording]) -> str:
        """The hash of all its sentences, which its entry in the record keeps."""
        places = sorted((one.set_number, one.criterion, one.token, one.text) for one in rows)
        return sha256_hex([self.sha256, [list(place) for place in places]])


class Wording(models.Model):
    """One official sentence: of an option (`token`,
    as in addresses of practised sheets) or of a criterion ("").
    """

    unvouched: ClassVar = ("*",)  # the entry of their source holds one hash of them all

    source = models.ForeignKey(WordingSource, on_delete=models.PROTECT, related_name="wordings")
    set_number = models.PositiveSmallIntegerField()
    criterion = models.CharField(max_length=12)
    token = models.CharField(max_length=6, blank=True)
    text = models.TextField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["source", "set_number", "criterion", "token"], name="regulations_wording_once"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.set_number} {self.criterion} {self.token}".strip()
