"""Drawn illustrations."""

from __future__ import annotations

import io

from PIL import Image

from ocop.outlets.demo.pictures import SUBJECTS, photograph
from ocop.outlets.demo.producers import rows


def test_each_subject_is_drawn_and_light():
    drawn = {subject: photograph(subject, subject).read() for subject in SUBJECTS}
    assert len(set(drawn.values())) == len(SUBJECTS)
    for subject, content in drawn.items():
        image = Image.open(io.BytesIO(content))
        assert (image.format, image.size) == ("WEBP", (960, 720)), subject
        assert len(content) < 60_000, subject


def test_every_product_has_its_picture():
    assert {row["picture"] for row in rows("products")} == set(SUBJECTS)
