"""Sample numbers on paper: the table for the secretary, labels that name nobody."""

from __future__ import annotations

import io

import pytest
from django.test import Client
from django.urls import reverse
from pypdf import PdfReader

from ocop.casework.review.models import AgendaItem

pytestmark = pytest.mark.django_db


def text_of(content: bytes) -> str:
    return "\n".join(page.extract_text() for page in PdfReader(io.BytesIO(content)).pages)


def test_the_secretary_prints_table_and_labels(office, evening):
    meeting = office.scoring("Dứa sấy dẻo", "Mận sấy")
    for place, number in ((1, "47"), (2, "8")):
        AgendaItem.objects.filter(meeting=meeting, position=place).update(sample_no=number)
    client = Client()
    client.force_login(office.thu)
    page = client.get(reverse("paperwork:samples", args=[meeting.key])).content.decode()
    assert 'value="4"' in page  # a label for each who scores
    assert (
        reverse("paperwork:samples", args=[meeting.key])
        in client.get(meeting.get_absolute_url()).content.decode()
    )
    table = text_of(client.get(reverse("paperwork:sample_table", args=[meeting.key])).content)
    assert table.index("Mận sấy") < table.index("Dứa sấy dẻo")  # by number
    labels = reverse("paperwork:sample_labels", args=[meeting.key])
    printed = text_of(client.get(labels, {"so-ban": "13"}).content)
    assert ([line.strip() for line in printed.splitlines()].count("47"), "sấy" in printed) == (13, False)
    assert len(PdfReader(io.BytesIO(client.get(labels, {"so-ban": "13"}).content)).pages) == 2
    assert client.get(labels, {"so-ban": "x"}).status_code == 200
    AgendaItem.objects.filter(meeting=meeting).update(sample_no="")
    assert client.get(labels).status_code == 404
    for person in (office.son, office.hoa, office.van):
        client.force_login(person)
        assert client.get(labels).status_code == 403
