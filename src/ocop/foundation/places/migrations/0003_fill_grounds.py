from django.db import migrations

from ocop.foundation.places.rules import grounds

CHUNK = 500


def fill(apps, schema_editor):
    """The ground of every unit that is there."""
    Place = apps.get_model('places', 'Place')
    Succession = apps.get_model('places', 'Succession')
    Ground = apps.get_model('places', 'Ground')
    parents = dict(Place.objects.order_by().values_list('pk', 'parent_id'))
    links = Succession.objects.values_list('old_id', 'new_id')
    found = ((unit, part) for unit, parts in grounds(parents, links).items() for part in sorted(parts))
    Ground.objects.bulk_create((Ground(unit_id=unit, part_id=part) for unit, part in found), batch_size=CHUNK)


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0002_grounds'),
    ]

    operations = [
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
