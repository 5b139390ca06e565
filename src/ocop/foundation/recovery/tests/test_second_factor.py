"""A lost second step is taken away by the operator, with a reason."""

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal import auth as totp

from ocop.foundation.accounts.models import Session
from ocop.foundation.audit.models import Entry
from ocop.foundation.notifications.models import Message
from ocop.foundation.recovery.acts import reset_second_factor
from ocop.foundation.refusals import Refused


@pytest.fixture
def with_app(cast):
    """Lan has switched on the app."""
    totp.TOTP.activate(cast.lan, totp.generate_totp_secret())
    return cast.lan


def refused(person, **kwargs):
    with pytest.raises(Refused) as caught:
        reset_second_factor(person, **kwargs, reason="Mất máy")
    return caught.value.refusal.code


def test_it_goes_and_so_do_open_sign_ins(client, with_app, operator, at):
    client.force_login(with_app)
    reset_second_factor(with_app, reason="Mất điện thoại.", by=operator, at=at)
    assert Authenticator.objects.filter(user=with_app).count() == 0
    assert Session.objects.filter(person=with_app).count() == 0


def test_it_is_recorded_and_the_owner_reads_the_reason(with_app, operator, at):
    reset_second_factor(with_app, reason="Mất điện thoại.", by=operator, at=at)
    entry = Entry.objects.get(action="person.reset_second_factor")
    assert (entry.by, entry.reason, entry.data["kinds"]) == (operator, "Mất điện thoại.", ["totp"])
    message = Message.objects.get(person=with_app)
    assert message.subject == "Nguyễn Bình đã bỏ bước xác thực thứ hai của bạn"
    assert "Lý do: Mất điện thoại. Từ nay" in message.body


def test_refused_to_others_for_oneself_and_where_there_is_none(cast, with_app, operator, at):
    assert refused(with_app, by=cast.minh, at=at) == "not_operator"
    totp.TOTP.activate(operator, totp.generate_totp_secret())
    assert refused(operator, by=operator, at=at) == "self"
    assert refused(cast.minh, by=operator, at=at) == "conflict_no_second_factor"
    assert Authenticator.objects.count() == 2


def test_the_page_needs_a_reason(client, cast, with_app, operator):
    client.force_login(operator)
    path = f"/nguoi-dung/{with_app.pk}/bo-buoc-hai/"
    person = f"/nguoi-dung/{with_app.pk}/"
    assert path in client.get(person).content.decode()
    assert client.post(path, {"reason": " "}).status_code == 422
    assert Authenticator.objects.count() == 1
    assert client.post(path, {"reason": "Mất điện thoại"}).url == person
    assert Authenticator.objects.count() == 0
    assert path not in client.get(person).content.decode()
