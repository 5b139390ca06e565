"""Deny by default."""

import pytest
from django.conf import settings
from django.contrib.auth import login
from django.contrib.sessions.middleware import SessionMiddleware
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from ocop.foundation.accounts.middleware import SignInRequired
from ocop.foundation.accounts.models import Session

PUBLIC_PATHS = ["/dang-nhap/", "/dang-ky/", "/quen-mat-khau/", "/dang-nhap/ngung-hoat-dong/"]


@pytest.mark.parametrize("path", PUBLIC_PATHS)
def test_pages_of_the_list_are_open(client, db, path):
    assert client.get(path).status_code == 200


@pytest.mark.parametrize(
    "path", ["/tai-khoan/", "/nguoi-dung/", "/thong-bao/?loc=tat-ca", "/en/nguoi-dung/1/"]
)
def test_others_lead_to_the_sign_in_page_and_back(client, db, path):
    answer = client.get(path)
    prefix = "/en" if path.startswith("/en/") else ""
    assert (answer.status_code, answer.url) == (
        302,
        f"{prefix}/dang-nhap/?next={path.replace('?', '%3F').replace('=', '%3D')}",
    )


def test_posts_do_not_come_back_to_what_cannot_be_shown(client, db):
    assert client.post("/tai-khoan/phien/dong/").url == "/dang-nhap/?next=/"


def test_fragments_make_the_whole_page_go(client, db):
    headers = {"HX-Request": "true", "HX-Current-URL": "http://testserver/ho-so/7/?trang=2"}
    answer = client.get("/tai-khoan/", headers=headers)
    assert (answer.status_code, answer["HX-Redirect"]) == (401, "/dang-nhap/?next=/ho-so/7/%3Ftrang%3D2")


def test_a_fragment_does_not_lead_to_another_site(client, db):
    headers = {"HX-Request": "true", "HX-Current-URL": "https://xau.vi-du.vn/x"}
    assert client.get("/tai-khoan/", headers=headers)["HX-Redirect"] == "/dang-nhap/?next=/x"


def test_wrong_addresses_stay_wrong(client, db):
    assert client.get("/khong-co-trang-nay/").status_code == 404


def test_public_pages_without_a_form_set_no_cookie_and_read_the_frame_alone(
    client, db, django_assert_num_queries
):
    with django_assert_num_queries(1):  # whose programme this is
        answer = client.get("/dang-nhap/ngung-hoat-dong/")
    assert (answer.status_code, dict(answer.cookies)) == (200, {})


def names(patterns, prefix=""):
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            space = f"{pattern.namespace}:" if pattern.namespace else ""
            yield from names(pattern.url_patterns, prefix + space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield prefix + pattern.name


KEPT, NEVER = None, "private, no-store"
A_MINUTE = "public, max-age=60"
NEVER_CACHED = "max-age=0, no-cache, no-store, must-revalidate, private"  # what the view says itself


@pytest.mark.parametrize(
    ("path", "by_a_stranger", "by_lan"),
    [
        ("/", A_MINUTE, A_MINUTE),  # nobody is asked who they are
        ("/healthz", NEVER_CACHED, NEVER_CACHED),
        ("/khong-co/", KEPT, KEPT),
        ("/thu-vien-giao-dien/", KEPT, NEVER),  # open to all, with her own menu beside it
        ("/tai-khoan/", NEVER, NEVER),
        ("/en/tai-khoan/", NEVER, NEVER),
        ("/quen-mat-khau/", NEVER, NEVER),
    ],
)
def test_what_was_made_for_one_person_is_kept_by_no_browser(client, cast, path, by_a_stranger, by_lan):
    said = [client.get(path).get("Cache-Control")]
    client.force_login(cast.lan)
    said.append(client.get(path).get("Cache-Control"))
    assert said == [by_a_stranger, by_lan]


def test_our_public_names_exist():
    ours = {name for name in settings.PUBLIC_VIEWS if name.startswith(("account_", "mfa_"))}
    assert ours - set(names(get_resolver().url_patterns)) == set()


def test_session_and_person_are_read_together(cast, django_assert_num_queries):
    request = RequestFactory().get("/")
    SessionMiddleware(lambda _request: None).process_request(request)
    login(request, cast.lan, settings.AUTHENTICATION_BACKENDS[0])
    request.session.save()
    request.COOKIES[settings.SESSION_COOKIE_NAME] = request.session.session_key
    SessionMiddleware(lambda _request: None).process_request(request)
    SignInRequired(lambda _request: None)(request)
    with django_assert_num_queries(1):
        assert (request.user.is_authenticated, request.user.full_name) == (True, cast.lan.full_name)


@pytest.mark.parametrize(
    "changed",
    [{"is_active": False}, {"password": "argon2$khac"}],
    ids=["deactivated", "another password"],
)
def test_whose_session_no_longer_holds_is_a_stranger(client, cast, changed):
    client.force_login(cast.lan)
    type(cast.lan).objects.filter(pk=cast.lan.pk).update(**changed)
    assert client.get("/tai-khoan/").status_code == 302


def test_the_session_itself_says_whose_it_is(client, cast):
    """The column beside it only lists it: a row written by hand signs nobody in as somebody else."""
    client.force_login(cast.lan)
    Session.objects.update(person=cast.minh)
    assert client.get("/tai-khoan/").wsgi_request.user == cast.lan
