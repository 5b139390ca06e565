"""Levels, bodies and roles, when an appointment is in force, how a sign-in name is written, and how often one
may be wrong at it. Pure.
"""

from __future__ import annotations

import re
import unicodedata
from datetime import datetime, timedelta
from enum import StrEnum
from ipaddress import ip_address, ip_network

from ocop.kernel.text import fold


class Level(StrEnum):
    """The level of an office. Districts ended on 30 June 2025; their offices remain for older records."""

    COMMUNE = "commune"
    DISTRICT = "district"
    PROVINCE = "province"
    MINISTRY = "ministry"


class Body(StrEnum):
    """What kind of authority an office is."""

    PEOPLE_COMMITTEE = "people_committee"
    AGRICULTURE_DEPARTMENT = "agriculture_department"
    COORDINATION_OFFICE = "coordination_office"
    OTHER_DEPARTMENT = "other_department"
    ECONOMIC_DIVISION = "economic_division"
    MINISTRY = "ministry"


class Role(StrEnum):
    """What an appointment lets a person do."""

    COMMUNE_OFFICER = "commune_officer"
    PROVINCE_OFFICER = "province_officer"
    SECRETARY = "secretary"
    SIGNER = "signer"
    LEADER = "leader"
    OPERATOR = "operator"
    MINISTRY_OFFICER = "ministry_officer"


EVERY_LEVEL = frozenset(Level)
LOCAL_LEVELS = frozenset({Level.COMMUNE, Level.DISTRICT})

ROLE_LEVELS: dict[Role, frozenset[Level]] = {
    Role.COMMUNE_OFFICER: LOCAL_LEVELS,
    Role.PROVINCE_OFFICER: frozenset({Level.PROVINCE}),
    Role.SECRETARY: EVERY_LEVEL - {Level.COMMUNE},
    Role.SIGNER: EVERY_LEVEL,
    Role.LEADER: EVERY_LEVEL,
    Role.OPERATOR: frozenset({Level.PROVINCE, Level.MINISTRY}),
    Role.MINISTRY_OFFICER: frozenset({Level.MINISTRY}),
}

BODY_LEVELS: dict[Body, frozenset[Level]] = {
    Body.PEOPLE_COMMITTEE: EVERY_LEVEL - {Level.MINISTRY},
    Body.AGRICULTURE_DEPARTMENT: frozenset({Level.PROVINCE}),
    Body.COORDINATION_OFFICE: frozenset({Level.PROVINCE, Level.DISTRICT}),
    Body.OTHER_DEPARTMENT: frozenset({Level.PROVINCE}),
    Body.ECONOMIC_DIVISION: LOCAL_LEVELS,
    Body.MINISTRY: frozenset({Level.MINISTRY}),
}

# how the names of authorities of a province begin, folded
_BODY_NAMES = {
    "van phong dieu phoi": Body.COORDINATION_OFFICE,
    "so nong nghiep": Body.AGRICULTURE_DEPARTMENT,
    "uy ban nhan dan": Body.PEOPLE_COMMITTEE,
    "ubnd": Body.PEOPLE_COMMITTEE,
}

TRIES_LAST = timedelta(minutes=5)
MOST_TRIES = 5
MOST_TRIES_OF_SUBNET = 100 * MOST_TRIES  # a whole hall, a whole commune may share one
_ONE_MACHINE = {4: 32, 6: 64}
_SUBNET = {4: 24, 6: 48}

SIGN_IN_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{2,59}")
_PHONE_MARKS = re.compile(r"[\s.()\-]")
_PHONE = re.compile(r"(?:\+84|0084|0)([1-9][0-9]{8,9})")


class Doubt(StrEnum):
    """What is seldom right about an appointment, and recorded where it was meant."""

    BOTH_HANDS = "both_hands"  # who prepares decisions would sign them too
    SIGNS_ELSEWHERE = "signs_elsewhere"  # a department signs no decision of the Chair
    ONESELF = "oneself"
    NO_BASIS = "no_basis"  # nobody could say later by which paper


_HANDS = frozenset({Role.COMMUNE_OFFICER, Role.PROVINCE_OFFICER, Role.SECRETARY})


def both_hands(role: Role, others: set[Role]) -> bool:
    """Whether somebody with the other roles would, with this one, both prepare and sign."""
    if role == Role.SIGNER:
        return bool(others & _HANDS)
    return role in _HANDS and Role.SIGNER in others


def in_force(starts_at: datetime, ends_at: datetime | None, at: datetime) -> bool:
    """Whether a period holds at a moment: its start belongs to it, its end does not."""
    return starts_at <= at and (ends_at is None or at < ends_at)


def overlap(
    starts_at: datetime, ends_at: datetime | None, other_starts_at: datetime, other_ends_at: datetime | None
) -> bool:
    """Whether two periods share a moment. An empty period (ended as it began) shares none."""
    start = max(starts_at, other_starts_at)
    return in_force(starts_at, ends_at, start) and in_force(other_starts_at, other_ends_at, start)


def province_body(name: str) -> Body:
    """What kind of authority of a province bears this name;
    another department where the name does not say.
    """
    folded = fold(name)
    return next(
        (body for start, body in _BODY_NAMES.items() if folded.startswith(start)), Body.OTHER_DEPARTMENT
    )


def phones_to_find(number: str) -> list[str]:
    """The number, and what follows its first digits as it is read in groups or by its last four."""
    return [number, *(number[-digits:] for digits in (6, 4, 3))]


def phone_number(text: str) -> str:
    """A Vietnamese number as 0912345678, however it was typed (+84, spaces, dots); empty where it is none."""
    match = _PHONE.fullmatch(_PHONE_MARKS.sub("", unicodedata.normalize("NFKC", text)))
    return f"0{match[1]}" if match else ""


def password_forms(typed: str) -> tuple[str, ...]:
    """The ways in which a password may have been hashed: composed (NFKC) since passwords are, and as
    keyboards of then typed it. The first is how one is set.
    """
    composed, apart = unicodedata.normalize("NFC", typed), unicodedata.normalize("NFD", typed)
    forms = (unicodedata.normalize("NFKC", typed), typed, composed, apart)
    return tuple(dict.fromkeys(forms))


def sign_in_name(text: str) -> str:
    """A sign-in name as it is stored: a phone number in its one form, everything else in small letters."""
    return phone_number(text) or unicodedata.normalize("NFKC", text).strip().lower()


def is_sign_in_name(text: str) -> bool:
    """Three to sixty small letters, digits, dots, hyphens or underscores,
    beginning with a letter or digit.
    """
    return SIGN_IN_NAME.fullmatch(text) is not None


def machine(address: str) -> str:
    """What counts as one network address: of IPv6 the half that a household is given."""
    return _cut(address, _ONE_MACHINE)


def subnet(address: str) -> str:
    """The network around an address: 203.0.113.0/24, 2001:db8:1::/48."""
    return _cut(address, _SUBNET)


def _cut(address: str, lengths: dict[int, int]) -> str:
    try:
        version = ip_address(address).version
    except ValueError:
        return address[:50]
    return str(ip_network(f"{address}/{lengths[version]}", strict=False)).removesuffix("/32")
