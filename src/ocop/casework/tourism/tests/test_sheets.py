"""A route's sheet of A4 is a stored file: whom it opens to beside the public address of its route."""

from __future__ import annotations

from ocop.casework.tourism import acts
from ocop.casework.tourism.models import RouteSheet
from ocop.casework.tourism.permissions import refuse_read_sheet
from ocop.foundation.documents.access import is_public
from ocop.foundation.printing.tests.printed import make_papers


def test_the_file_is_of_the_offices_of_its_place(valley, at):
    route = valley.route()
    acts.publish_route(route, by=valley.minh, at=at)
    assert RouteSheet.objects.filter(file=None).count() == 2
    assert make_papers(at).failed == []
    for sheet in RouteSheet.objects.all():
        assert refuse_read_sheet(valley.minh, sheet.file, at) is None
        assert refuse_read_sheet(valley.quang, sheet.file, at).code == "not_reader"
        assert is_public(sheet.file) is False  # the address of the route shows it, while the route is shown
