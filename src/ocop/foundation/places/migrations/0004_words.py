from django.db import migrations, models

from ocop.foundation.places.tables import Register

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every unit that the tables name, where places were loaded before."""
    Place = apps.get_model('places', 'Place')
    stored = {(place.level, place.code, place.valid_from): place for place in Place.objects.all()}
    if not stored:
        return
    changed = []
    for unit in Register().units:
        if place := stored.get(unit.key):
            place.words = unit.words
            changed.append(place)
    Place.objects.bulk_update(changed, ['words'], batch_size=CHUNK)


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0003_fill_grounds'),
    ]

    operations = [
        migrations.AddField(
            model_name='place',
            name='words',
            field=models.TextField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
