"""`ocop demo`."""

from __future__ import annotations

import io
import socket

import pytest
from django.core.management import CommandError, call_command

from ocop.foundation.audit.models import Entry
from ocop.outlets.demo import serving
from ocop.outlets.demo.cast import PASSWORD, sign_ins
from ocop.outlets.demo.management.commands.demo import Command


def test_a_second_start_keeps_the_data(province):
    entries = Entry.objects.count()
    out = io.StringIO()
    call_command("demo", load_only=True, stdout=out)
    assert out.getvalue() == "Giữ nguyên dữ liệu đã có · the data are kept.\n"
    assert Entry.objects.count() == entries


def test_the_welcome_names_everybody():
    out = io.StringIO()
    Command(stdout=out)._welcome(8123)
    text = out.getvalue()
    assert "http://localhost:8123/dang-nhap/" in text
    assert PASSWORD in text
    assert [actor.username for actor in sign_ins() if f"  {actor.username} " not in text] == []


def test_a_taken_port_is_said_before_anything_is_loaded(monkeypatch):
    with socket.socket() as other:
        other.bind((serving.HOST, 0))
        other.listen()
        port = other.getsockname()[1]
        monkeypatch.setenv("PORT", str(port))
        with pytest.raises(CommandError, match=f"Port {port} is taken"):
            call_command("demo")
    assert not serving.is_taken(port)


@pytest.mark.parametrize(("text", "port"), [("", 8000), (" 8080 ", 8080), ("1", 1), ("65535", 65535)])
def test_the_port_comes_from_the_environment(monkeypatch, text, port):
    monkeypatch.setenv("PORT", text)
    assert serving.port_from_environment() == port


@pytest.mark.parametrize("text", ["0", "65536", "-1", "8000x", "８０８０", "tám"])
def test_something_else_than_a_port_is_refused(monkeypatch, text):
    monkeypatch.setenv("PORT", text)
    with pytest.raises(CommandError, match="PORT"):
        call_command("demo")
