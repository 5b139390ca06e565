"""Which sheet and columns of a table of ideas were chosen; marked copies are made when they are asked for."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("ideas", "0001_initial"),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name="ideasheet",
            name="dossiers_idea_sheet_faults_are_marked",
        ),
        migrations.RemoveField(
            model_name="ideasheet",
            name="marked",
        ),
        migrations.AddField(
            model_name="ideasheet",
            name="mapping",
            field=models.JSONField(blank=True, null=True),
        ),
        migrations.AddField(
            model_name="ideasheet",
            name="sheet",
            field=models.CharField(blank=True, max_length=200),
        ),
    ]
