from django.db import migrations

import ocop.foundation.search.models
from ocop.kernel.text import searchable

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every meeting that is there, with marks too."""
    _fill(apps.get_model('review', 'Meeting').objects.select_related('council'), _of_meeting)


def _fill(rows, words):
    changed = []
    for one in rows.order_by('pk').iterator(CHUNK):
        one.search_text = searchable(*words(one))
        changed.append(one)
    rows.model.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


def _of_meeting(one):
    return one.title, one.venue, one.council.name


class Migration(migrations.Migration):

    dependencies = [
        ('review', '0006_mishaps_of_meetings'),
    ]

    operations = [
        migrations.AlterField(
            model_name='meeting',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
