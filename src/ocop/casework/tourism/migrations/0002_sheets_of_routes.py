import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


def want_sheets(apps, schema_editor):
    """Routes that are on show already get theirs from the next `deliver`, in the name of who showed them."""
    Entry = apps.get_model("audit", "Entry")
    RouteSheet = apps.get_model("tourism", "RouteSheet")
    for route in apps.get_model("tourism", "Route").objects.filter(state="published"):
        known = Entry.objects.filter(object_type="tourism.route", object_id=str(route.pk), to_state="published")
        shown = known.order_by("-sequence").first()
        if shown is None or shown.by_id is None:
            continue  # nobody in whose name it could be kept: it comes when the route is shown again
        for language in ("vi", "en"):
            RouteSheet.objects.create(
                route=route, language=language, shown_by_id=shown.by_id, shown_at=shown.at
            )


class Migration(migrations.Migration):

    dependencies = [
        ('audit', '0002_vouched'),
        ('documents', '0004_sound'),
        ('tourism', '0001_villages_routes_chains'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='RouteSheet',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('language', models.CharField(max_length=2)),
                ('shown_at', models.DateTimeField()),
                ('file', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='documents.storedfile')),
                ('route', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='sheets', to='tourism.route')),
                ('shown_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'constraints': [models.UniqueConstraint(fields=('route', 'language'), name='tourism_one_sheet_a_language')],
            },
        ),
        migrations.RunPython(want_sheets, migrations.RunPython.noop),
    ]
