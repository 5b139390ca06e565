from django.db import migrations

import ocop.foundation.search.models
from ocop.kernel.text import searchable

CHUNK = 500


def fill(apps, schema_editor):
    """The words of every producer that is there, with marks too."""
    Producer = apps.get_model('producers', 'Producer')
    changed = []
    for one in Producer.objects.order_by('pk').select_related('commune').iterator(CHUNK):
        one.search_text = searchable(one.name, one.registration_no, one.commune.words if one.commune else '')
        changed.append(one)
    Producer.objects.bulk_update(changed, ['search_text'], batch_size=CHUNK)


class Migration(migrations.Migration):

    dependencies = [
        ('places', '0004_words'),
        ('producers', '0001_initial'),
    ]

    operations = [
        migrations.AlterField(
            model_name='producer',
            name='search_text',
            field=ocop.foundation.search.models.SearchField(default='', editable=False),
        ),
        migrations.RunPython(fill, migrations.RunPython.noop),
    ]
