from django.db import migrations

import ocop.foundation.search.models
from ocop.kernel.text import searchable

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every idea that is there, with marks too."""
    _fill(apps.get_model('ideas', 'Idea').objects.select_related('producer', 'place'), _of_idea)


def _fill(rows, words):
    changed = []
    for one in rows.order_by('pk').iterator(CHUNK):
        one.search_text = searchable(*words(one))
        changed.append(one)
    rows.model.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


def _of_idea(one):
    return one.name, one.producer.name if one.producer else '', one.proposer, one.place.words


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0005_search_words'),
        ('ideas', '0002_columns_of_a_table'),
    ]

    operations = [
        migrations.AlterField(
            model_name='idea',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
