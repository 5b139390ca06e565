"""`ocop addresses` leaves no address out, and whoever reads a line finds what it names."""

from __future__ import annotations

import io
import re
from importlib import import_module

from django.core.management import call_command
from django.urls import URLPattern, URLResolver, get_resolver

from ocop.config.management.commands.addresses import rows


def said(*given: str) -> list[str]:
    """The lines of the command."""
    out = io.StringIO()
    call_command("addresses", *given, stdout=out)
    return out.getvalue().splitlines()


def leaves(patterns: list[URLPattern | URLResolver]) -> int:
    """How many addresses there are."""
    return sum(leaves(one.url_patterns) if isinstance(one, URLResolver) else 1 for one in patterns)


def named(where: str) -> object:
    """The function or class that stands at the end of a line."""
    module, _, name = where.rpartition(".")
    return getattr(import_module(module), name)


def test_every_address_has_its_line_by_address_and_in_columns() -> None:
    lines = said()
    assert len(lines) == leaves(get_resolver().url_patterns)
    assert [line.split()[0] for line in lines] == sorted(line.split()[0] for line in lines)
    assert len({re.match(r"\S+ +\S* +(page|act) +", line).end() for line in lines}) == 1


def test_what_a_line_names_is_there() -> None:
    found = [(row.address, callable(named(row.where))) for row in rows(get_resolver().url_patterns)]
    assert found == [(address, True) for address, _ in found]


def test_a_page_an_act_and_what_answers_behind_others() -> None:
    lines = {line.split()[1]: line.split()[2:] for line in said()}
    assert [
        lines[name] for name in ("places:search", "certificates:return", "api:product", "account_login")
    ] == [
        ["page", "ocop.foundation.places.views.search"],
        ["act", "ocop.casework.certificates.acts.return_.return_decision"],
        ["page", "ocop.outlets.api.v1.products.product"],
        ["page", "allauth.account.views.LoginView"],
    ]


def test_a_word_leaves_the_lines_that_hold_it() -> None:
    held = [line.split()[0] for line in said() if "/tra-lai/" in line]
    assert [line.split()[0] for line in said("/Tra-Lai/")] == held != []
    assert said("không có") == []
