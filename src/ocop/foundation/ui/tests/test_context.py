"""What every page knows, and that it is asked for at most once."""

import pytest
from django.contrib.auth.models import AnonymousUser
from django.http import HttpRequest
from django.template import Context, Template
from django.test import RequestFactory
from django.utils import translation

from ocop.foundation.ui import context
from ocop.foundation.ui.parts import MenuItem


@pytest.fixture(autouse=True)
def _no_hooks(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(context, "_hooks", {})


def request_to(path: str) -> HttpRequest:
    request = RequestFactory().get(path)
    request.user = AnonymousUser()
    return request


def shown(template: str, path: str = "/thu-vien-giao-dien/") -> str:
    return Template(template).render(Context(context.page(request_to(path))))


def test_a_registered_name_is_asked_once_and_only_when_used() -> None:
    asked: list[str] = []
    context.register("unread", lambda request: asked.append(request.path) or 3)
    assert shown("{{ today|date:'Y' }}").isdigit()
    assert asked == []
    assert shown("{{ unread }} {{ unread }}") == "3 3"
    assert asked == ["/thu-vien-giao-dien/"]


def test_unregistered_names_have_defaults() -> None:
    assert shown("{{ demonstration }}|{{ help_phone }}|{{ unread }}|{{ menu|length }}") == "False||0|0"


def test_the_other_language_leads_to_this_very_page() -> None:
    template = (
        "{% for l in languages %}{{ l.code }} {{ l.url }} {{ l.is_current }} {{ l.label }};{% endfor %}"
    )
    path = "/thu-vien-giao-dien/?trang=2"
    assert shown(template, path) == (
        "vi /thu-vien-giao-dien/?trang=2 True Tiếng Việt;en /en/thu-vien-giao-dien/?trang=2 False English;"
    )
    with translation.override("en"):
        assert shown("{% for l in languages %}{{ l.url }} {% endfor %}", f"/en{path}") == f"{path} /en{path} "


def test_the_menu_marks_the_item_that_leads_furthest_here() -> None:
    items = [("Việc", "/viec/", "check", 2), MenuItem("Mới", "/viec/moi/"), ("A", "/a/")]
    context.register("menu", lambda _request: items)
    template = "{% for item in menu %}{{ item.label }} {{ item.is_current }} {{ item.count }};{% endfor %}"
    assert shown(template, "/viec/moi/3/") == "Việc False 2;Mới True 0;A False 0;"
    assert shown(template, "/viec/") == "Việc True 2;Mới False 0;A False 0;"
    assert shown(template, "/khac/") == "Việc False 2;Mới False 0;A False 0;"


def test_the_shell_is_public_for_strangers_and_without_a_user() -> None:
    assert shown("{{ shell }}") == "ui/public.html"
    assert (
        Template("{{ shell }}").render(Context(context.page(RequestFactory().get("/")))) == "ui/public.html"
    )


def test_the_shell_of_the_signed_in(cast) -> None:
    request = request_to("/")
    request.user = cast.lan
    assert Template("{{ shell }}").render(Context(context.page(request))) == "ui/base.html"
