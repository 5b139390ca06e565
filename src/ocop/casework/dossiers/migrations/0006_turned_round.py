"""Turns the idea's dossier into the dossier's idea. Alone, for PostgreSQL alters no table with rows just changed."""

from django.db import migrations
from django.db.models import OuterRef, Subquery


def turn_round(apps, schema_editor):
    dossiers = apps.get_model("dossiers", "Dossier").objects.using(schema_editor.connection.alias)
    ideas = apps.get_model("dossiers", "Idea").objects.using(schema_editor.connection.alias)
    of_dossier = ideas.filter(dossier=OuterRef("pk")).order_by("pk").values("pk")[:1]
    dossiers.filter(ideas__isnull=False).update(idea=Subquery(of_dossier))
    opened_at = dossiers.filter(pk=OuterRef("dossier")).values("created_at")
    ideas.filter(dossier__isnull=False).update(used_at=Subquery(opened_at))


def turn_back(apps, schema_editor):
    dossiers = apps.get_model("dossiers", "Dossier").objects.using(schema_editor.connection.alias)
    ideas = apps.get_model("dossiers", "Idea").objects.using(schema_editor.connection.alias)
    made_of_it = dossiers.filter(idea=OuterRef("pk")).values("pk")
    ideas.filter(used_at__isnull=False).update(dossier=Subquery(made_of_it))


class Migration(migrations.Migration):

    dependencies = [
        ('dossiers', '0005_idea_of_a_dossier'),
    ]

    operations = [
        migrations.RunPython(turn_round, turn_back),
    ]
