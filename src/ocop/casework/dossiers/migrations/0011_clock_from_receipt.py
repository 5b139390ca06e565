"""The commune's days count from receipt: who has not received yet has no last day yet."""

from __future__ import annotations

from typing import Any

from django.db import migrations


def _wait(apps: Any, _editor: Any) -> None:
    dossiers = apps.get_model("dossiers", "Dossier").objects
    dossiers.filter(state="submitted", received_at__isnull=True).update(commune_due_on=None)


class Migration(migrations.Migration):
    dependencies = [("dossiers", "0010_order_indexes")]

    operations = [migrations.RunPython(_wait, migrations.RunPython.noop)]
