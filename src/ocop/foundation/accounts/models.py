"""People, the offices they work in, the appointments that let them act, their open sessions, and wrong tries
to sign in.
"""

from __future__ import annotations

from datetime import datetime
from typing import Any, ClassVar

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.sessions.base_session import AbstractBaseSession, BaseSessionManager
from django.core.exceptions import ValidationError
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Lower
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from ocop.foundation.accounts.labels import body_choices, level_choices, role_choices
from ocop.foundation.accounts.rules import (
    MOST_TRIES,
    MOST_TRIES_OF_SUBNET,
    Level,
    in_force,
    is_sign_in_name,
    password_forms,
    phone_number,
    phones_to_find,
    sign_in_name,
)
from ocop.foundation.search.models import SearchField
from ocop.kernel.text import searchable


def check_sign_in_name(value: str) -> None:
    """Refuses a sign-in name that could be taken for an e-mail address or cannot be typed on every
    keyboard.
    """
    if not is_sign_in_name(sign_in_name(value)):
        raise ValidationError(
            _(
                "Tên đăng nhập có từ 3 đến 60 ký tự: chữ không dấu, chữ số, dấu chấm, gạch ngang; hoặc số "
                "điện thoại."
            ),
            code="sign_in_name",
        )


class PersonManager(BaseUserManager["Person"]):
    """Makes people with a password."""

    def create_user(self, username: str, password: str | None = None, **fields: Any) -> Person:
        """A new person; without a password nobody can sign in with this name yet."""
        person = self.model(username=username, **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person

    def create_superuser(self, username: str, password: str | None = None, **fields: Any) -> Person:
        """The person who may repair anything; for the first operator of a new installation."""
        return self.create_user(username, password, is_superuser=True, **fields)


class Person(AbstractBaseUser):
    """Somebody who signs in: a producer, an officer, a council member."""

    # accounts are opened by their owners too; a password is no fact of the office
    unvouched: ClassVar = ("id", "password", "last_login", "language", "email", "created_at")

    username = models.CharField(
        _("Tên đăng nhập"),
        max_length=60,
        unique=True,
        validators=[check_sign_in_name],
        error_messages={"unique": _("Tên đăng nhập này đã có người dùng.")},
    )
    full_name = models.CharField(_("Họ và tên"), max_length=120)
    email = models.EmailField(_("Thư điện tử"), blank=True)
    phone = models.CharField(_("Điện thoại"), max_length=20, blank=True)
    language = models.CharField(_("Ngôn ngữ"), max_length=5, choices=settings.LANGUAGES, default="vi")
    is_active = models.BooleanField(_("Đang hoạt động"), default=True)
    is_superuser = models.BooleanField(_("Được sửa chữa mọi thứ"), default=False)
    created_at = models.DateTimeField(_("Ngày tạo"), default=timezone.now)
    found_by: ClassVar = ("full_name", "username")
    search_text = SearchField()

    # answers to questions about the person, kept for the length of one request: see who.py
    known: dict[Any, Any] | None = None

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = ["full_name"]

    class Meta:
        verbose_name = _("người dùng")
        verbose_name_plural = _("người dùng")
        ordering: ClassVar = ["full_name", "username"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                Lower("email"), condition=~Q(email=""), name="accounts_person_email_once"
            ),
            models.CheckConstraint(condition=~Q(full_name=""), name="accounts_person_has_name"),
        ]

    def __str__(self) -> str:
        return self.full_name or self.username

    def save(self, *args: Any, **kwargs: Any) -> None:
        """Keeps the sign-in name and phone in one form, and the text that people are found by."""
        self.username = sign_in_name(self.username)
        self.email = self.email.strip().lower()
        self.phone = phone_number(self.phone) or self.phone.strip()
        texts = (self.full_name, self.username, self.email, *phones_to_find(self.phone))
        self.search_text = searchable(*texts)
        if kwargs.get("update_fields") is not None:
            kwargs["update_fields"] = {*kwargs["update_fields"], "search_text"}
        super().save(*args, **kwargs)

    def set_password(self, raw_password: str | None) -> None:
        """Kept in one form, so that a Vietnamese letter typed in two ways is the same letter."""
        super().set_password(None if raw_password is None else password_forms(raw_password)[0])

    def check_password(self, raw_password: str | None) -> bool:
        """As set now, or as it was hashed before passwords had one form."""
        if raw_password is None:
            return super().check_password(None)
        return any(super(Person, self).check_password(form) for form in password_forms(raw_password))

    def get_full_name(self) -> str:
        """The name as it is written on papers."""
        return self.full_name

    def get_short_name(self) -> str:
        """The given name: in Vietnamese the last word."""
        return self.full_name.split()[-1] if self.full_name else self.username


class Office(models.Model):
    """An authority at a level: the People's Committee of a commune,
    a department of the province, the ministry.
    """

    level = models.CharField(_("Cấp"), max_length=12, choices=level_choices)
    body = models.CharField(_("Cơ quan"), max_length=30, choices=body_choices)
    place = models.ForeignKey(
        "places.Place",
        on_delete=models.PROTECT,
        null=True,
        blank=True,
        related_name="offices",
        verbose_name=_("Địa bàn"),
    )
    name = models.CharField(_("Tên cơ quan"), max_length=200)

    class Meta:
        verbose_name = _("cơ quan")
        verbose_name_plural = _("cơ quan")
        ordering: ClassVar = ["level", "name"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(level=Level.MINISTRY.value, place__isnull=True)
                | (~Q(level=Level.MINISTRY.value) & Q(place__isnull=False)),
                name="accounts_office_place_unless_ministry",
            ),
            models.UniqueConstraint(fields=["place", "name"], name="accounts_office_once_in_place"),
            models.UniqueConstraint(
                fields=["name"], condition=Q(place__isnull=True), name="accounts_office_once_in_ministry"
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Appointment(models.Model):
    """A person holds a role in an office from a moment, until a moment where an end is known."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="appointments")
    office = models.ForeignKey(
        Office, on_delete=models.PROTECT, related_name="appointments", verbose_name=_("Cơ quan")
    )
    role = models.CharField(_("Vai trò"), max_length=20, choices=role_choices)
    title = models.CharField(_("Chức danh"), max_length=120, blank=True)
    starts_at = models.DateTimeField(_("Từ lúc"))
    ends_at = models.DateTimeField(_("Đến lúc"), null=True, blank=True)

    class Meta:
        verbose_name = _("phân công")
        verbose_name_plural = _("phân công")
        ordering: ClassVar = ["-starts_at", "-id"]
        indexes: ClassVar = [models.Index(fields=["role", "office"], name="accounts_appointment_role")]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(ends_at__isnull=True) | Q(ends_at__gte=F("starts_at")),
                name="accounts_appointment_ends_after_start",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.person}: {self.get_role_display()}, {self.office}"

    def is_in_force(self, at: datetime) -> bool:
        """Whether the appointment lets the person act at this moment."""
        return in_force(self.starts_at, self.ends_at, at)


class Session(AbstractBaseSession):
    """One open session, tied to the person so that it can be shown to them and ended."""

    unvouched: ClassVar = ("*",)  # no act

    person = models.ForeignKey(Person, on_delete=models.CASCADE, null=True, related_name="sessions")
    device = models.CharField(max_length=200, blank=True)
    signed_in_at = models.DateTimeField(null=True)

    objects = BaseSessionManager()  # type: ignore[misc]

    class Meta(AbstractBaseSession.Meta):
        verbose_name = _("phiên đăng nhập")  # type: ignore[assignment]
        verbose_name_plural = _("phiên đăng nhập")  # type: ignore[assignment]

    @classmethod
    def get_session_store_class(cls) -> type:
        """The store that writes these rows."""
        from ocop.foundation.accounts.sessions import SessionStore

        return SessionStore


class WrongTries(models.Model):
    """How often somebody was wrong, lately, at signing in as an account from one address.

    A row without a `name` counts a whole subnet. Where no account is called so, the name is a digest: people
    type their password into the wrong box.
    """

    unvouched: ClassVar = ("*",)  # no act

    person = models.ForeignKey(Person, on_delete=models.PROTECT, null=True, related_name="wrong_tries")
    name = models.CharField(max_length=60, blank=True)
    address = models.CharField(max_length=50)
    count = models.PositiveIntegerField(default=0)
    until = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name = _("lần đăng nhập sai")
        verbose_name_plural = _("lần đăng nhập sai")
        ordering: ClassVar = ["-until", "pk"]
        constraints: ClassVar = [
            models.UniqueConstraint(fields=["name", "address"], name="accounts_wrong_tries_once"),
        ]

    def __str__(self) -> str:
        return f"{self.person or self.name}, {self.address}" if self.name else self.address

    def is_locked(self, at: datetime) -> bool:
        """Whether nobody gets in by this way at this moment, right or wrong."""
        return self.count >= (MOST_TRIES if self.name else MOST_TRIES_OF_SUBNET) and at < self.until
